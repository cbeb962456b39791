#include "go_asm.h"
#include "textflag.h"

// func findMarks(text *byte, blocks int, commas, lines *uint64) (found uint32)
TEXT ·findMarks(SB), NOSPLIT, $0-36
	MOVQ text+0(FP), SI
	MOVQ blocks+8(FP), CX
	MOVQ commas+16(FP), DI
	MOVQ lines+24(FP), DX
	MOVL $',', AX
	MOVQ AX, X0
	VPBROADCASTB X0, Y0
	MOVL $'\n', AX
	MOVQ AX, X1
	VPBROADCASTB X1, Y1
	MOVL $'"', AX
	MOVQ AX, X2
	VPBROADCASTB X2, Y2
	MOVL $' ', AX
	MOVQ AX, X3
	VPBROADCASTB X3, Y3
	MOVL $0x7f, AX
	MOVQ AX, X4
	VPBROADCASTB X4, Y4
	VPXOR Y5, Y5, Y5 // quotes so far
	VPXOR Y6, Y6, Y6 // odd bytes so far

block:
	VMOVDQU (SI), Y7
	VMOVDQU 32(SI), Y8

	VPCMPEQB Y0, Y7, Y9
	VPCMPEQB Y0, Y8, Y10
	VPMOVMSKB Y9, AX
	VPMOVMSKB Y10, BX
	SHLQ $32, BX
	ORQ BX, AX
	MOVQ AX, (DI)

	VPCMPEQB Y1, Y7, Y9
	VPCMPEQB Y1, Y8, Y10
	VPMOVMSKB Y9, AX
	VPMOVMSKB Y10, BX
	SHLQ $32, BX
	ORQ BX, AX
	MOVQ AX, (DX)

	VPCMPEQB Y2, Y7, Y11
	VPCMPEQB Y2, Y8, Y12
	VPOR Y11, Y5, Y5
	VPOR Y12, Y5, Y5

	// Below a space, as signed bytes: control characters, and all that is no ASCII.
	VPCMPGTB Y7, Y3, Y11
	VPCMPGTB Y8, Y3, Y12
	VPANDN Y11, Y9, Y11  // but not the line feeds
	VPANDN Y12, Y10, Y12
	VPOR Y11, Y6, Y6
	VPOR Y12, Y6, Y6
	VPCMPEQB Y4, Y7, Y11
	VPCMPEQB Y4, Y8, Y12
	VPOR Y11, Y6, Y6
	VPOR Y12, Y6, Y6

	ADDQ $64, SI
	ADDQ $8, DI
	ADDQ $8, DX
	DECQ CX
	JNZ block

	VPMOVMSKB Y5, AX
	VPMOVMSKB Y6, BX
	VZEROUPPER
	XORL CX, CX
	TESTL AX, AX
	JEQ  noQuote
	ORL  $const_foundQuote, CX

noQuote:
	TESTL BX, BX
	JEQ  plain
	ORL  $const_foundOdd, CX

plain:
	MOVL CX, found+32(FP)
	RET

// func listMarks(masks *uint64, blocks, base int, places *uint32) (n int)
TEXT ·listMarks(SB), NOSPLIT, $0-40
	MOVQ masks+0(FP), SI
	MOVQ blocks+8(FP), CX
	MOVQ base+16(FP), DX
	MOVQ places+24(FP), DI
	MOVQ DI, R8

block:
	MOVQ    (SI), AX
	POPCNTQ AX, R9
	LEAQ    (DI)(R9*4), R10 // where the places of this block end
	TESTQ   R9, R9
	JEQ     next

four:
	TZCNTQ AX, R11
	BLSRQ  AX, AX
	TZCNTQ AX, R12
	BLSRQ  AX, AX
	TZCNTQ AX, R13
	BLSRQ  AX, AX
	TZCNTQ AX, BX
	BLSRQ  AX, AX
	ADDL   DX, R11
	ADDL   DX, R12
	ADDL   DX, R13
	ADDL   DX, BX
	MOVL   R11, (DI)
	MOVL   R12, 4(DI)
	MOVL   R13, 8(DI)
	MOVL   BX, 12(DI)
	ADDQ   $16, DI
	CMPQ   DI, R10
	JLT    four

next:
	MOVQ R10, DI
	ADDQ $8, SI
	ADDQ $64, DX
	DECQ CX
	JNZ  block

	SUBQ R8, DI
	SHRQ $2, DI
	MOVQ DI, n+32(FP)
	RET
