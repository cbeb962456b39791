package db

import (
	"encoding/binary"
	"errors"
	"hash/fnv"
	"io"
	"os"
)

// What bbolt's files begin with: two pages that each hold a copy of the header,
// written in turn, the newer one current. bbolt has kept this layout since 2014
// and numbers it boltVersion. It is read here for three questions bbolt answers
// too late or not at all: whose file this is, whether its end is missing, and
// whether both headers are intact.
const (
	boltMagic   = 0xED0CDAED
	boltVersion = 2
	headerAt    = 16 // in the page, behind the page's own header
	headerSize  = 64
	noFreelist  = ^uint64(0) // bbolt's mark for a list of free pages that was not written

	minPageSize = 1 << 10
	maxPageSize = 1 << 16
)

// header is one of the two.
type header struct {
	marked   bool   // bbolt's magic number is there
	intact   bool   // its checksum matches
	pageSize int64  // in bytes
	root     uint64 // page the list of buckets begins on
	freelist uint64 // page the list of free pages begins on
	pages    int64  // pages in use, counted from the start of the file
	txid     uint64 // number of the commit that wrote it; even ones are on page 0
}

func readHeader(file io.ReaderAt, page int64) header {
	var b [headerSize]byte
	if n, _ := file.ReadAt(b[:], page+headerAt); n < 4 {
		return header{}
	}
	order := binary.NativeEndian // bbolt writes its structures as they are in memory
	sum := fnv.New64a()
	sum.Write(b[:56])
	h := header{
		marked:   order.Uint32(b[0:]) == boltMagic,
		pageSize: int64(order.Uint32(b[8:])),
		root:     order.Uint64(b[16:]),
		freelist: order.Uint64(b[32:]),
		pages:    int64(order.Uint64(b[40:])),
		txid:     order.Uint64(b[48:]),
	}
	h.intact = h.marked && order.Uint32(b[4:]) == boltVersion && order.Uint64(b[56:]) == sum.Sum64() &&
		h.pageSize >= minPageSize && h.pageSize <= maxPageSize && h.pages > 1 && h.pages < 1<<40
	return h
}

// readHeaders reads both, trying the usual page sizes if the first header,
// which says how far away the second is, cannot be believed.
func readHeaders(file io.ReaderAt) [2]header {
	first := readHeader(file, 0)
	if first.intact {
		return [2]header{first, readHeader(file, first.pageSize)}
	}
	for size := int64(minPageSize); size <= maxPageSize; size *= 2 {
		if second := readHeader(file, size); second.intact {
			return [2]header{first, second}
		}
	}
	return [2]header{first, readHeader(file, int64(os.Getpagesize()))}
}

// recognise refuses what is no database of ours, or is cut off, before bbolt
// sees it. It holds no lock yet, so it only asks what a save of another program
// that is going on does not change.
func recognise(file *os.File, path string) error {
	info, err := file.Stat()
	if err != nil {
		return &AccessError{path, err}
	}
	size := info.Size()
	if size == 0 {
		return &EmptyError{Path: path}
	}
	headers := readHeaders(file)
	if !headers[0].marked && !headers[1].marked {
		return &ForeignError{path, looks(file)}
	}
	if newest := newer(headers); newest.intact && newest.freelist == noFreelist {
		// bbolt would write the list into the file as it opens it. Ours always have one.
		return &ForeignError{path, looksBolt}
	}
	want := 2 * int64(minPageSize)
	for _, h := range headers {
		if h.intact {
			want = max(want, h.pages*h.pageSize)
		}
	}
	if size < want {
		return &CutOffError{Path: path, Size: size, Want: want}
	}
	return nil
}

func newer(headers [2]header) header {
	if !headers[0].intact || headers[1].intact && headers[1].txid > headers[0].txid {
		return headers[1]
	}
	return headers[0]
}

var errHeader = errors.New("one of the two copies of its header is broken, so the last save may be missing")

// checkHeaders wants both headers. bbolt is content with one, and would go back
// to the state before the last save without a word.
func checkHeaders(file io.ReaderAt) error {
	headers := readHeaders(file)
	even, odd := headers[0], headers[1]
	inTurn := even.txid%2 == 0 && odd.txid%2 == 1 && (even.txid+1 == odd.txid || odd.txid+1 == even.txid)
	if !even.intact || !odd.intact || !inTurn {
		return &DamagedError{Where: "its first two pages", Err: errHeader}
	}
	return nil
}
