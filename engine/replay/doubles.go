package replay

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"slices"
)

// faultTwice is an id that has come before.
func faultTwice(id []byte) fault {
	return fault{fmt.Sprintf("the sale_id %s comes twice", quoted(id)), "give each sale its own"}
}

// faultTwiceSince says where it came before, too.
func faultTwiceSince(id string, line int) fault {
	f := faultTwice([]byte(id))
	f.what = fmt.Sprintf("%s, first in line %d", f.what, line)
	return f
}

// firstSales finds where the first sale of each of some ids begins. Those that cannot be read
// do not count.
func firstSales(ctx context.Context, sales *table, read *saleReader, ids []string) (map[string]int, error) {
	first, asked := map[string]int{}, map[string]bool{}
	for _, id := range ids {
		asked[id] = true
	}
	rows := sales.scan(ctx, nil)
	for r := range rows.all {
		id := r.field(saleID)
		if _, met := first[string(id)]; met || !asked[string(id)] {
			continue
		}
		if _, f := read.parse(r); f == (fault{}) {
			first[string(id)] = r.at
		}
	}
	return first, rows.err
}

// linesOf is which lines of a file rows stand in, by where they begin.
func linesOf(data []byte, rows []int) map[int]int {
	lines, line, counted := map[int]int{}, 1, 0
	for _, at := range slices.Sorted(slices.Values(rows)) {
		line += bytes.Count(data[counted:at], []byte{'\n'})
		lines[at], counted = line, at
	}
	return lines
}

// tellFirst says of the bad rows whose ids come twice where those stood first.
func (l *log) tellFirst(ctx context.Context) error {
	ids := map[int]string{} // by where the rows begin
	for _, row := range l.badSales.first {
		if l.doubled[row.at] {
			rows, r := l.sales.split(l.sales.Data[row.at:], row.at), record{}
			rows.next(&r)
			ids[row.at] = string(r.field(saleID))
		}
	}
	if len(ids) == 0 {
		return nil
	}
	first, err := firstSales(ctx, l.sales, &saleReader{currency: l.currency}, slices.Collect(maps.Values(ids)))
	if err != nil {
		return err
	}
	lines := linesOf(l.sales.Data, slices.Collect(maps.Values(first)))
	for i := range l.badSales.first {
		row := &l.badSales.first[i]
		if id, doubled := ids[row.at]; doubled {
			row.fault = faultTwiceSince(id, lines[first[id]])
		}
	}
	return nil
}
