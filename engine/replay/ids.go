package replay

import (
	"bytes"
	"cmp"
	"math"
)

// column is one name of each row.
type column struct {
	names []byte
	ends  []uint32
}

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

// ids are the ids of sales, and find those that come twice. Most programs number
// their sales: while ids only rise, or only fall, none can come twice, and they need
// not be looked up.
type ids struct {
	column
	expected int   // about how many there will be
	checked  bool  // those that come twice have been found beforehand
	course   int   // 1 if they rise so far, -1 if they fall, 0 before there are two
	known    *keys // all of them, once they do neither
}

// add adds an id. It is a fault if it has come before.
func (d *ids) add(id []byte) (f fault) {
	n := d.len()
	if !d.checked && d.known == nil && n > 0 && !d.inCourse(id) {
		d.known = newKeys(d.expected, newSeeds())
		for row := range n {
			d.known.add(d.name(row))
		}
	}
	if len(d.names)+len(id) > math.MaxUint32 {
		id, f = id[:0], faultIDs
	} else if d.known != nil {
		if _, added := d.known.add(id); !added {
			f = faultTwice(id)
		}
	}
	if n == 1_000 { // enough to tell how long they are
		d.names = append(make([]byte, d.expected/n*len(d.names)*5/4)[:0], d.names...)
		d.ends = append(make([]uint32, d.expected)[:0], d.ends...)
	}
	d.column.add(id)
	return f
}

// inCourse reports whether an id goes on as those before.
func (d *ids) inCourse(id []byte) bool {
	course := compareIDs(id, d.name(d.len()-1))
	if d.course == 0 {
		d.course = course
	}
	return course != 0 && course == d.course
}

// compareIDs puts the shorter id first, as numbers are put in order.
func compareIDs(a, b []byte) int {
	return cmp.Or(cmp.Compare(len(a), len(b)), bytes.Compare(a, b))
}
