package filekind

import (
	"bytes"
	"unicode/utf8"
)

// Head is how many bytes of a file are enough.
const Head = 512

const (
	// UTF16 is text that can be saved in another encoding.
	UTF16 = "text in UTF-16"
	// Gzip and Zstd are what can hold a text that is wanted.
	Gzip = "a gzip archive"
	Zstd = "a zstd archive"
	// Unknown is what has no name here, and is not text.
	Unknown = "data of a kind unknown here"
)

// Of is what a file is that begins with so many bytes, as in "a PNG picture"; "" is
// text, in whatever encoding of one byte a letter or UTF-8, and nothing at all.
func Of(head []byte) string {
	head = head[:min(len(head), Head)]
	for _, kind := range [...]struct{ begins, name string }{
		{"SQLite format 3\x00", "an SQLite database"},
		{"PK\x03\x04", "a zip archive or an office document"},
		{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document"},
		{"\x1f\x8b", Gzip},
		{"\x28\xb5\x2f\xfd", Zstd},
		{"7z\xbc\xaf\x27\x1c", "a 7z archive"},
		{"%PDF-", "a PDF document"},
		{"\x89PNG", "a PNG picture"},
		{"\xff\xd8\xff", "a JPEG picture"},
		{"GIF8", "a GIF picture"},
		{"\x7fELF", "a program"},
		{"MZ\x90\x00", "a program"},
		{"PAR1", "a Parquet file"},
		{"\xff\xfe", UTF16},
		{"\xfe\xff", UTF16},
	} {
		if bytes.HasPrefix(head, []byte(kind.begins)) {
			return kind.name
		}
	}
	text := bytes.ToLower(bytes.TrimSpace(bytes.TrimPrefix(head, []byte("\ufeff"))))
	switch {
	case bytes.HasPrefix(text, []byte("<!doctype html")) || bytes.HasPrefix(text, []byte("<html")):
		return "a web page"
	case len(head) > 0 && len(bytes.Trim(head, "\x00")) == 0:
		return "nothing but zeros"
	case everySecondZero(head):
		return UTF16
	case !isText(head):
		return Unknown
	}
	return ""
}

// everySecondZero reports what UTF-16 of ASCII looks like, without a mark in front.
func everySecondZero(head []byte) bool {
	const few = 4
	head = head[:len(head)/2*2]
	zeros := [2]int{}
	for i, b := range head {
		if b == 0 {
			zeros[i%2]++
		}
	}
	for i, n := range zeros {
		if len(head) >= few && n == len(head)/2 && zeros[1-i] == 0 {
			return true
		}
	}
	return false
}

// isText reports whether a person may have typed it: there is no zero byte in it, and
// where it is not UTF-8, no other control either.
func isText(head []byte) bool {
	if bytes.IndexByte(head, 0) >= 0 {
		return false
	}
	return validHead(head) || bytes.IndexFunc(head, func(r rune) bool { return r < ' ' && r != '\n' && r != '\r' && r != '\t' && r != '\f' }) < 0
}

// validHead reports UTF-8 that may be cut off in its last rune.
func validHead(head []byte) bool {
	for len(head) > 0 {
		r, size := utf8.DecodeRune(head)
		if r == utf8.RuneError && size == 1 {
			return !utf8.FullRune(head)
		}
		head = head[size:]
	}
	return true
}
