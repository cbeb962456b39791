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
// of the file. The pieces are used up.
func newReferrals(first, second [][]touch) *referrals {
	count := 0
	for _, pieces := range [...][][]touch{first, second} {
		for _, piece := range pieces {
			count += len(piece)
		}
	}
	r := &referrals{
		at: make([]int64, 0, count), partner: make([]engine.PartnerID, 0, count), lead: make([]bool, 0, count),
		contact: make([]key, 0, count), cookie: make([]key, 0, count), address: make([]key, 0, count),
	}
	for i := range max(len(first), len(second)) {
		r.merge(take(first, i), take(second, i))
	}
	if order := inOrder(r.at); order != nil {
		r.at, r.partner, r.lead = sorted(r.at, order), sorted(r.partner, order), sorted(r.lead, order)
		r.contact, r.cookie, r.address = sorted(r.contact, order), sorted(r.cookie, order), sorted(r.address, order)
	}
	return r
}

func (r *referrals) len() int { return len(r.at) }

func take(pieces [][]touch, i int) []touch {
	if i >= len(pieces) {
		return nil
	}
	piece := pieces[i]
	pieces[i] = nil
	return piece
}

// sorted is a column in another order.
func sorted[T any](column []T, order []int32) []T {
	out := make([]T, len(column))
	for i, row := range order {
		out[i] = column[row]
	}
	return out
}

// merge takes in a piece as both looks saw it, each row once, as the second did.
func (r *referrals) merge(first, second []touch) {
	for len(first) > 0 && len(second) > 0 {
		switch {
		case first[0].row < second[0].row:
			r.add(&first[0])
			first = first[1:]
		case first[0].row == second[0].row:
			first = first[1:]
		default:
			r.add(&second[0])
			second = second[1:]
		}
	}
	for _, rest := range [...][]touch{first, second} {
		for i := range rest {
			r.add(&rest[i])
		}
	}
}

func (r *referrals) add(t *touch) {
	who, lead := t.partner, t.partner < 0
	if lead {
		who = ^who
	}
	r.at, r.partner, r.lead = append(r.at, t.at), append(r.partner, who), append(r.lead, lead)
	r.contact, r.cookie, r.address = append(r.contact, t.contact), append(r.cookie, t.cookie), append(r.address, t.address)
}
