package db

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// The kinds of page, as bbolt marks them.
const (
	branchPage   = 0x01
	leafPage     = 0x02
	freelistPage = 0x10
)

const (
	pageHeadSize = 16
	elementSize  = 16     // of an entry of a branch or leaf page
	bucketEntry  = 0x01   // mark of a leaf's entry that is a bucket
	manyFree     = 0xFFFF // a count that does not fit its field stands in the first entry
)

var (
	errTwice  = errors.New("it is used twice")
	errOutOf  = errors.New("it lies outside of the file")
	errUnlike = errors.New("it is not the kind of page that belongs there")
	errBroken = errors.New("what it lists does not fit into it")
	errLost   = errors.New("it is neither used nor free")
	errMisled = errors.New("it says of a page below it what that page does not hold")
)

// tree walks the pages of a bbolt file. In a sound file every page is used once
// or is free. bbolt does not ask: it would follow a page that lists itself until
// the stack is full, write a new record over an old one that the list of free
// pages wrongly names, and lose records below a branch whose key is not the first
// key of the page it leads to, at the next save. None of it can be taken back, so
// all of it is looked for before bbolt follows or writes anything. It costs some
// 0.3 ms per thousand revisions.
type tree struct {
	file  io.ReaderAt
	size  int64  // of a page, in bytes
	taken []bool // by page: it is used or free
}

// checkTree walks everything the newer header leads to. It reads the inside of
// branches, of the list of buckets and of the list of free pages; of all other
// pages the first bytes, for the records in them have their own checksums.
func checkTree(file io.ReaderAt) error {
	h := newer(readHeaders(file))
	t := &tree{file: file, size: h.pageSize, taken: make([]bool, h.pages)}
	t.taken[0], t.taken[1] = true, true
	if err := t.buckets(h.root); err != nil {
		return err
	}
	if err := t.free(h.freelist); err != nil {
		return err
	}
	for id, taken := range t.taken {
		if !taken {
			return damagedPage(uint64(id), errLost)
		}
	}
	return nil
}

func damagedPage(id uint64, err error) error {
	return &DamagedError{Where: fmt.Sprintf("page %d", id), Err: err}
}

// buckets walks the tree whose leaves list the buckets, and each bucket's own.
func (t *tree) buckets(root uint64) error {
	_, err := t.walk(root, func(id uint64, leaf []byte, count int) error {
		for i := range count {
			entry := pageHeadSize + i*elementSize
			flags, position := binary.NativeEndian.Uint32(leaf[entry:]), binary.NativeEndian.Uint32(leaf[entry+4:])
			key := binary.NativeEndian.Uint32(leaf[entry+8:])
			value := int64(entry) + int64(position) + int64(key)
			if flags&bucketEntry == 0 {
				continue
			}
			if value+8 > int64(len(leaf)) {
				return damagedPage(id, errBroken)
			}
			bucket := binary.NativeEndian.Uint64(leaf[value:])
			if bucket == 0 {
				continue // a small bucket lies inside of this page
			}
			if _, err := t.walk(bucket, nil); err != nil {
				return err
			}
		}
		return nil
	})
	return err
}

// walk takes every page of one tree, and shows its leaves where that is asked.
// It answers with the first key of the tree, nil if it is empty.
func (t *tree) walk(id uint64, visit func(id uint64, leaf []byte, count int) error) (first []byte, err error) {
	head, err := t.take(id)
	if err != nil {
		return nil, err
	}
	if head.kind != leafPage && head.kind != branchPage {
		return nil, damagedPage(id, errUnlike)
	}
	if head.kind == leafPage && visit == nil {
		return t.firstKey(id, head)
	}
	page, err := t.read(id, head)
	if err != nil || pageHeadSize+head.count*elementSize > len(page) {
		return nil, damagedPage(id, errBroken)
	}
	if head.kind == branchPage {
		return t.branch(id, page, head.count, visit)
	}
	if err := visit(id, page, head.count); err != nil {
		return nil, err
	}
	return t.firstKey(id, head)
}

// branch walks the pages below a branch, and holds its keys to theirs: bbolt
// finds a page's entry again by the page's first key when it writes it anew.
func (t *tree) branch(id uint64, page []byte, count int, visit func(uint64, []byte, int) error) (first []byte, err error) {
	for i := range count {
		entry := pageHeadSize + i*elementSize
		position := int64(entry) + int64(binary.NativeEndian.Uint32(page[entry:]))
		length := int64(binary.NativeEndian.Uint32(page[entry+4:]))
		if position+length > int64(len(page)) {
			return nil, damagedPage(id, errBroken)
		}
		key := page[position:][:length]
		below, err := t.walk(binary.NativeEndian.Uint64(page[entry+8:]), visit)
		if err != nil {
			return nil, err
		}
		if !bytes.Equal(key, below) {
			return nil, damagedPage(id, errMisled)
		}
		if i == 0 {
			first = key
		}
	}
	return first, nil
}

// firstKey is the first key of a leaf, nil if it has none.
func (t *tree) firstKey(id uint64, head pageHead) ([]byte, error) {
	if head.count == 0 {
		return nil, nil
	}
	start, end := int64(id)*t.size, (int64(id)+int64(head.length))*t.size
	var entry [elementSize]byte
	if _, err := t.file.ReadAt(entry[:], start+pageHeadSize); err != nil {
		return nil, damagedPage(id, err)
	}
	at := start + pageHeadSize + int64(binary.NativeEndian.Uint32(entry[4:]))
	length := int64(binary.NativeEndian.Uint32(entry[8:]))
	if at+length > end {
		return nil, damagedPage(id, errBroken)
	}
	key := make([]byte, length)
	if _, err := t.file.ReadAt(key, at); err != nil {
		return nil, damagedPage(id, err)
	}
	return key, nil
}

// free takes the list of free pages and every page on it.
func (t *tree) free(id uint64) error {
	head, err := t.take(id)
	if err != nil {
		return err
	}
	if head.kind != freelistPage {
		return damagedPage(id, errUnlike)
	}
	page, err := t.read(id, head)
	if err != nil {
		return damagedPage(id, errBroken)
	}
	entries, count := page[pageHeadSize:], uint64(head.count)
	if count == manyFree {
		count, entries = binary.NativeEndian.Uint64(entries), entries[8:]
	}
	if count > uint64(len(entries)/8) {
		return damagedPage(id, errBroken)
	}
	for i := range count {
		if err := t.mark(binary.NativeEndian.Uint64(entries[8*i:]), 1); err != nil {
			return err
		}
	}
	return nil
}

// pageHead is what a page says of itself.
type pageHead struct {
	kind   uint16
	count  int // entries
	length int // in pages: a large record makes a page longer
}

// take marks a page as used and answers with its head.
func (t *tree) take(id uint64) (pageHead, error) {
	if id >= uint64(len(t.taken)) {
		return pageHead{}, damagedPage(id, errOutOf)
	}
	var b [pageHeadSize]byte
	if _, err := t.file.ReadAt(b[:], int64(id)*t.size); err != nil {
		return pageHead{}, damagedPage(id, err)
	}
	order := binary.NativeEndian
	if order.Uint64(b[0:]) != id {
		return pageHead{}, damagedPage(id, errUnlike)
	}
	length := int64(order.Uint32(b[12:])) + 1
	head := pageHead{kind: order.Uint16(b[8:]), count: int(order.Uint16(b[10:])), length: int(length)}
	return head, t.mark(id, length)
}

// mark takes pages that nobody took before.
func (t *tree) mark(id uint64, length int64) error {
	if id >= uint64(len(t.taken)) || length > int64(len(t.taken))-int64(id) {
		return damagedPage(id, errOutOf)
	}
	for i := id; i < id+uint64(length); i++ {
		if t.taken[i] {
			return damagedPage(i, errTwice)
		}
		t.taken[i] = true
	}
	return nil
}

func (t *tree) read(id uint64, head pageHead) ([]byte, error) {
	page := make([]byte, int64(head.length)*t.size)
	_, err := t.file.ReadAt(page, int64(id)*t.size)
	return page, err
}
