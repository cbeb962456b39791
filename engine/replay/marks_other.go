//go:build !amd64

package replay

const canMark = false

func findMarks(*byte, int, *uint64, *uint64) (found uint32) { panic("no marks here") }

func listMarks(*uint64, int, int, *uint32) (n int) { panic("no marks here") }
