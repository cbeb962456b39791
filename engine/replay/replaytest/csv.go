package replaytest

import (
	"encoding/csv"
	"fmt"
	"io"
	"net/netip"
	"time"

	"referee/engine/replay"
	"referee/model"
)

// Files are the three files of a log, as text.
type Files struct{ Partners, Touches, Sales string }

// Write writes a log as its three files, amounts in a currency.
func Write(partners []model.Partner, log replay.Log, in model.Currency) Files {
	return Files{
		Partners: table(partners, "partner,parent,name,track_days,active", func(p model.Partner) []string {
			days := ""
			if n, set := p.TrackDays.Get(); set {
				days = fmt.Sprint(n)
			}
			return []string{p.Code, p.Parent, p.Name, days, fmt.Sprint(!p.Inactive)}
		}),
		Touches: table(log.Touches, "touch_id,time,contact,cookie,ip,partner,kind", func(t replay.Touch) []string {
			kind := "click"
			if t.Lead {
				kind = "lead"
			}
			return []string{t.ID, t.At.Format(time.RFC3339Nano), t.Contact, t.Cookie, written(t.IP), t.Partner, kind}
		}),
		Sales: table(log.Sales, "sale_id,time,contact,cookie,ip,amount,product", func(s replay.Sale) []string {
			return []string{s.ID, s.At.Format(time.RFC3339Nano), s.Contact, s.Cookie, written(s.IP), in.FormatMoney(s.Amount), s.Product}
		}),
	}
}

func written(ip netip.Addr) string {
	if !ip.IsValid() {
		return ""
	}
	return ip.String()
}

func table[T any](rows []T, header string, fields func(T) []string) string {
	var b buffer
	io.WriteString(&b, header+"\n")
	w := csv.NewWriter(&b)
	for _, row := range rows {
		w.Write(fields(row))
	}
	w.Flush()
	return string(b)
}

// buffer is text that cannot fail to be written.
type buffer []byte

func (b *buffer) Write(p []byte) (int, error) {
	*b = append(*b, p...)
	return len(p), nil
}
