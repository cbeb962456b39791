package replay

import (
	"context"

	"referee/model"
)

// InParts reads a log in so many parts, however much memory there is.
func InParts(ctx context.Context, files Files, currency model.Currency, n uint64) (loads []*Load, err error) {
	l, err := open(files, currency, Options{Workers: 2})
	if err == nil {
		err = l.prepareParts(ctx)
	}
	for i := uint64(0); i < n && err == nil; i++ {
		var load *Load
		load, err = l.part(ctx, part{i * whole.to / n, (i + 1) * whole.to / n})
		loads = append(loads, load)
	}
	return loads, err
}
