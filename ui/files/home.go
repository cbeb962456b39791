package files

import (
	"os"
	"path/filepath"
	"strings"
)

// Home is a path as people write it, with ~ for their own folder, as the system
// takes it.
func Home(path string) string {
	rest, is := strings.CutPrefix(filepath.ToSlash(path), "~/")
	if home, err := os.UserHomeDir(); is && err == nil {
		return filepath.Join(home, filepath.FromSlash(rest))
	}
	return path
}
