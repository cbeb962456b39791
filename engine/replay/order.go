package replay

import "time"

// timeline is rows in order of time, equal times as they stand. Logs mostly are in order:
// so only those are sorted that stand behind a later one, and the others are gone through
// where they are.
type timeline struct {
	times [][]int64 // of all rows, some of them in each
	late  []moment  // the rows that stand behind a later one, in order of time
}

// moment is a row with its time.
type moment struct {
	at  int64
	row int32
}

func newTimeline(times ...[]int64) timeline {
	t := timeline{times: times}
	behind := 0
	for range t.behind {
		behind++
	}
	if behind == 0 {
		return t
	}
	t.late = make([]moment, 0, behind)
	for row, at := range t.behind {
		t.late = append(t.late, moment{at, int32(row)})
	}
	t.late = byDigits(t.late)
	return t
}

// behind gives the rows that stand behind a later one, as they stand.
func (t *timeline) behind(yield func(row int, at int64) bool) {
	latest, row := int64(always), 0
	for _, some := range t.times {
		for _, at := range some {
			if at >= latest {
				latest = at
			} else if !yield(row, at) {
				return
			}
			row++
		}
	}
}

// rows gives all rows in order of time, each with its place in it.
func (t *timeline) rows(yield func(place, row int) bool) {
	late, latest, place, row := t.late, int64(always), 0, 0
	for _, some := range t.times {
		for _, at := range some {
			// A late row of the same time stands further down: else this one were late, too.
			for ; at >= latest && len(late) > 0 && late[0].at < at; late, place = late[1:], place+1 {
				if !yield(place, int(late[0].row)) {
					return
				}
			}
			if at >= latest {
				if !yield(place, row) {
					return
				}
				latest, place = at, place+1
			}
			row++
		}
	}
	for i := range late {
		if !yield(place+i, int(late[i].row)) {
			return
		}
	}
}

// byDigits sorts rows by time, in a time that does not depend on how late they are.
func byDigits(rows []moment) []moment {
	least, most, unit := rows[0].at, rows[0].at, int64(time.Second)
	for i := range rows {
		at := rows[i].at
		least, most = min(least, at), max(most, at)
		if at%unit != 0 {
			unit = 1
		}
	}
	const bits = 13
	next := make([]moment, len(rows))
	for shift := 0; uint64(most-least)/uint64(unit)>>shift > 0; shift += bits {
		var starts [1<<bits + 1]int32
		digit := func(m *moment) uint64 { return uint64(m.at-least) / uint64(unit) >> shift & (1<<bits - 1) }
		for i := range rows {
			starts[digit(&rows[i])+1]++
		}
		for d := range 1 << bits {
			starts[d+1] += starts[d]
		}
		for i := range rows {
			d := digit(&rows[i])
			next[starts[d]] = rows[i]
			starts[d]++
		}
		rows, next = next, rows
	}
	return rows
}
