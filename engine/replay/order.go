package replay

import "time"

// inOrder lists rows in order of time, equal times as they stand: nil if they are in
// order already. It sorts by digits, in a time that does not depend on how late
// the rows are.
func inOrder(at []int64) []int32 {
	sorted, least, most, unit := true, int64(0), int64(0), int64(time.Second)
	for i, t := range at {
		if i == 0 {
			least, most = t, t
		}
		sorted = sorted && (i == 0 || at[i-1] <= t)
		least, most = min(least, t), max(most, t)
		if t%unit != 0 {
			unit = 1
		}
	}
	if sorted {
		return nil
	}
	order, next := make([]int32, len(at)), make([]int32, len(at))
	for i := range order {
		order[i] = int32(i)
	}
	const bits = 13
	for shift := 0; uint64(most-least)/uint64(unit)>>shift > 0; shift += bits {
		var starts [1<<bits + 1]int32
		digit := func(row int32) uint64 { return uint64(at[row]-least) / uint64(unit) >> shift & (1<<bits - 1) }
		for _, row := range order {
			starts[digit(row)+1]++
		}
		for d := range 1 << bits {
			starts[d+1] += starts[d]
		}
		for _, row := range order {
			d := digit(row)
			next[starts[d]] = row
			starts[d]++
		}
		order, next = next, order
	}
	return order
}

// lists are lists of numbers, one for each key.
type lists struct {
	starts []int32
	items  []int32
}

// of is the list of a key; noKey and foreign have none.
func (l *lists) of(k key) []int32 {
	if k < 0 || int(k) >= len(l.starts)-1 {
		return nil
	}
	return l.items[l.starts[k]:l.starts[k+1]]
}

// listBy lists the rows that have each key, in an order of the rows; nil is as they
// stand.
func listBy(column []key, keys int, order []int32) lists {
	l := lists{starts: make([]int32, keys+2)}
	for _, k := range column {
		if k >= 0 {
			l.starts[k+2]++
		}
	}
	for i := range keys {
		l.starts[i+2] += l.starts[i+1]
	}
	l.items = make([]int32, l.starts[keys+1])
	put := func(row int32) {
		if k := column[row]; k >= 0 {
			l.items[l.starts[k+1]] = row
			l.starts[k+1]++
		}
	}
	if order == nil {
		for row := range column {
			put(int32(row))
		}
	}
	for _, row := range order {
		put(row)
	}
	l.starts = l.starts[:keys+1]
	return l
}
