package db

import "testing"

func BenchmarkOpen(b *testing.B) {
	path := created(b)
	for b.Loop() {
		s, err := Open(path, Options{})
		if err != nil {
			b.Fatal(err)
		}
		s.Close()
	}
}

// BenchmarkSave is mostly the disk's: a commit waits for it twice.
func BenchmarkSave(b *testing.B) {
	s := opened(b, created(b))
	base := uint64(1)
	for b.Loop() {
		saved(b, s, base, numbered(b, int(base)), "")
		base++
	}
}
