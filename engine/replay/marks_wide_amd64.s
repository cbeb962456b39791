#include "go_asm.h"
#include "textflag.h"

// The numbers of the bytes of a block.
DATA numbers<>+0(SB)/8, $0x0706050403020100
DATA numbers<>+8(SB)/8, $0x0f0e0d0c0b0a0908
DATA numbers<>+16(SB)/8, $0x1716151413121110
DATA numbers<>+24(SB)/8, $0x1f1e1d1c1b1a1918
DATA numbers<>+32(SB)/8, $0x2726252423222120
DATA numbers<>+40(SB)/8, $0x2f2e2d2c2b2a2928
DATA numbers<>+48(SB)/8, $0x3736353433323130
DATA numbers<>+56(SB)/8, $0x3f3e3d3c3b3a3938
GLOBL numbers<>(SB), RODATA|NOPTR, $64

// Lists the bits of mask and K, which are the same, at places, counted from Z31, and leaves
// that behind them. Mostly there are no more than fit in one register.
#define LIST(mask, K, places, few) \
	POPCNTQ       mask, R9             \
	VPCOMPRESSB.Z Z30, K, Z8           \
	VPMOVZXBD     X8, Z9               \
	VPADDD        Z31, Z9, Z9          \
	VMOVDQU32     Z9, (places)             \
	CMPQ          R9, $16              \
	JLE           few                  \
	VEXTRACTI32X4 $1, Z8, X10          \
	VEXTRACTI32X4 $2, Z8, X11          \
	VEXTRACTI32X4 $3, Z8, X12          \
	VPMOVZXBD     X10, Z10             \
	VPMOVZXBD     X11, Z11             \
	VPMOVZXBD     X12, Z12             \
	VPADDD        Z31, Z10, Z10        \
	VPADDD        Z31, Z11, Z11        \
	VPADDD        Z31, Z12, Z12        \
	VMOVDQU32     Z10, 64(places)          \
	VMOVDQU32     Z11, 128(places)         \
	VMOVDQU32     Z12, 192(places)         \
few:                                 \
	LEAQ (places)(R9*4), places

// func scanWide(text *byte, blocks, base int, commas, lines *uint32) (nCommas, nLines int, found uint32)
TEXT ·scanWide(SB), NOSPLIT, $0-60
	MOVQ text+0(FP), SI
	MOVQ blocks+8(FP), CX
	MOVQ base+16(FP), AX
	MOVQ commas+24(FP), DI
	MOVQ lines+32(FP), DX
	VMOVDQU64    numbers<>(SB), Z30
	VPBROADCASTD AX, Z31
	MOVL $64, AX
	VPBROADCASTD AX, Z29
	MOVL $',', AX
	VPBROADCASTB AX, Z0
	MOVL $'\n', AX
	VPBROADCASTB AX, Z1
	MOVL $'"', AX
	VPBROADCASTB AX, Z2
	MOVL $' ', AX
	VPBROADCASTB AX, Z3
	MOVL $0x7f, AX
	VPBROADCASTB AX, Z4
	KXORQ K5, K5, K5 // quotes so far
	KXORQ K6, K6, K6 // odd bytes so far

block:
	VMOVDQU8 (SI), Z7
	VPCMPEQB Z0, Z7, K1
	VPCMPEQB Z1, Z7, K2
	KMOVQ    K1, AX
	KMOVQ    K2, BX
	VPCMPEQB Z2, Z7, K3
	KORQ     K3, K5, K5

	// Below a space, as signed bytes: control characters, and all that is no ASCII; but not
	// the line feeds.
	VPCMPGTB Z7, Z3, K3
	KANDNQ   K3, K2, K3
	KORQ     K3, K6, K6
	VPCMPEQB Z4, Z7, K3
	KORQ     K3, K6, K6

	LIST(AX, K1, DI, fewCommas)
	LIST(BX, K2, DX, fewLines)
	VPADDD Z29, Z31, Z31
	ADDQ   $64, SI
	DECQ   CX
	JNZ    block

	MOVQ    commas+24(FP), AX
	SUBQ    AX, DI
	SHRQ    $2, DI
	MOVQ    DI, nCommas+40(FP)
	MOVQ    lines+32(FP), AX
	SUBQ    AX, DX
	SHRQ    $2, DX
	MOVQ    DX, nLines+48(FP)
	XORL    CX, CX
	KORTESTQ K5, K5
	JEQ     noQuote
	ORL     $const_foundQuote, CX

noQuote:
	KORTESTQ K6, K6
	JEQ      plain
	ORL      $const_foundOdd, CX

plain:
	MOVL CX, found+56(FP)
	VZEROUPPER
	RET
