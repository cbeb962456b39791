package replay

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strings"

	"referee/model/filekind"
)

// table is a file whose header has been read.
type table struct {
	Source
	body  int     // where the rows begin
	slots []uint8 // by column: which field it is, unread for one that is not looked at
	has   [maxFields]bool
}

// byteOrderMark is what some programs put in front of UTF-8.
const byteOrderMark = "\xef\xbb\xbf"

// readHeader finds the columns of a file by their names. The first few of the
// fields must be there.
func readHeader(s Source, required int, fields ...string) (*table, error) {
	refuse := func(hint, what string, args ...any) (*table, error) {
		return nil, &Problem{File: s.Name, Line: 1, What: fmt.Sprintf(what, args...), Fix: hint}
	}
	switch kind := filekind.Of(s.Data); kind {
	case "":
	case filekind.UTF16:
		return refuse("save it as UTF-8", "the file is %s", kind)
	case filekind.Gzip, filekind.Zstd:
		return refuse("end its name in .csv.gz or .csv.zst", "the file is %s", kind)
	default:
		return refuse("put the CSV there, with the columns "+strings.Join(fields[:required], ","), "the file is %s, not text", kind)
	}
	names, body, f := headerNames(s.Data)
	switch {
	case f != fault{}:
		return refuse(f.hint, "%s", f.what)
	case len(names) == 0:
		return refuse("the first line names the columns: "+strings.Join(fields, ","), "the file is empty")
	case len(names) == 1 && strings.Contains(names[0], ";"):
		return refuse("export it with commas", "the columns are separated by semicolons")
	case len(names) == 1 && strings.Contains(names[0], "\t"):
		return refuse("export it with commas", "the columns are separated by tabs")
	case slices.ContainsFunc(names, func(name string) bool { return strings.Contains(name, "\r") }):
		return refuse("end lines with a line feed", "the lines end with carriage returns only")
	case len(names) > MaxColumns:
		return refuse("leave columns out", "there are more than %d columns", MaxColumns)
	}
	t := &table{Source: s, body: body, slots: make([]uint8, len(names))}
	for column, name := range names {
		t.slots[column] = unread
		if slot := slices.Index(fields, strings.ToLower(strings.TrimSpace(name))); slot >= 0 {
			t.slots[column] = uint8(slot)
			if t.has[slot] {
				return refuse("keep one of them", "there are two columns %q", fields[slot])
			}
			t.has[slot] = true
		}
	}
	for i, field := range fields[:required] {
		if !t.has[i] {
			return refuse("the header needs "+strings.Join(fields[:required], ","), "there is no column %q", field)
		}
	}
	return t, nil
}

// headerNames reads the first record, whatever columns it has.
func headerNames(data []byte) (names []string, body int, f fault) {
	if bytes.HasPrefix(data, []byte(byteOrderMark)) {
		body = len(byteOrderMark)
	}
	r := csv.NewReader(bytes.NewReader(data[body:min(len(data), body+MaxRow)]))
	r.FieldsPerRecord = -1
	names, err := r.Read()
	if err != nil && err != io.EOF {
		return nil, body, faultQuote
	}
	return names, body + int(r.InputOffset()), fault{}
}

// rows is about how many rows there are, judging by the first ones.
func (t *table) rows(p piece) int {
	head := t.Data[p.from:min(p.to, p.from+1<<16)]
	lines := bytes.Count(head, []byte{'\n'}) + 1
	return (p.to-p.from)/(len(head)/lines+1)*101/100 + 16
}

// whole is all rows of a file.
func (t *table) whole() piece { return piece{from: t.body, to: len(t.Data)} }
