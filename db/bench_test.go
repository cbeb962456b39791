package db

import (
	"path/filepath"
	"slices"
	"testing"
	"time"

	"referee/model"
)

// onDisk makes a database where the system keeps temporary files, mostly a disk.
func onDisk(b *testing.B) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), "partners.db")
	if err := Create(path, Seed{Settings: model.Defaults(), Catalog: sample(b), At: noon, Note: "begun"}); err != nil {
		b.Fatal(err)
	}
	return path
}

func BenchmarkOpen(b *testing.B) {
	path := onDisk(b)
	for b.Loop() {
		s, err := Open(path, Options{})
		if err != nil {
			b.Fatal(err)
		}
		s.Close()
	}
}

// BenchmarkSave is mostly the disk's: a commit waits for it twice.
func BenchmarkSave(b *testing.B) { benchmarkSave(b, opened(b, onDisk(b))) }

// BenchmarkSaveWithoutDisk is what is left of it.
func BenchmarkSaveWithoutDisk(b *testing.B) {
	s := opened(b, onDisk(b))
	s.db.NoSync = true
	benchmarkSave(b, s)
}

func benchmarkSave(b *testing.B, s *Store) {
	base := uint64(1)
	var took []time.Duration
	for b.Loop() {
		next := numbered(b, int(base))
		began := time.Now()
		saved(b, s, base, next, "")
		took = append(took, time.Since(began))
		base++
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds()), "µs/p50")
}

func BenchmarkCurrent(b *testing.B) {
	s := opened(b, onDisk(b))
	for b.Loop() {
		if _, err := s.Current(); err != nil {
			b.Fatal(err)
		}
	}
}
