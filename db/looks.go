package db

import (
	"io"

	"referee/model/filekind"
)

const looksBolt = "a bbolt database of another program"

// looks says what a file that is not ours looks like, so that a person sees at
// once which of their files they named.
func looks(file io.ReaderAt) string {
	head := make([]byte, filekind.Head)
	n, _ := file.ReadAt(head, 0)
	if kind := filekind.Of(head[:n]); kind != "" {
		return kind
	}
	return "text"
}
