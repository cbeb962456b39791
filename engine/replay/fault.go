package replay

import (
	"cmp"
	"fmt"
	"slices"
)

// fault is what is wrong with a row, and what to do; the zero fault is nothing.
type fault struct{ what, hint string }

var (
	faultLong  = fault{fmt.Sprintf("the row is longer than %d bytes", MaxRow), "look for a quote that is not closed"}
	faultQuote = fault{`a quote stands where none can`, `quote the whole field, and write a quote in it twice`}
	faultOpen  = fault{"a quote is not closed in its line", "close it, or take it away"}
	faultText  = fault{"the row is not UTF-8", "save the file as UTF-8"}
)

// faultColumns is a row with too few or too many columns.
func faultColumns(has, header int) fault {
	f := fault{fmt.Sprintf("the row has %d of %d columns", has, header), "look for a comma that is missing, or a row that is broken in two"}
	if has > header {
		f = fault{fmt.Sprintf("the row has %d columns, and the header %d", has, header), "quote fields that hold a comma"}
	}
	return f
}

// faultLines is a row with too few or too many columns that quotes make one of several lines.
func faultLines(f fault, lines int) fault {
	return fault{fmt.Sprintf("%s; it goes over %d lines, because a quote is closed in another one", f.what, lines), f.hint + ", and take quotes away that should not be there"}
}

// Problem is one thing wrong with a file of a log.
type Problem struct {
	File string
	Line int    // from 1; 0 when the file as a whole is meant
	What string // what is wrong
	Fix  string // what to do; may be empty
}

func (p *Problem) Error() string {
	if p.Line == 0 {
		return fmt.Sprintf("%s: %s", p.File, p.What)
	}
	return fmt.Sprintf("%s:%d: %s", p.File, p.Line, p.What)
}

// Hint is what to do about it.
func (p *Problem) Hint() string { return p.Fix }

// MaxProblems is how many bad rows of a file are named; the rest are counted.
const MaxProblems = 100

// BadRows are the rows of a log that could not be read. Nothing was made of the
// log, unless bad rows were to be skipped.
type BadRows struct {
	Named []*Problem // file by file, in order of the lines, at most MaxProblems each
	Count int        // all of them
	// Partners reports that they are rows of partners.csv, which are never left out.
	Partners bool
}

func (b *BadRows) Error() string {
	if b.Count == 1 {
		return "1 row of the logs cannot be read; nothing was written"
	}
	return fmt.Sprintf("%d rows of the logs cannot be read; nothing was written", b.Count)
}

// Unwrap is the problems one by one, for errors.Is and errors.As.
func (b *BadRows) Unwrap() []error {
	all := make([]error, len(b.Named))
	for i, p := range b.Named {
		all[i] = p
	}
	return all
}

// badRow is a bad row of a file that is being read.
type badRow struct {
	at int // where it begins in the file
	fault
}

// badRows collects bad rows in the order they are met.
type badRows struct {
	rows []badRow // the first of them
	at   []int    // where each begins in the file
}

func (b *badRows) count() int { return len(b.at) }

func (b *badRows) add(at int, f fault) {
	b.at = append(b.at, at)
	if len(b.rows) < MaxProblems {
		b.rows = append(b.rows, badRow{at, f})
	}
}

// badFile is the bad rows of a file, of all readers and parts together.
type badFile struct {
	first []badRow     // the first of them
	count int          // all of them
	told  map[int]bool // where each begins, if several parts may meet one; else nil
}

// take takes bad rows in that readers met, each in order of the file.
func (b *badFile) take(several ...badRows) {
	for _, one := range several {
		b.first = append(b.first, one.rows...)
		if b.told == nil {
			b.count += one.count()
			continue
		}
		for _, at := range one.at {
			b.told[at] = true
		}
		b.count = len(b.told)
	}
	slices.SortStableFunc(b.first, func(a, b badRow) int { return cmp.Compare(a.at, b.at) })
	b.first = slices.Compact(b.first)
	b.first = b.first[:min(len(b.first), MaxProblems)]
}

// add counts and names bad rows of a file, those of several readers together.
func (b *BadRows) add(s Source, several ...badRows) {
	var all badFile
	all.take(several...)
	b.name(s, all)
}

// name counts and names the bad rows of a file.
func (b *BadRows) name(s Source, bad badFile) {
	b.Count += bad.count
	var rows []int
	for _, r := range bad.first {
		rows = append(rows, r.at)
	}
	lines := linesOf(s.Data, rows)
	for _, r := range bad.first {
		b.Named = append(b.Named, &Problem{s.Name, lines[r.at], r.what, r.hint})
	}
}
