package logs

import (
	"context"
	"io"
)

// Until is a reader that ends with a context, with the context's error.
func Until(ctx context.Context, from io.Reader) io.Reader { return until{ctx, from} }

type until struct {
	ctx  context.Context
	from io.Reader
}

func (u until) Read(p []byte) (int, error) {
	if err := u.ctx.Err(); err != nil {
		return 0, err
	}
	return u.from.Read(p)
}
