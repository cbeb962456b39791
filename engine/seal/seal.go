package seal

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"regexp"
	"sync"

	"referee/engine/scenario"
)

// mark begins the last line of a sealed file. To a reader of scenarios it is a
// comment.
const mark = "# seal 1: "

// ErrNotSealed is what [Verify] returns for a file without a seal.
var ErrNotSealed = errors.New("the file carries no seal")

// Write masks a case and writes it with its seal. It returns the error of w.
func Write(w io.Writer, c scenario.Case, shuffle Shuffle) error {
	masked := Mask(c, shuffle)
	result := scenario.Run(masked, masked.Settings)
	var text bytes.Buffer
	if err := scenario.Write(&text, scenario.Expecting(result)); err != nil {
		return err
	}
	fmt.Fprintf(&text, "\n%scontent %s results %s\n", mark, hash(text.Bytes()), hash(decided(&result)))
	_, err := w.Write(text.Bytes())
	return err
}

func hash(b []byte) string { return fmt.Sprintf("%x", sha256.Sum256(b)) }

// Report is what a verification came to.
type Report struct {
	Changed     bool                  // what stands above the seal is not what was sealed
	Unreadable  error                 // and cannot be read any more
	Differences []scenario.Difference // what comes out differently, as far as wants can tell
	Results     bool                  // what was decided or paid is not what was sealed
}

// Same reports whether nothing differs.
func (r *Report) Same() bool {
	return !r.Changed && r.Unreadable == nil && len(r.Differences) == 0 && !r.Results
}

var sealed = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?m)^\n?` + mark + `content ([0-9a-f]{64}) results ([0-9a-f]{64})\r?\n*\z`)
})

// Verify runs a sealed file again. It returns [ErrNotSealed], or the error of a
// file that is as it was sealed and that this copy of the program cannot read.
func Verify(name string, data []byte) (Report, error) {
	at := sealed().FindSubmatchIndex(data)
	if at == nil {
		return Report{}, ErrNotSealed
	}
	content, results := string(data[at[2]:at[3]]), string(data[at[4]:at[5]])
	r := Report{Changed: hash(data[:at[0]]) != content}
	file, err := scenario.Read(name, data)
	switch {
	case err != nil && !r.Changed:
		return Report{}, err
	case err != nil:
		r.Unreadable = err
		return r, nil
	}
	result := scenario.Run(file.Cases[0], file.Cases[0].Settings)
	r.Differences = scenario.Check(result)
	r.Results = len(file.Cases) != 1 || hash(decided(&result)) != results
	return r, nil
}
