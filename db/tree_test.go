package db

import (
	"bytes"
	"encoding/binary"
	"errors"
	"os"
	"testing"
)

// The damage that cannot be left to bbolt: it would follow a page that lists
// itself until the stack is full, which ends a Go program whatever it defers,
// and it would save over records on a page that is listed as free.
func TestDamageThatBboltWouldFollow(t *testing.T) {
	path, _ := longHistory(t)
	sound := bytesOf(t, path)
	at := func(b []byte, id int) []byte { return b[id*os.Getpagesize():] }
	branch, leaf, free := kindOfPage(t, sound, branchPage), kindOfPage(t, sound, leafPage), int(newer(readHeaders(bytes.NewReader(sound))).freelist)
	firstChild := pageHeadSize + 8
	for _, test := range []struct {
		name   string
		damage func(b []byte)
		want   error
	}{
		{"a branch that lists itself", func(b []byte) { set(at(b, branch)[firstChild:], branch) }, errTwice},
		{"a branch that lists a header", func(b []byte) { set(at(b, branch)[firstChild:], 1) }, errTwice},
		{"a branch that lists the list of free pages", func(b []byte) { set(at(b, branch)[firstChild:], free) }, errUnlike},
		{"a branch that leads outside", func(b []byte) { set(at(b, branch)[firstChild:], 1<<40) }, errOutOf},
		{"a branch without its last entry", func(b []byte) { at(b, branch)[10]-- }, errLost},
		{"a branch with more entries than fit", func(b []byte) { at(b, branch)[11] = 0x7F }, errBroken},
		{"a branch that says another first key", func(b []byte) {
			entry := at(b, branch)[pageHeadSize+elementSize:]
			key := entry[binary.NativeEndian.Uint32(entry):]
			key[7] ^= 1
		}, errMisled},
		{"a page longer than the file", func(b []byte) { at(b, leaf)[15] = 0x7F }, errOutOf},
		{"a record's page listed as free", func(b []byte) { set(at(b, free)[pageHeadSize:], leaf) }, errTwice},
		{"more free pages than the list has room for", func(b []byte) {
			copy(at(b, free)[10:], "\xff\xff")
			set(at(b, free)[pageHeadSize:], 1<<33)
		}, errBroken},
	} {
		damaged := bytes.Clone(sound)
		test.damage(damaged)
		write(string(damaged))(t, path)
		for _, readOnly := range []bool{false, true} {
			_, err := Open(path, Options{ReadOnly: readOnly})
			expect[*DamagedError](t, err)
			if !errors.Is(err, test.want) {
				t.Errorf("%s: %v, want: %v", test.name, err, test.want)
			}
		}
		if string(bytesOf(t, path)) != string(damaged) {
			t.Errorf("%s: the file was changed", test.name)
		}
	}
}

func set(b []byte, id int) { binary.NativeEndian.PutUint64(b, uint64(id)) }

// kindOfPage finds a page in use of a kind: the first that is not on the list
// of free pages, whose old contents look just the same.
func kindOfPage(t *testing.T, b []byte, kind uint16) int {
	t.Helper()
	size := os.Getpagesize()
	free := map[uint64]bool{}
	list := b[newer(readHeaders(bytes.NewReader(b))).freelist*uint64(size):]
	for i := range binary.NativeEndian.Uint16(list[10:]) {
		free[binary.NativeEndian.Uint64(list[pageHeadSize+8*int(i):])] = true
	}
	for id := 2; id < len(b)/size; id++ {
		if !free[uint64(id)] && binary.NativeEndian.Uint16(b[id*size+8:]) == kind {
			return id
		}
	}
	t.Fatalf("no page of kind %#x is in use", kind)
	return 0
}
