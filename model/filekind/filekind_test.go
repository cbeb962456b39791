package filekind_test

import (
	"strings"
	"testing"
	"unicode/utf16"

	"referee/model/filekind"
)

func TestOf(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "name,b\n": "", "\ufeffname,b\r\n": "", "name\tb": "", "Jos\xe9,2\n": "", "日本\n": "", strings.Repeat("日", 200): "", "a\x1bb": "",
		"<not html>": "", "PK": "", "MZ,1\n": "",
		"\x7fELF\x02\x01": "a program", "MZ\x90\x00\x03": "a program", "\x89PNG\r\n\x1a\n": "a PNG picture", "PK\x03\x04\x14\x00": "a zip archive or an office document",
		"SQLite format 3\x00": "an SQLite database", "\x1f\x8b\x08": filekind.Gzip, "\x28\xb5\x2f\xfd\x04": filekind.Zstd, "%PDF-1.4\n": "a PDF document",
		"\n<!DOCTYPE html><html>": "a web page", "<HTML>": "a web page", "\x00\x00\x00": "nothing but zeros",
		"\xff\xfea\x00": filekind.UTF16, wide("a,b\n1,2\n", 0): filekind.UTF16, wide("a,b\n1,2\n", 1): filekind.UTF16,
		"a\x00b": filekind.Unknown, "\x93\x01\x80\xff": filekind.Unknown,
	} {
		if got := filekind.Of([]byte(text)); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

// wide is a text in UTF-16 without a mark; low is where the low byte of each pair is.
func wide(text string, low int) string {
	var b strings.Builder
	for _, unit := range utf16.Encode([]rune(text)) {
		pair := [2]byte{}
		pair[low], pair[1-low] = byte(unit), byte(unit>>8)
		b.Write(pair[:])
	}
	return b.String()
}
