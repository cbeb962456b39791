package replay

import (
	"bytes"
	"cmp"
	"hash/maphash"
	"slices"
)

// column is one name of each row.
type column struct {
	names []byte
	ends  []uint32
}

func (c *column) clear() { c.names, c.ends = c.names[:0], c.ends[:0] }

func (c *column) len() int { return len(c.ends) }

func (c *column) add(name []byte) {
	c.names = append(c.names, name...)
	c.ends = append(c.ends, uint32(len(c.names)))
}

func (c *column) name(row int) []byte {
	from := uint32(0)
	if row > 0 {
		from = c.ends[row-1]
	}
	return c.names[from:c.ends[row]]
}

// without leaves some rows out, given in order.
func (c *column) without(rows []int) column {
	if len(rows) == 0 {
		return *c
	}
	var left column
	for row := range c.len() {
		if len(rows) > 0 && rows[0] == row {
			rows = rows[1:]
			continue
		}
		left.add(c.name(row))
	}
	return left
}

// among puts rows without a name before and behind.
func (c *column) among(before, behind int) column {
	return column{c.names, slices.Concat(make([]uint32, before), c.ends, slices.Repeat([]uint32{uint32(len(c.names))}, behind))}
}

// ids are the ids of sales, and find those that come twice. Most programs number
// their sales: while ids only rise, or only fall, none can come twice, and they need
// not be looked up.
type ids struct {
	column
	course int   // 1 if they rise so far, -1 if they fall, 0 before there are two
	known  *keys // all of them, once they do neither
}

// add takes the ids of more rows, and answers with those rows whose id has come before:
// here, or in other parts of the file.
func (d *ids) add(more *column, before *idSet) (twice []int) {
	if d.known == nil && !d.inCourse(more) {
		d.known = newKeys(2*d.len(), maphash.MakeSeed())
		for row := range d.len() {
			d.known.add(d.name(row))
		}
	}
	for row := range more.len() {
		id := more.name(row)
		d.column.add(id)
		if d.known != nil {
			if _, added := d.known.add(id); !added {
				twice = append(twice, row)
				continue
			}
		}
		if before.hold(id) {
			twice = append(twice, row)
		}
	}
	return twice
}

// inCourse reports whether more ids go on as those before.
func (d *ids) inCourse(more *column) bool {
	var last []byte
	if n := d.len(); n > 0 {
		last = d.name(n - 1)
	}
	for row := range more.len() {
		id := more.name(row)
		if last != nil {
			course := compareIDs(id, last)
			if d.course == 0 {
				d.course = course
			}
			if course == 0 || course != d.course {
				return false
			}
		}
		last = id
	}
	return true
}

// compareIDs puts the shorter id first, as numbers are put in order.
func compareIDs(a, b []byte) int {
	return cmp.Or(cmp.Compare(len(a), len(b)), bytes.Compare(a, b))
}
