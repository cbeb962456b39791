package scenario

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"strconv"
	"strings"

	"referee/model"
)

//go:embed samples/*.toml
var sampleFiles embed.FS

// Sample is a scenario file that comes with the program. Reading one takes most
// of a millisecond, so it is only done for those that are looked at.
type Sample struct {
	Name string // the file's name without folder and ending
	Text []byte // the file as it was written, comments included
}

// Samples lists the scenarios that come with the program: the questions people
// ask most, then some more, then the worked cases of the rules.
func Samples() []Sample {
	paths, err := fs.Glob(sampleFiles, "samples/*.toml")
	if err != nil {
		panic("scenario: the pattern of the samples: " + err.Error())
	}
	samples := make([]Sample, 0, len(paths))
	for _, name := range paths {
		text, err := sampleFiles.ReadFile(name)
		if err != nil {
			panic("scenario: an embedded sample is missing: " + err.Error())
		}
		samples = append(samples, Sample{strings.TrimSuffix(path.Base(name), ".toml"), text})
	}
	return samples
}

// Title is what the sample is about, taken from its first line, where every
// sample has it.
func (s Sample) Title() string {
	first, _, _ := strings.Cut(string(s.Text), "\n")
	title, err := strconv.Unquote(strings.TrimPrefix(first, "title = "))
	if err != nil {
		panic("scenario: the sample " + s.Name + " does not begin with its title")
	}
	return title
}

// File reads the sample, anew at each call, so the caller may keep and change
// what it gets. It panics on one that does not read: samples are part of the
// program, and a test reads them all.
func (s Sample) File() File {
	f, err := Read(s.Name+".toml", s.Text)
	if err != nil {
		panic(fmt.Sprintf("scenario: an embedded sample does not read:\n%v", err))
	}
	return f
}

// Example is a case that is read when it is first looked at.
type Example struct {
	Name  string // the sample's
	Title string
	Read  func() Case
}

// Example is the sample's first case under the title of its file. The cases of
// a sample differ in settings only, and an example is run under a person's own.
func (s Sample) Example() Example {
	title := s.Title()
	return Example{s.Name, title, func() Case {
		c := s.File().Cases[0]
		c.Title = title
		return c
	}}
}

// SampleCatalog is the partners, programs, products and links that the samples
// share, for a new database to begin with.
func SampleCatalog() model.Catalog { return Samples()[0].File().Cases[0].Catalog }
