package db

import (
	"bytes"
	"io"
	"unicode"
	"unicode/utf8"
)

const (
	looksBolt   = "a bbolt database of another program"
	looksLength = 512 // bytes that are looked at
)

// looks says what a file that is not ours looks like, so that a person sees at
// once which of their files they named.
func looks(file io.ReaderAt) string {
	head := make([]byte, looksLength)
	n, _ := file.ReadAt(head, 0)
	head = head[:n]
	for _, kind := range [...]struct{ begins, name string }{
		{"SQLite format 3\x00", "an SQLite database"},
		{"PK\x03\x04", "a zip archive or an office document"},
		{"\x1f\x8b", "a gzip archive"},
		{"\x28\xb5\x2f\xfd", "a zstd archive"},
		{"%PDF-", "a PDF document"},
		{"\x89PNG", "a PNG picture"},
		{"\x7fELF", "a program"},
		{"MZ", "a program"},
		{"\xff\xfe", "text in UTF-16"},
		{"\xfe\xff", "text in UTF-16"},
	} {
		if bytes.HasPrefix(head, []byte(kind.begins)) {
			return kind.name
		}
	}
	switch {
	case len(bytes.Trim(head, "\x00")) == 0:
		return "nothing but zeros"
	case isText(bytes.TrimPrefix(head, []byte("\ufeff"))): // Windows puts this mark before UTF-8
		return "text"
	}
	return "data of a kind unknown here"
}

func isText(head []byte) bool {
	for len(head) > 0 {
		r, size := utf8.DecodeRune(head)
		cutRune := r == utf8.RuneError && len(head) < utf8.UTFMax
		if !cutRune && r != '\n' && r != '\r' && r != '\t' && !unicode.IsPrint(r) {
			return false
		}
		head = head[size:]
	}
	return true
}
