package replay

import (
	"cmp"
	"slices"

	"referee/engine"
	"referee/model"
)

// partner is the number of a partner: there are few.
type partner int16

const _ partner = model.MaxPartners

// referral is a touch where a rung looks for it. Its id is its place among all touches
// that can reach a sale, in order of time and, at equal times, of the file: an
// [engine.ReferralID].
type referral struct {
	at   int64
	id   int32
	who  partner
	lead bool // it is the form that brought a contact
}

func (r *referral) pick() engine.Pick {
	return engine.Pick{Referral: engine.ReferralID(r.id), Partner: engine.PartnerID(r.who)}
}

// touch is a row of touches.csv that can reach a sale.
type touch struct {
	parsedTouch
	contact, cookie, address key
}

// touches are those that can reach a sale, as they stand in the file: their referrals and
// each kind of keys by themselves, in chunks, which find room where other things were.
type touches struct {
	chunks []*touchChunk
	len    int
}

const (
	chunkBits = 14
	chunkRows = 1 << chunkBits
)

type touchChunk struct {
	referrals       [chunkRows]referral // with an id once the order of time is known
	contact, cookie [chunkRows]key
	address         *[chunkRows]key // until what depends on it is known
}

// add adds some rows at the end.
func (t *touches) add(rows []touch) {
	for i := range rows {
		if t.len%chunkRows == 0 {
			t.chunks = append(t.chunks, &touchChunk{address: &[chunkRows]key{}})
		}
		chunk, row := t.row(t.len)
		chunk.put(row, &rows[i])
		t.len++
	}
}

func (c *touchChunk) put(row int, t *touch) {
	c.referrals[row] = referral{at: t.at, who: t.who, lead: t.lead}
	c.contact[row], c.cookie[row], c.address[row] = t.contact, t.cookie, t.address
}

func (t *touches) row(i int) (chunk *touchChunk, row int) {
	return t.chunks[i>>chunkBits], i & (chunkRows - 1)
}

// all goes through the chunks, each with how many rows it has.
func (t *touches) all(yield func(*touchChunk, int) bool) {
	for i, chunk := range t.chunks {
		if !yield(chunk, min(chunkRows, t.len-i<<chunkBits)) {
			return
		}
	}
}

// columns is a column of keys, in stretches.
func (t *touches) columns(of func(*touchChunk) *[chunkRows]key) (all [][]key) {
	for chunk, n := range t.all {
		all = append(all, of(chunk)[:n])
	}
	return all
}

// sort finds out the place of each in order of time.
func (t *touches) sort() {
	chunks := make([][]referral, 0, len(t.chunks))
	for chunk, n := range t.all {
		chunks = append(chunks, chunk.referrals[:n])
	}
	number(chunks)
}

// direct is the contact of a touch without a cookie: what names it is its history at
// once, in no browser.
func (c *touchChunk) direct(row int) key {
	if c.cookie[row] == noKey {
		return c.contact[row]
	}
	return noKey
}

// inTime puts referrals in order of time, unless they are.
func inTime(referrals []referral) []referral {
	if !areInTime(referrals) {
		slices.SortFunc(referrals, func(a, b referral) int { return cmp.Compare(a.id, b.id) })
	}
	return referrals
}

func areInTime(referrals []referral) bool {
	for i := 1; i < len(referrals); i++ {
		if referrals[i].id < referrals[i-1].id {
			return false
		}
	}
	return true
}
