package replay

import "time"

// inOrder lists rows in order of time, equal times as they stand: nil if they are in
// order already. Logs mostly are, so only the rows that stand behind a later one are
// sorted.
func inOrder(at []int64) []int32 {
	most, behind := at[:min(1, len(at))], 0
	for i := range at {
		if at[i] < most[0] {
			behind++
		} else {
			most = at[i:]
		}
	}
	if behind == 0 {
		return nil
	}
	early, late := make([]int32, 0, len(at)-behind), make([]int32, 0, behind)
	most = at[:1]
	for i := range at {
		if at[i] < most[0] {
			late = append(late, int32(i))
		} else {
			early, most = append(early, int32(i)), at[i:]
		}
	}
	return interleaved(at, early, byDigits(at, late))
}

// interleaved makes one order of two.
func interleaved(at []int64, a, b []int32) []int32 {
	all := make([]int32, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		i, j := a[0], b[0]
		if at[i] < at[j] || at[i] == at[j] && i < j {
			all, a = append(all, i), a[1:]
		} else {
			all, b = append(all, j), b[1:]
		}
	}
	return append(append(all, a...), b...)
}

// byDigits sorts some rows by time, in a time that does not depend on how late they
// are.
func byDigits(at []int64, rows []int32) []int32 {
	least, most, unit := at[rows[0]], at[rows[0]], int64(time.Second)
	for _, row := range rows {
		t := at[row]
		least, most = min(least, t), max(most, t)
		if t%unit != 0 {
			unit = 1
		}
	}
	const bits = 13
	next := make([]int32, len(rows))
	for shift := 0; uint64(most-least)/uint64(unit)>>shift > 0; shift += bits {
		var starts [1<<bits + 1]int32
		digit := func(row int32) uint64 { return uint64(at[row]-least) / uint64(unit) >> shift & (1<<bits - 1) }
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
	return rows
}

// lists are lists of items, one for each key. They are counted, then made, then filled.
type lists[T any] struct {
	starts []int32
	items  []T
}

func newLists[T any](keys int) lists[T] { return lists[T]{starts: make([]int32, keys+2)} }

func (l *lists[T]) count(k key) {
	if k >= 0 {
		l.starts[k+2]++
	}
}

// made makes room for what was counted.
func (l *lists[T]) made() {
	for i := range len(l.starts) - 2 {
		l.starts[i+2] += l.starts[i+1]
	}
	l.items = make([]T, l.starts[len(l.starts)-1])
}

func (l *lists[T]) put(k key, item T) {
	if k >= 0 {
		l.items[l.starts[k+1]] = item
		l.starts[k+1]++
	}
}

// of is the list of a key; noKey and foreign have none.
func (l *lists[T]) of(k key) []T {
	if k < 0 || int(k) >= len(l.starts)-2 {
		return nil
	}
	return l.items[l.starts[k]:l.starts[k+1]]
}
