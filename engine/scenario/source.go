package scenario

import (
	"bytes"
	"sort"
	"unicode/utf8"

	"referee/model/filekind"
)

// offset is a place in a file, in bytes. Lines and columns are worked out at
// the end and in one sweep, so a file of one long line costs no more than any.
type offset int

// nowhere stands for the file as a whole.
const nowhere offset = -1

// source is a file's text with the beginnings of its lines.
type source struct {
	data  []byte
	lines []int
}

func newSource(data []byte) source {
	s := source{data: data, lines: []int{0}}
	for i, b := range data {
		if b == '\n' {
			s.lines = append(s.lines, i+1)
		}
	}
	return s
}

// line is the line of an offset, from 1.
func (s source) line(at offset) int { return sort.SearchInts(s.lines, int(at)+1) }

// places answers with lines and columns for offsets asked in ascending order.
// Columns count characters, as editors do.
func (s source) places() func(offset) (line, column int) {
	lastLine, from, column := 0, 0, 1
	return func(at offset) (int, int) {
		if at == nowhere {
			return 0, 0
		}
		if line := s.line(at); line != lastLine {
			lastLine, from, column = line, s.lines[line-1], 1
		}
		column += utf8.RuneCount(s.data[from:at])
		from = int(at)
		return lastLine, column
	}
}

// prepare drops the mark some editors put at the beginning of a file, and
// refuses what cannot be read as text at all.
func (r *reader) prepare(data []byte) (ok bool) {
	switch kind := filekind.Of(data); kind {
	case "", filekind.Unknown: // below it is said where
	case filekind.UTF16:
		r.refuse(nowhere, "save the file as UTF-8", "the file is %s", kind)
		return false
	default:
		r.refuse(nowhere, "give a scenario file, which is text", "the file is %s", kind)
		return false
	}
	if len(data) > MaxFile {
		r.refuse(nowhere, "split the file", "the file is larger than %d MiB", MaxFile>>20)
		return false
	}
	r.source = newSource(bytes.TrimPrefix(data, []byte("\ufeff")))
	if at := invalidUTF8(r.source.data); at != nowhere {
		r.refuse(at, "save the file as UTF-8", "the file is not UTF-8 text")
		return false
	}
	return true
}

func invalidUTF8(data []byte) offset {
	if utf8.Valid(data) {
		return nowhere
	}
	at := 0
	for {
		c, size := utf8.DecodeRune(data[at:])
		if c == utf8.RuneError && size == 1 {
			return offset(at)
		}
		at += size
	}
}
