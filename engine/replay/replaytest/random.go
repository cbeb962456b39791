package replaytest

import (
	"fmt"
	"math/rand/v2"
	"net/netip"
	"time"

	"referee/engine/replay"
	"referee/model"
)

// Crowd is how crowded a random log is: how many rows share how few names. A name
// is left empty now and then.
type Crowd struct {
	Touches, Sales                         int
	Contacts, Cookies, Addresses, Partners int
	Days                                   int           // from the first row to the last
	Step                                   time.Duration // times are multiples of it
	Products                               []string      // "" is no product
}

// start is the first moment of all logs.
var start = time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)

// Random is a log drawn at random, the same one for the same seed. Its rows are in
// order of time but for some that are up to 30 days late.
func Random(seed uint64, c Crowd) replay.Log {
	r := rand.New(rand.NewPCG(seed, 7))
	var log replay.Log
	for i := range c.Touches {
		t := replay.Touch{
			ID: fmt.Sprintf("t%d", i), At: c.moment(r, i, c.Touches),
			Contact: name(r, "c", c.Contacts, 3), Cookie: name(r, "k", c.Cookies, 5), IP: address(r, c.Addresses),
			Partner: Partner(r.IntN(c.Partners)),
		}
		if r.IntN(8) == 0 {
			t.Lead, t.Contact = true, name(r, "c", c.Contacts, 0)
		}
		log.Touches = append(log.Touches, t)
	}
	for i := range c.Sales {
		log.Sales = append(log.Sales, replay.Sale{
			ID: fmt.Sprintf("s%d", i), At: c.moment(r, i, c.Sales),
			Contact: name(r, "c", c.Contacts, 6), Cookie: name(r, "k", c.Cookies, 4), IP: address(r, c.Addresses),
			Amount: model.Money(r.IntN(200_000)), Product: c.Products[r.IntN(len(c.Products))],
		})
	}
	return log
}

// moment of row i of n: late rows are those that happened before the rows above.
func (c Crowd) moment(r *rand.Rand, i, n int) time.Time {
	span := time.Duration(c.Days) * 24 * time.Hour
	at := span / time.Duration(n) * time.Duration(i)
	if r.IntN(4) == 0 {
		at -= time.Duration(r.Int64N(int64(30 * 24 * time.Hour)))
	}
	return start.Add(at).Truncate(c.Step)
}

// name is one of n names, or one time in `unknown` the empty one.
func name(r *rand.Rand, letter string, n, unknown int) string {
	if unknown > 0 && r.IntN(unknown) == 0 {
		return ""
	}
	return fmt.Sprintf("%s%d", letter, r.IntN(n))
}

func address(r *rand.Rand, n int) netip.Addr {
	if r.IntN(4) == 0 {
		return netip.Addr{}
	}
	i := byte(r.IntN(n))
	if i%3 == 2 {
		return netip.AddrFrom16([16]byte{0x20, 0x01, 0x0d, 0xb8, 15: i})
	}
	return netip.AddrFrom4([4]byte{203, 0, 113, i})
}

// Partner is the code of a partner.
func Partner(i int) string { return fmt.Sprintf("p%d", i) }

// Partners are n partners, some of them under each other, with windows of a few
// days, some inactive.
func Partners(seed uint64, n int) []model.Partner {
	r := rand.New(rand.NewPCG(seed, 11))
	partners := make([]model.Partner, n)
	for i := range partners {
		partners[i] = model.Partner{Code: Partner(i), Name: fmt.Sprintf("Partner %d", i), Inactive: r.IntN(5) == 0}
		if i > 0 && r.IntN(3) > 0 {
			partners[i].Parent = Partner(r.IntN(i))
		}
		if r.IntN(3) > 0 {
			partners[i].TrackDays = model.Some(r.IntN(40))
		}
	}
	return partners
}
