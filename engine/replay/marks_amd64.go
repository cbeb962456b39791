package replay

import "golang.org/x/sys/cpu"

// canMark reports whether this processor finds marks.
var canMark = cpu.X86.HasAVX2 && cpu.X86.HasBMI1 && cpu.X86.HasPOPCNT

// canWide reports whether it lists them at once, a whole block in a register.
var canWide = canMark && cpu.X86.HasAVX512F && cpu.X86.HasAVX512BW && cpu.X86.HasAVX512VBMI2

// findMarks finds the commas and line feeds in blocks of 64 bytes, at least one: bit i of
// a mask is byte i of its block. It reports what else there is in any of them.
//
//go:noescape
func findMarks(text *byte, blocks int, commas, lines *uint64) (found uint32)

// listMarks lists where the bits of the masks stand, of one block at least, counted from
// a base. It writes up to three places more than there are.
//
//go:noescape
func listMarks(masks *uint64, blocks, base int, places *uint32) (n int)

// scanWide does both: it lists the commas and line feeds in blocks of 64 bytes, at least one,
// counted from a base, and reports what else there is. It writes up to 64 places for each
// block, however many there are.
//
//go:noescape
func scanWide(text *byte, blocks, base int, commas, lines *uint32) (nCommas, nLines int, found uint32)
