package logs

import (
	"os"
	"runtime"
	"strconv"
	"unsafe"

	"golang.org/x/sys/unix"
)

// Spacious prepares for so many bytes of memory to be used: it asks the system to back
// them with large pages. Most of the time of a replay goes into waiting for memory, and
// with small pages it would be nearly twice as long. Nothing is used yet: the heap has
// been given the room and has it back, marked.
func Spacious(size int) {
	if strconv.IntSize < 64 || size < 1<<24 {
		return
	}
	room := make([]byte, size)
	page := os.Getpagesize()
	skip := -int(uintptr(unsafe.Pointer(unsafe.SliceData(room)))) & (page - 1)
	_ = unix.Madvise(room[skip:skip+(size-skip)/page*page], unix.MADV_HUGEPAGE) // advice only: all goes well without
	runtime.KeepAlive(room)
	runtime.GC()
}
