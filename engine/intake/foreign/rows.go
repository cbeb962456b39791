package foreign

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"referee/engine/replay"
	"referee/model/filekind"
)

// row is a row of an export: the values of its columns by their names, in lower
// case. A column that is not there has no value.
type row struct {
	line   int
	values []string
	names  map[string]int
	items  []row // the lines of an order, where a document has them
}

// get is the value of the first of several names that is there, without space around it.
func (r row) get(names ...string) string {
	for _, name := range names {
		if column, known := r.names[name]; known && column < len(r.values) {
			if value := strings.TrimSpace(r.values[column]); value != "" {
				return value
			}
		}
	}
	return ""
}

var errRowTooLong = errors.New("the row is too long")

// counter is a reader that refuses to go on when a row does not end: encoding/csv
// would take all of a file for one row.
type counter struct {
	from io.Reader
	read int64 // so far
	most int64 // what may have been read before the next row ends
}

func (c *counter) Read(p []byte) (int, error) {
	if c.read > c.most {
		return 0, errRowTooLong
	}
	n, err := c.from.Read(p)
	c.read += int64(n)
	return n, err
}

// table is a file that is read row by row.
type table struct {
	name    string
	csv     *csv.Reader
	counter *counter
	header  map[string]int
	columns int
}

// openTable reads the header. It returns an [*Error].
func openTable(s Source) (*table, error) {
	c := &counter{from: s.Data, most: replay.MaxRow}
	in := bufio.NewReaderSize(c, 64<<10)
	start, _ := in.Peek(4096)
	if bytes.HasPrefix(start, []byte("\xef\xbb\xbf")) {
		_, _ = in.Discard(3)
		start, _ = in.Peek(4096)
	}
	switch kind := filekind.Of(start); kind {
	case "":
	case filekind.UTF16:
		return nil, &Error{s.Name, 1, "the file is " + kind, "save it as UTF-8"}
	default:
		return nil, &Error{s.Name, 0, "the file is " + kind + ", not text", "give the export itself, as CSV or as the API's JSON"}
	}
	line, _, ended := bytes.Cut(start, []byte("\n"))
	if !ended && bytes.IndexByte(start, '\r') >= 0 {
		return nil, &Error{s.Name, 1, "its lines end with carriage returns only", "end lines with a line feed"}
	}
	t := &table{name: s.Name, csv: csv.NewReader(in), counter: c, header: map[string]int{}}
	t.csv.Comma, t.csv.FieldsPerRecord, t.csv.ReuseRecord = separator(line), -1, true
	names, err := t.csv.Read()
	if err == io.EOF {
		return nil, &Error{s.Name, 0, "the file is empty", "export it again, with its header"}
	}
	if err != nil {
		return nil, t.bad(err)
	}
	if len(names) > replay.MaxColumns {
		return nil, &Error{s.Name, 1, fmt.Sprintf("there are more than %d columns", replay.MaxColumns), "leave columns out"}
	}
	t.columns = len(names)
	for i, name := range names {
		name = strings.ToLower(strings.TrimSpace(name))
		if _, twice := t.header[name]; !twice && name != "" {
			t.header[name] = i // of two, the first: exports repeat what they do not need
		}
	}
	return t, nil
}

// separator is what stands most often in the header.
func separator(header []byte) rune {
	best := ','
	for _, c := range ";\t" {
		if bytes.Count(header, []byte(string(c))) > bytes.Count(header, []byte(string(best))) {
			best = c
		}
	}
	return best
}

// next is the next row, io.EOF, or an [*Error]. After one that leaves no way on,
// lost is set.
func (t *table) next() (r row, lost bool, err error) {
	t.counter.most = t.counter.read + replay.MaxRow
	values, err := t.csv.Read()
	switch {
	case err == io.EOF:
		return row{}, true, err
	case err != nil:
		return row{}, true, t.bad(err)
	}
	line, _ := t.csv.FieldPos(0)
	r = row{line: line, values: append([]string(nil), values...), names: t.header}
	switch {
	case len(values) > t.columns:
		return r, false, &Error{t.name, line, "the row has more columns than the header", "quote fields that hold the separator"}
	case !utf8.ValidString(strings.Join(values, "")):
		return r, false, &Error{t.name, line, "the row is not UTF-8", "save the file as UTF-8"}
	}
	return r, false, nil
}

// bad is an error of the reader in our words.
func (t *table) bad(err error) *Error {
	var parse *csv.ParseError
	switch {
	case errors.Is(err, errRowTooLong):
		line, _ := t.csv.FieldPos(0)
		return &Error{t.name, max(line, 1), fmt.Sprintf("a row is longer than %d bytes", replay.MaxRow), "look for a quote that is not closed"}
	case errors.As(err, &parse):
		return &Error{t.name, parse.StartLine, "a quote stands where none can, or is not closed", "quote the whole field, and write a quote in it twice"}
	}
	return &Error{t.name, 0, "it cannot be read: " + err.Error(), "check the file"}
}
