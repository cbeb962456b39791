package replay

import "referee/engine"

// referrals are the touches that can reach a sale, in order of time and, at equal
// times, of the file: a touch's place is its [engine.ReferralID].
type referrals struct {
	at      []int64
	partner []engine.PartnerID
	lead    []bool
	contact []key
	cookie  []key
	address []key
}

// newReferrals puts what the looks at the file kept in order of time. The second
// look saw cookies that the first did not know; each piece of both is in the order
// of the file.
func newReferrals(first, second [][]touch) *referrals {
	touches := merge(first, second)
	at := make([]int64, len(touches))
	for i := range touches {
		at[i] = touches[i].at
	}
	order := inOrder(at)
	r := &referrals{
		at: at, partner: make([]engine.PartnerID, len(at)), lead: make([]bool, len(at)),
		contact: make([]key, len(at)), cookie: make([]key, len(at)), address: make([]key, len(at)),
	}
	for i := range at {
		t := &touches[i]
		if order != nil {
			t = &touches[order[i]]
		}
		r.at[i], r.partner[i], r.lead[i] = t.at, t.partner, t.lead
		r.contact[i], r.cookie[i], r.address[i] = t.contact, t.cookie, t.address
	}
	return r
}

func (r *referrals) len() int { return len(r.at) }

// merge joins the pieces of both looks, each row once, as the second saw it.
func merge(first, second [][]touch) []touch {
	count := 0
	for _, pieces := range [...][][]touch{first, second} {
		for _, piece := range pieces {
			count += len(piece)
		}
	}
	all := make([]touch, 0, count)
	for i := range max(len(first), len(second)) {
		var a, b []touch
		if i < len(first) {
			a = first[i]
			first[i] = nil
		}
		if i < len(second) {
			b = second[i]
		}
		for len(a) > 0 && len(b) > 0 {
			switch {
			case a[0].row < b[0].row:
				all, a = append(all, a[0]), a[1:]
			case a[0].row == b[0].row:
				a = a[1:]
			default:
				all, b = append(all, b[0]), b[1:]
			}
		}
		all = append(append(all, a...), b...)
	}
	return all
}
