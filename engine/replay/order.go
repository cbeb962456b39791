package replay

import "time"

// timeline is rows in order of time, equal times as they stand. Logs mostly are in order:
// so only those are sorted that stand behind a later one, and the others are gone through
// where they are.
type timeline struct {
	times [][]int64 // of all rows, chunkRows of them in each but the last
	late  []int32   // the rows that stand behind a later one, in order of time
}

func newTimeline(times [][]int64) timeline {
	t := timeline{times: times}
	behind := 0
	for range t.behind {
		behind++
	}
	if behind == 0 {
		return t
	}
	t.late = make([]int32, 0, behind)
	for row := range t.behind {
		t.late = append(t.late, int32(row))
	}
	t.sort()
	return t
}

func (t *timeline) at(row int32) int64 { return t.times[row>>chunkBits][row&(chunkRows-1)] }

// behind gives the rows that stand behind a later one, as they stand.
func (t *timeline) behind(yield func(row int) bool) {
	latest, row := int64(always), 0
	for _, some := range t.times {
		for _, at := range some {
			if at >= latest {
				latest = at
			} else if !yield(row) {
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
			for ; at >= latest && len(late) > 0 && t.at(late[0]) < at; late, place = late[1:], place+1 {
				if !yield(place, int(late[0])) {
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
		if !yield(place+i, int(late[i])) {
			return
		}
	}
}

// sort sorts the late rows by digits of their times, in a time that does not depend on how
// late they are.
func (t *timeline) sort() {
	rows := t.late
	least, most, unit := t.at(rows[0]), t.at(rows[0]), int64(time.Second)
	for _, row := range rows {
		at := t.at(row)
		least, most = min(least, at), max(most, at)
		if at%unit != 0 {
			unit = 1
		}
	}
	const bits = 13
	next := make([]int32, len(rows))
	for shift := 0; uint64(most-least)/uint64(unit)>>shift > 0; shift += bits {
		var starts [1<<bits + 1]int32
		digit := func(row int32) uint64 { return uint64(t.at(row)-least) / uint64(unit) >> shift & (1<<bits - 1) }
		for _, row := range rows {
			starts[digit(row)+1]++
		}
		for d := range 1 << bits {
			starts[d+1] += starts[d]
		}
		for _, row := range rows {
			d := digit(row)
			next[starts[d]] = row
			starts[d]++
		}
		rows, next = next, rows
	}
	t.late = rows
}
