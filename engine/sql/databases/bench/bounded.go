package main

import (
	"context"
	"fmt"
	"os/exec"
	"strconv"
	"strings"
)

// bounded measures the replay with a bound on memory against itself without one. The
// results must be the same to the byte, and the bound must be kept.
func (b *bench) bounded(ctx context.Context) error {
	most, err := mebibytes(b.memory)
	if err != nil {
		return err
	}
	program, policy, err := b.prepare(ctx)
	if err != nil {
		return err
	}
	for i := range b.runs {
		free, tight := b.folder("free", i), b.folder("tight", i)
		a, err := timed(exec.CommandContext(ctx, program, "replay", b.log, "--policy", policy, "--out", free))
		if err != nil {
			return err
		}
		c, err := timed(exec.CommandContext(ctx, program, "replay", b.log, "--policy", policy, "--out", tight, "--memory", b.memory))
		if err != nil {
			return err
		}
		if err := sameFiles(free, tight); err != nil {
			return err
		}
		fmt.Printf("run %d: without a bound %s; with %s: %s\n", i+1, a, b.memory, c)
		if c.peak > most {
			return fmt.Errorf("%d MB were resident, and %s are %d MB", c.peak/1e6, b.memory, most/1e6)
		}
	}
	return nil
}

// mebibytes reads a size in MiB or GiB as bytes.
func mebibytes(text string) (int64, error) {
	for unit, bytes := range map[string]int64{"MiB": 1 << 20, "GiB": 1 << 30} {
		if number, is := strings.CutSuffix(text, unit); is {
			n, err := strconv.ParseInt(number, 10, 32)
			return n * bytes, err
		}
	}
	return 0, fmt.Errorf("write --memory like 512MiB or 1GiB")
}
