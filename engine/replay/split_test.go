package replay

import (
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
)

// cut takes a text apart in pieces about so large, as the workers do, with the help of
// marks or without: a good row is its fields, a bad one nothing.
func cut(text string, columns, size int, m *marks) (rows [][]string) {
	t := &table{Source: Source{Data: []byte(text)}, slots: make([]uint8, columns)}
	for i := range t.slots {
		t.slots[i] = uint8(i)
	}
	f := newFeed(t, t.whole(), size)
	for {
		p, text, ok, _ := f.take(nil)
		if !ok {
			return rows
		}
		s := t.split(text, p.from)
		if m != nil {
			s = t.marked(text, p.from, m)
		}
		for some := [3]record{}; ; {
			n, bad, more := s.cut(some[:]), fault{}, true
			if n == 0 {
				if bad, more = s.next(&some[0]); !more {
					break
				}
				n = 1
			}
			for _, r := range some[:n] {
				var fields []string
				for i := range columns {
					fields = append(fields, string(r.field(i)))
				}
				if bad != (fault{}) {
					fields = nil
				}
				rows = append(rows, fields)
			}
		}
	}
}

// standard is the same by encoding/csv, which takes all that a quote made one bad row: here
// only the line that the row begins in is lost, unless nothing is wrong with its quotes and it
// has not too many lines.
func standard(text string, columns int) (rows [][]string) {
	for {
		r := csv.NewReader(strings.NewReader(text))
		r.FieldsPerRecord = columns
		fields, err := r.Read()
		if errors.Is(err, io.EOF) {
			return rows
		}
		if err == nil {
			rows, text = append(rows, fields), text[r.InputOffset():]
			continue
		}
		bad, _ := errors.AsType[*csv.ParseError](err)
		read := text[:r.InputOffset()]
		if errors.Is(err, csv.ErrFieldCount) && strings.Count(strings.TrimSuffix(read, "\n"), "\n")+2-bad.StartLine <= noteLines {
			rows, text = append(rows, nil), text[len(read):]
			continue
		}
		lines := strings.SplitAfter(text, "\n")[bad.StartLine:] // behind the line it begins in
		rows, text = append(rows, nil), strings.Join(lines, "")
	}
}

func FuzzSplit(f *testing.F) {
	for _, text := range []string{
		"a,b,c\nd,e,f\n", "a,b,c\r\n\r\n\nd,,\n", "\"a\",\"b,\"\"x\"\"\nnext\",c\nd,e,f", "a,b\n\"open,b,c\nd,e,f\n", "a\"b,c,d\ne,f,g\n",
		"\"a\"x,b,c\nd,e,f\n", "a,b,c\r", "\"a\r\nb\",c,d\r\n", "\r\r\n", "\"\"\r", ",,\n,,", "\"a\nb\nc\nd\",\"\n\n\",\"x\"\nq,r,s\n",
		"a,b,c\nd,\"e,f\ng,h,i\nj,k,l\n", "\"open\n\na,b,c\r\n\"\"\"\"\nd,e,f", "\"a\"\"\n\"\"\nb,c,d",
		"a,\"b\nx,y,z\nc\",d,e\nf,g,h\n", "a,\"b" + strings.Repeat("\nx,y,z", noteLines) + "\nc\",d,e\nf,g,h\n",
	} {
		f.Add(text, uint8(3), uint8(4))
	}
	f.Fuzz(func(t *testing.T, text string, columns, size uint8) {
		n := int(columns%maxFields) + 1
		for _, text := range []string{text, strings.Repeat(text, min(64, 3*stretchSize/(len(text)+1)))} {
			want := standard(text, n)
			for _, size := range []int{int(size) + 1, 1 << 20} {
				for _, m := range []*marks{nil, {}, {narrow: true}} {
					if got := cut(text, n, size, m); !slices.EqualFunc(got, want, slices.Equal) {
						t.Fatalf("%q in pieces of %d, marks: %t, narrow: %t\n got %q\nwant %q", text, size, m != nil, m != nil && m.narrow, got, want)
					}
				}
			}
		}
	})
}

// TestLongRows: an open quote swallows no more than a row may be long.
func TestLongRows(t *testing.T) {
	long := strings.Repeat("x\n", MaxRow/2+1)
	rows := cut("a,b\n\"open,"+long+"c,d\n", 2, 1<<20, &marks{})
	if first, last := rows[0], rows[len(rows)-1]; !slices.Equal(first, []string{"a", "b"}) || !slices.Equal(last, []string{"c", "d"}) || rows[1] != nil {
		t.Errorf("%q … %q", rows[:3], last)
	}
}

// TestOpenQuote: a quote that is never closed costs its line, and no other.
func TestOpenQuote(t *testing.T) {
	for size := 1; size < 40; size++ {
		rows := cut("a,b\nc,\"open\nd,e\n\nf,g\n", 2, size, nil)
		if want := [][]string{{"a", "b"}, nil, {"d", "e"}, {"f", "g"}}; !slices.EqualFunc(rows, want, slices.Equal) {
			t.Errorf("in pieces of %d: %q, want %q", size, rows, want)
		}
	}
}

// TestStrayQuotes: of two quotes that should not be there, each costs its line, and what is
// between them is read.
func TestStrayQuotes(t *testing.T) {
	for size := 1; size < 60; size++ {
		rows := cut("a,b\n\"c,d\ne,f\ng,h\n\"i,j\nk,l\n", 2, size, &marks{})
		if want := [][]string{{"a", "b"}, nil, {"e", "f"}, {"g", "h"}, nil, {"k", "l"}}; !slices.EqualFunc(rows, want, slices.Equal) {
			t.Errorf("in pieces of %d: %q, want %q", size, rows, want)
		}
	}
}

// TestQuotedPieces: rows with quotes and line breaks in them are handed out in pieces as
// others are, and what is mapped is not looked at for that.
func TestQuotedPieces(t *testing.T) {
	text := []byte(strings.Repeat("a,\"b\nc\"\n", 1_000))
	table := &table{Source: Source{Data: make([]byte, len(text)), At: strings.NewReader(string(text))}, slots: []uint8{0, 1}}
	f := newFeed(table, table.whole(), 100)
	var buffer []byte
	pieces, rows := 0, 0
	for {
		p, text, more, err := f.take(&buffer)
		if err != nil {
			t.Fatal(err)
		}
		if !more {
			break
		}
		if pieces++; p.to-p.from > 120 {
			t.Errorf("a piece of %d bytes", p.to-p.from)
		}
		for s, r := table.split(text, p.from), (record{}); ; rows++ {
			if bad, more := s.next(&r); !more {
				break
			} else if bad != (fault{}) || string(r.field(1)) != "b\nc" {
				t.Fatalf("%v, %q", bad, r.text)
			}
		}
	}
	if pieces < 70 || rows != 1_000 {
		t.Errorf("%d rows in %d pieces", rows, pieces)
	}
}
