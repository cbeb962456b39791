//go:build !linux

package db

// driveOf cannot ask what kind of drive a path is on.
func driveOf(string) string { return "" }
