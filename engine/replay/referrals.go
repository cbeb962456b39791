package replay

import (
	"context"

	"referee/engine"
)

// referral is a touch where a rung looks for it. Its id is its place among all touches
// that can reach a sale, in order of time and, at equal times, of the file: an
// [engine.ReferralID].
type referral struct {
	at      int64
	id      int32
	partner engine.PartnerID
	contact key
}

func (r *referral) pick() engine.Pick {
	return engine.Pick{Referral: engine.ReferralID(r.id), Partner: r.partner}
}

// touches are those that can reach a sale, as they stand in the file.
type touches struct {
	rows  []touch
	order []int32 // rows in order of time; nil if they are
}

// number is the touch with an id.
func (t *touches) number(id int) *touch {
	if t.order != nil {
		id = int(t.order[id])
	}
	return &t.rows[id]
}

// referral is a touch as the rungs know it.
func (t *touch) referral(id int) referral {
	who := t.partner
	if t.isLead() {
		who = ^who
	}
	return referral{t.at, int32(id), who, t.contact}
}

func (t *touch) isLead() bool { return t.partner < 0 }

// direct is the contact of a touch without a cookie: what names it is its history at
// once, in no browser.
func (t *touch) direct() key {
	if t.cookie == noKey {
		return t.contact
	}
	return noKey
}

// joined puts what was kept of all pieces together. The pieces are used up.
func joined(ctx context.Context, pieces []looked, workers int) ([]touch, error) {
	starts := make([]int, len(pieces)+1)
	for i, p := range pieces {
		starts[i+1] = starts[i] + len(p.kept) + len(p.again) - p.twice
	}
	all := make([]touch, starts[len(pieces)])
	err := spread(ctx, len(pieces), 1, workers, func(_ int, each func(func(int))) {
		each(func(i int) {
			merge(all[starts[i]:starts[i]], pieces[i].kept, pieces[i].again)
			pieces[i] = looked{}
		})
	})
	return all, err
}

// merge appends what two looks kept of a piece, each row once, as the second did. Both
// are in order of the file.
func merge(all, first, second []touch) []touch {
	for _, t := range second {
		for len(first) > 0 && first[0].row < t.row {
			all, first = append(all, first[0]), first[1:]
		}
		if len(first) > 0 && first[0].row == t.row {
			first = first[1:]
		}
		all = append(all, t)
	}
	return append(all, first...)
}

// inBoth is how many rows both looks kept.
func inBoth(first, second []touch) (n int) {
	for _, t := range second {
		for len(first) > 0 && first[0].row < t.row {
			first = first[1:]
		}
		if len(first) > 0 && first[0].row == t.row {
			n++
		}
	}
	return n
}
