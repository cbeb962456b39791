package scenario

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"referee/model"
)

//go:embed samples/*.toml
var sampleFiles embed.FS

// Sample is a scenario that comes with the program.
type Sample struct {
	Name string // the file's name without folder and ending
	Text []byte // the file as it was written, comments included
	File File
}

// Samples lists the scenarios that come with the program: the questions people
// ask most, then some more, then the worked cases of the rules. Each call reads
// them again, so the caller may keep and change what it gets.
func Samples() []Sample {
	paths, err := fs.Glob(sampleFiles, "samples/*.toml")
	if err != nil {
		panic("scenario: the pattern of the samples: " + err.Error())
	}
	samples := make([]Sample, 0, len(paths))
	for _, name := range paths {
		samples = append(samples, readSample(name))
	}
	return samples
}

// readSample panics on a sample that does not read: it is part of the program,
// and a test reads them all.
func readSample(name string) Sample {
	text, err := sampleFiles.ReadFile(name)
	if err != nil {
		panic("scenario: an embedded sample is missing: " + err.Error())
	}
	f, err := Read(path.Base(name), text)
	if err != nil {
		panic(fmt.Sprintf("scenario: an embedded sample does not read:\n%v", err))
	}
	return Sample{strings.TrimSuffix(f.Name, ".toml"), text, f}
}

// SampleCatalog is the partners, programs, products and links that the samples
// share, for a new database to begin with.
func SampleCatalog() model.Catalog {
	return readSample("samples/01-two-claims.toml").File.Cases[0].Catalog
}
