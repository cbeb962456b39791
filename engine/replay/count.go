package replay

import "context"

// CountRows is how many rows a file has, bad ones included. It goes through all of it,
// on one goroutine: a load that drops rows does not need to know. It returns a
// [*Problem] or the error of the context.
func CountRows(ctx context.Context, s Source) (int, error) {
	t, err := readHeader(s, 0)
	if err != nil {
		return 0, err
	}
	var broken badRows
	n := 0
	for range t.records(ctx, &broken) {
		n++
	}
	return n + broken.count, ctx.Err()
}
