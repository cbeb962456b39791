package replay

import "sync/atomic"

// Progress is how far a load has come. It may be read while the load goes on; a nil
// Progress is told nothing.
type Progress struct {
	Rows  atomic.Int64 // rows read so far
	Bytes atomic.Int64 // of [Progress.Total]
	Total atomic.Int64 // all bytes that will be read, as far as is known
}

func (p *Progress) read(rows, bytes int) {
	if p != nil {
		p.Rows.Add(int64(rows))
		p.Bytes.Add(int64(bytes))
	}
}

// remaining says how many bytes are still to be read.
func (p *Progress) remaining(bytes int) {
	if p != nil {
		p.Total.Store(p.Bytes.Load() + int64(bytes))
	}
}

func (p *Progress) expect(bytes int) {
	if p != nil {
		p.Total.Add(int64(bytes))
	}
}
