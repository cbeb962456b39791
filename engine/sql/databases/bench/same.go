package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// sameFiles holds two results to each other, byte for byte.
func sameFiles(a, b string) error {
	for _, name := range []string{"commissions.csv", "totals.csv"} {
		if err := sameFile(filepath.Join(a, name), filepath.Join(b, name)); err != nil {
			return err
		}
	}
	return nil
}

func sameFile(a, b string) error {
	one, err := os.Open(a)
	if err != nil {
		return err
	}
	defer one.Close()
	two, err := os.Open(b)
	if err != nil {
		return err
	}
	defer two.Close()
	if err := sameLines(one, two); err != nil {
		return fmt.Errorf("%s differs from %s: %w", a, b, err)
	}
	return nil
}

// sameLines is nil if two texts are the same, else it says in which line they first differ.
func sameLines(a, b io.Reader) error {
	one, two := bufio.NewReader(a), bufio.NewReader(b)
	for number := 1; ; number++ {
		line, err := one.ReadBytes('\n')
		other, errOther := two.ReadBytes('\n')
		switch {
		case err != nil && err != io.EOF, errOther != nil && errOther != io.EOF:
			return errors.Join(err, errOther)
		case !bytes.Equal(line, other):
			return fmt.Errorf("line %d is %q and %q", number, line, other)
		case err == io.EOF:
			return nil // both, since the lines are the same
		}
	}
}
