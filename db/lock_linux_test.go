package db

import "testing"

func TestLockHolder(t *testing.T) {
	const locks = `1: POSIX  ADVISORY  WRITE 11 fe:00:100 0 EOF
2: FLOCK  ADVISORY  WRITE 22 fe:00:2200 0 EOF
2: -> FLOCK  ADVISORY  WRITE 23 fe:00:2200 0 EOF
3: OFDLCK ADVISORY  READ  -1 00:1a:300 0 EOF
4: FLOCK  ADVISORY  READ  0 00:1a:400 0 EOF
4: FLOCK  ADVISORY  READ  44 00:1a:400 0 EOF
half a line
5: -> FLOCK  ADVISORY  WRITE 55 fe:00:500 0 EOF
`
	for inode, want := range map[uint64]int{
		100:  11,
		2200: 22, // the holder, not the one that waits
		220:  0,  // no part of another number
		300:  0,  // nobody's process
		400:  44, // the one of two holders that has a number here
		500:  0,
		999:  0,
	} {
		if got := lockHolder(locks, inode); got != want {
			t.Errorf("inode %d is held by %d, want %d", inode, got, want)
		}
	}
}
