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
func BenchmarkSave(b *testing.B) { benchmarkSave(b, opened(b, created(b))) }

// BenchmarkSaveWithoutDisk is what is left of it.
func BenchmarkSaveWithoutDisk(b *testing.B) {
	s := opened(b, created(b))
	s.db.NoSync = true
	benchmarkSave(b, s)
}

func benchmarkSave(b *testing.B, s *Store) {
	base := uint64(1)
	for b.Loop() {
		saved(b, s, base, numbered(b, int(base)), "")
		base++
	}
}

func BenchmarkCurrent(b *testing.B) {
	s := opened(b, created(b))
	for b.Loop() {
		if _, err := s.Current(); err != nil {
			b.Fatal(err)
		}
	}
}
