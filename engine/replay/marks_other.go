//go:build !amd64

package replay

const canMark, canWide = false, false

func findMarks(*byte, int, *uint64, *uint64) (found uint32) { panic("no marks here") }

func listMarks(*uint64, int, int, *uint32) (n int) { panic("no marks here") }

func scanWide(*byte, int, int, *uint32, *uint32) (nCommas, nLines int, found uint32) {
	panic("no marks here")
}
