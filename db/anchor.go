package db

import (
	"encoding/hex"
	"errors"
	"fmt"
	"hash/crc32"
	"io/fs"
	"os"
	"strconv"
	"syscall"

	bolt "go.etcd.io/bbolt"

	"referee/db/lasting"
)

// anchor is what a small file beside the database remembers of it: its last
// revision and the hash of that, and the same of the kept cases. A database that
// an accident has put back to an older state is sound in itself; only something
// outside of it can tell.
//
// The file holds two lines of the same length, written in turn, each with a
// checksum: one of them is always whole, whenever the program ends. It is
// written after the commit and not flushed, so it can lag behind but never be
// ahead of what was saved.
type anchor struct {
	revision uint64
	hash     digest
	shelved  uint64 // changes of kept cases
	shelf    digest // of all of them
}

const (
	anchorSuffix = ".anchor"
	anchorWord   = "referee"
	anchorForm   = anchorWord + " %020d %x %020d %x"
	anchorPair   = 1 + 20 + 1 + 64 // number and hash, each with the blank before it
	anchorText   = len(anchorWord) + 2*anchorPair
	anchorLine   = anchorText + 1 + 8 + 1 // with the checksum and the line's end
)

// errNoAnchor is found instead of an anchor: none of the two lines is whole.
var errNoAnchor = errors.New("it does not hold what it should")

func (a anchor) line() []byte {
	text := fmt.Sprintf(anchorForm, a.revision, a.hash[:], a.shelved, a.shelf[:])
	return fmt.Appendf(nil, "%s %08x\n", text, crc32.Checksum([]byte(text), crc32.MakeTable(crc32.Castagnoli)))
}

// parseAnchor reads a line; ok is false unless it is one that line wrote.
func parseAnchor(line []byte) (a anchor, ok bool) {
	if len(line) != anchorLine {
		return anchor{}, false
	}
	first, second := line[len(anchorWord):][:anchorPair], line[len(anchorWord)+anchorPair:][:anchorPair]
	if !parsePair(first, &a.revision, &a.hash) || !parsePair(second, &a.shelved, &a.shelf) {
		return anchor{}, false
	}
	return a, string(a.line()) == string(line)
}

func parsePair(pair []byte, number *uint64, hash *digest) bool {
	var err error
	if *number, err = strconv.ParseUint(string(pair[1:][:20]), 10, 64); err != nil {
		return false
	}
	_, err = hex.Decode(hash[:], pair[anchorPair-64:])
	return err == nil
}

// newerThan reports whether an anchor was written after another: neither number
// ever falls.
func (a anchor) newerThan(b anchor) bool {
	return a.revision > b.revision || a.revision == b.revision && a.shelved > b.shelved
}

// readAnchor is the newer of the two lines, and the number, 0 or 1, of the other.
func readAnchor(file *os.File) (newest anchor, other int64, err error) {
	b := make([]byte, 2*anchorLine)
	n, _ := file.ReadAt(b, 0)
	found := false
	for i := range int64(2) {
		from := int(i) * anchorLine
		a, ok := parseAnchor(b[min(from, n):min(from+anchorLine, n)])
		if ok && (!found || a.newerThan(newest)) {
			newest, other, found = a, 1-i, true
		}
	}
	if !found {
		return anchor{}, 0, errNoAnchor
	}
	return newest, other, nil
}

// openAnchor opens the file if it is one; a pipe in its place would be waited for.
func openAnchor(path string, mode int) (*os.File, error) {
	file, err := os.OpenFile(path, mode|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, err
	}
	if info, err := file.Stat(); err != nil || !info.Mode().IsRegular() {
		file.Close()
		return nil, errNoAnchor
	}
	return file, nil
}

// loadAnchor returns an error that is [fs.ErrNotExist] if there is no file.
func loadAnchor(path string) (anchor, error) {
	file, err := openAnchor(path, os.O_RDONLY)
	if err != nil {
		return anchor{}, err
	}
	defer file.Close()
	a, _, err := readAnchor(file)
	return a, err
}

// advance writes the anchor over the older of the two lines.
func (a anchor) advance(path string) error {
	file, err := openAnchor(path, os.O_RDWR)
	if errors.Is(err, fs.ErrNotExist) {
		return a.replace(path)
	}
	if err != nil {
		return err
	}
	defer file.Close()
	_, other, err := readAnchor(file)
	if err != nil {
		return a.replace(path)
	}
	_, err = file.WriteAt(a.line(), other*int64(anchorLine))
	return err
}

// replace puts a new file in the place of the old one, whatever that says.
func (a anchor) replace(path string) error {
	return lasting.Replace(path, func(temp *os.File) error {
		_, err := temp.Write(a.line())
		return err
	})
}

// anchorOf is what the anchor of a file should say.
func anchorOf(tx *bolt.Tx) (anchor, error) {
	state, err := readState(tx)
	if err != nil {
		return anchor{}, err
	}
	shelf, err := readShelf(tx)
	return anchor{state.Revision, state.Hash, shelf.Changes, shelf.Hash}, err
}
