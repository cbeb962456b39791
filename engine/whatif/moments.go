package whatif

import (
	"cmp"
	"slices"
	"time"

	"referee/model"
)

// move is an event at another time, as little as is needed to sort very many.
type move struct {
	distance, to int64 // nanoseconds
	row          int
}

// moments lists the nearest places in time, on either side of everything that an
// event of the scene could pass: other events, the ends of windows, and the
// moments at which its own window would end with one of these. A place is a whole
// second away from what is passed, never the very moment of another event. Of very
// many, those that there is time to try are listed.
func (s *search) moments() []Change {
	var moves []move
	taken := s.taken()
	for _, row := range s.here.rows {
		if _, is := s.events[row].(model.Order); !is || row == s.order {
			moves = s.appendMoves(moves, row, taken)
		}
	}
	slices.SortFunc(moves, func(a, b move) int {
		return cmp.Or(cmp.Compare(a.distance, b.distance), cmp.Compare(a.row, b.row), cmp.Compare(a.to, b.to))
	})
	moves = slices.Compact(moves)
	moves = moves[:min(len(moves), 1+max(0, MaxEvents-s.went)/len(s.here.rows))]
	changes := make([]Change, len(moves))
	for i, m := range moves {
		changes[i] = Change{Kind: ToMoment, Distance: m.distance, Event: m.row, At: time.Unix(0, m.to).UTC()}
	}
	return changes
}

// appendMoves adds where one event can be moved to.
func (s *search) appendMoves(moves []move, row int, taken map[int64]bool) []move {
	at, order := s.events[row].When().UnixNano(), s.events[s.order].When().UnixNano()
	for _, passed := range s.passed(row) {
		for _, to := range [...]int64{passed - int64(time.Second), passed, passed + int64(time.Second)} {
			if to != at && (!taken[to] || to == order && s.countsWithOrder(row)) {
				moves = append(moves, move{max(to-at, at-to), to, row})
			}
		}
	}
	return moves
}

// passed is every moment that it can matter whether the event is before or after.
func (s *search) passed(row int) (moments []int64) {
	days, set := daysOf(s.events[row], s.catalog).Get()
	for _, other := range s.here.rows {
		if other == row {
			continue
		}
		at := s.events[other].When().UnixNano()
		moments = append(moments, at)
		if own, closes := daysOf(s.events[other], s.catalog).Get(); closes {
			moments = append(moments, at+windowOf(own))
		}
		if set {
			moments = append(moments, at-windowOf(days))
		}
	}
	return moments
}

func windowOf(days int) int64 { return int64(days) * int64(24*time.Hour) }

// taken is the moments of all events.
func (s *search) taken() map[int64]bool {
	taken := map[int64]bool{}
	for _, e := range s.events {
		taken[e.When().UnixNano()] = true
	}
	return taken
}

// countsWithOrder reports whether an event counts up to and including the order's
// moment whatever its row (A3): a click that names nobody. Nothing but the order may
// stand there.
func (s *search) countsWithOrder(row int) bool {
	click, is := s.events[row].(model.Click)
	if !is || click.Contact != "" {
		return false
	}
	order := s.events[s.order].When()
	for other, e := range s.events {
		if other != s.order && e.When().Equal(order) {
			return false
		}
	}
	return true
}
