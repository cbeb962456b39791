package cli

import (
	"path/filepath"
	"runtime"
)

// dataFolder is where programs keep a person's data on this system, "" if the
// environment names no such place.
func (in *invocation) dataFolder() string {
	if path := in.env("XDG_DATA_HOME"); filepath.IsAbs(path) {
		return path // the XDG standard ignores relative ones
	}
	path := in.standardFolder(runtime.GOOS)
	if !filepath.IsAbs(path) {
		return ""
	}
	return path
}

// standardFolder is where an operating system has such folders when nobody said
// otherwise.
func (in *invocation) standardFolder(system string) string {
	if system == "windows" {
		return in.env("LOCALAPPDATA")
	}
	home := in.env("HOME")
	switch {
	case home == "":
		return ""
	case system == "darwin":
		return filepath.Join(home, "Library", "Application Support")
	}
	return filepath.Join(home, ".local", "share")
}
