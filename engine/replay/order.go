package replay

import "time"

// timeline numbers referrals by their place in order of time, equal times as they stand. Logs
// mostly are in order: so only those are sorted that stand behind a later one, and the others
// are gone through where they are.
type timeline struct {
	chunks [][]referral // chunkRows in each but the last
	late   []int32      // the rows that stand behind a later one, in order of time
}

// number gives each referral its id.
func number(chunks [][]referral) {
	t := timeline{chunks: chunks}
	t.findLate()
	if len(t.late) > 0 {
		t.sort()
	}
	t.inOrder()
}

func (t *timeline) at(row int32) *referral { return &t.chunks[row>>chunkBits][row&(chunkRows-1)] }

// findLate finds the rows that stand behind a later one, as they stand.
func (t *timeline) findLate() {
	latest, row := int64(always), int32(0)
	for _, some := range t.chunks {
		for i := range some {
			if at := some[i].at; at >= latest {
				latest = at
			} else {
				t.late = append(t.late, row+int32(i))
			}
		}
		row += int32(len(some))
	}
}

// inOrder goes through both, those in order and those that are late.
func (t *timeline) inOrder() {
	place, latest, next := int32(0), int64(always), t.next()
	for _, some := range t.chunks {
		for i := range some {
			one := &some[i]
			if one.at < latest {
				continue
			}
			// A late row of the same time stands further down: else this one were late, too.
			for next < one.at {
				place = t.putLate(place)
				next = t.next()
			}
			one.id, place, latest = place, place+1, one.at
		}
	}
	for len(t.late) > 0 {
		place = t.putLate(place)
	}
}

// next is when the next late one was.
func (t *timeline) next() int64 {
	if len(t.late) == 0 {
		return never
	}
	return t.at(t.late[0]).at
}

// putLate gives it a place, and returns the one behind it.
func (t *timeline) putLate(place int32) int32 {
	t.at(t.late[0]).id, t.late = place, t.late[1:]
	return place + 1
}

// sort sorts the late rows by digits of their times, in a time that does not depend on how
// late they are.
func (t *timeline) sort() {
	rows := t.late
	least, most, unit := t.at(rows[0]).at, t.at(rows[0]).at, int64(time.Second)
	for _, row := range rows {
		at := t.at(row).at
		least, most = min(least, at), max(most, at)
		if at%unit != 0 {
			unit = 1
		}
	}
	const bits = 13
	next := make([]int32, len(rows))
	for shift := 0; uint64(most-least)/uint64(unit)>>shift > 0; shift += bits {
		var starts [1<<bits + 1]int32
		digit := func(row int32) uint64 { return uint64(t.at(row).at-least) / uint64(unit) >> shift & (1<<bits - 1) }
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
