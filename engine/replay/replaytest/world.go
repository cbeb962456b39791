package replaytest

import (
	"bufio"
	"io"
	"strconv"
	"time"
)

// World writes logs of any size without holding them, the same ones for the same
// numbers. Some touches are the buyers', about three for every two sales; all others
// are passers-by, who never buy, so that more touches mean more passers-by. A year
// long, one row in fifty is up to 30 days late.
type World struct {
	Seed                     uint64
	Touches, Sales, Partners int
}

// draw is a number drawn for a row: always the same one.
func (w World) draw(of string, row int) uint64 {
	h := w.Seed + uint64(row)*0x9e3779b97f4a7c15 + uint64(len(of))<<56 + uint64(of[0])<<48
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	return h ^ h>>31
}

// WritePartners writes partners.csv: half of them under another, all with a year.
func (w World) WritePartners(to io.Writer) error {
	b := bufio.NewWriter(to)
	b.WriteString("partner,parent,name,track_days,active\n")
	for i := range w.Partners {
		parent := ""
		if i > 0 && w.draw("parent", i)%2 == 0 {
			parent = partnerCode(w.draw("above", i) % uint64(i))
		}
		b.WriteString(partnerCode(uint64(i)) + "," + parent + ",Partner " + strconv.Itoa(i) + ",365,true\n")
	}
	return b.Flush()
}

func partnerCode(i uint64) string { return "partner-" + strconv.FormatUint(i, 10) }

// WriteTouches writes touches.csv.
func (w World) WriteTouches(to io.Writer) error {
	b := bufio.NewWriterSize(to, 1<<20)
	b.WriteString("touch_id,time,contact,cookie,ip,partner,kind\n")
	buyers := min(uint64(w.Touches), uint64(w.Sales)*3/2+1)
	for i := range w.Touches {
		d, line := w.draw("touch", i), b.AvailableBuffer()
		who := d % w.people()
		if w.draw("buyer", i)%uint64(w.Touches) >= buyers {
			who = w.people() + d%uint64(w.Touches+1)
		}
		line = append(strconv.AppendInt(append(line, 't'), int64(i), 10), ',')
		line = append(w.appendTime(line, "late", i, w.Touches), ',')
		kind := d >> 40 % 32
		if kind < 8 {
			line = appendContact(line, who)
		}
		line = append(line, ',')
		if kind != 31 {
			line = appendCookie(line, who, d>>50%8)
		}
		line = append(w.appendIP(append(line, ','), who, d>>54%4), ',')
		line = append(line, partnerCode(d>>20%uint64(w.Partners))...)
		if kind == 0 {
			line = append(line, ",lead\n"...)
		} else {
			line = append(line, ",click\n"...)
		}
		b.Write(line)
	}
	return b.Flush()
}

// WriteSales writes sales.csv.
func (w World) WriteSales(to io.Writer) error {
	b := bufio.NewWriterSize(to, 1<<20)
	b.WriteString("sale_id,time,contact,cookie,ip,amount,product\n")
	for i := range w.Sales {
		d, line := w.draw("sale", i), b.AvailableBuffer()
		who := d % w.people()
		line = append(strconv.AppendInt(append(line, 's'), int64(i), 10), ',')
		line = append(w.appendTime(line, "slow", i, w.Sales), ',')
		line = append(appendContact(line, who), ',')
		if d>>40%8 != 0 {
			line = appendCookie(line, who, d>>50%8)
		}
		line = append(w.appendIP(append(line, ','), who, d>>54%4), ',')
		line = append(strconv.AppendUint(line, 5+d>>20%500, 10), '.', byte('0'+d>>30%10), byte('0'+d>>34%10), ',')
		line = append(append(line, "product-"...), byte('0'+d>>38%10), '\n')
		b.Write(line)
	}
	return b.Flush()
}

// people is how many buyers there are.
func (w World) people() uint64 { return uint64(w.Sales)*2/3 + 1 }

// appendTime is the time of row i of n.
func (w World) appendTime(line []byte, of string, i, n int) []byte {
	const year = 365 * 24 * 3600
	seconds := int64(30*24*3600) + int64(i)*year/int64(n)
	if d := w.draw(of, i); d%50 == 0 {
		seconds -= int64(d >> 8 % (30 * 24 * 3600))
	}
	return start.Add(time.Duration(seconds)*time.Second).AppendFormat(line, time.RFC3339)
}

func appendContact(line []byte, who uint64) []byte {
	return append(strconv.AppendUint(append(line, "user"...), who, 10), "@example.com"...)
}

// appendCookie is one of a person's two browsers, mostly the first.
func appendCookie(line []byte, who, device uint64) []byte {
	if device != 7 {
		device = 0
	}
	h := World{Seed: who}.draw("cookie", int(device))
	return strconv.AppendUint(append(line, 'k'), h>>8, 36)
}

// appendIP is a person's own address, or one of an office that many share: buyers with
// buyers, and passers-by with passers-by.
func (w World) appendIP(line []byte, who, place uint64) []byte {
	if place == 3 {
		passers := who >= w.people()
		if who %= 1 << 16; passers {
			who += 1 << 28
		}
	}
	who += 16 << 20
	for shift := 24; shift >= 0; shift -= 8 {
		line = strconv.AppendUint(line, who>>shift&0xff, 10)
		if shift > 0 {
			line = append(line, '.')
		}
	}
	return line
}
