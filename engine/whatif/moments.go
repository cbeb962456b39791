package whatif

import (
	"slices"
	"time"

	"referee/model"
)

// moments lists the nearest places in time, on either side of everything that an
// event of the scene could pass: other events, the ends of windows, and the
// moments at which its own window would end with one of these. A place is a whole
// second away from what is passed, never the very moment of another event.
func (s *search) moments() (changes []Change) {
	for _, row := range s.here.rows {
		e := s.events[row]
		if _, is := e.(model.Order); is && row != s.order {
			continue
		}
		for _, to := range s.places(row) {
			distance := to.Sub(e.When())
			changes = append(changes, Change{Kind: ToMoment, Distance: int64(max(distance, -distance)), Event: row, At: to})
		}
	}
	return changes
}

// places are where an event can be moved to, each once and in order of time.
func (s *search) places(row int) []time.Time {
	var places []time.Time
	taken := s.taken(row)
	for _, at := range s.passed(row) {
		for _, to := range [...]time.Time{at.Add(-time.Second), at, at.Add(time.Second)} {
			if !taken[to.UnixNano()] {
				places = append(places, to)
			}
		}
	}
	slices.SortFunc(places, time.Time.Compare)
	return slices.CompactFunc(places, time.Time.Equal)
}

// passed is every moment that it can matter whether the event is before or after.
func (s *search) passed(row int) (moments []time.Time) {
	window := daysOf(s.events[row], s.catalog)
	for _, other := range s.here.rows {
		if other == row {
			continue
		}
		at := s.events[other].When()
		moments = append(moments, at)
		if end, closes := s.end(other); closes {
			moments = append(moments, end)
		}
		if days, set := window.Get(); set {
			moments = append(moments, at.Add(-time.Duration(days)*24*time.Hour))
		}
	}
	return moments
}

// taken is the moments of all events, the order's left out if a click that names
// nobody is moved: it counts up to and including that, whatever its row (A3).
func (s *search) taken(row int) map[int64]bool {
	click, is := s.events[row].(model.Click)
	counts := is && click.Contact == ""
	taken := map[int64]bool{}
	for other, e := range s.events {
		if other != s.order || !counts {
			taken[e.When().UnixNano()] = true
		}
	}
	return taken
}

// end is when the window of a referral closes, if the event is one and it does.
func (s *search) end(row int) (time.Time, bool) {
	days, set := daysOf(s.events[row], s.catalog).Get()
	return s.events[row].When().Add(time.Duration(days) * 24 * time.Hour), set
}
