package plain

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"referee/ui/text"
)

// maxAnswer is the longest answer, in bytes.
const maxAnswer = 64 << 10

// The errors of a [Console]. Each has a Hint method with what to do.
var (
	// ErrEnded says that the input ended before a question was answered.
	ErrEnded error = &refusal{"the input ended before the last question; nothing was saved",
		"answer every question, or change single settings with: referee settings set key=value"}
	// ErrInterrupted says that the program was told to stop.
	ErrInterrupted error = &refusal{"interrupted; nothing was saved", "start referee again"}
	// ErrTooLong says that a line of input is no answer of a person.
	ErrTooLong error = &refusal{fmt.Sprintf("a line of the input is longer than %d bytes; nothing was saved", maxAnswer),
		"answer each question on a line of its own"}
)

type refusal struct{ what, hint string }

func (r *refusal) Error() string { return r.what }
func (r *refusal) Hint() string  { return r.hint }

// Console asks questions on one stream and reads the answers from another, a
// line at a time.
type Console struct {
	in     *bufio.Reader
	out    *Lines
	echoes bool
}

// NewConsole reads answers from in and writes to out. echoes says that what is
// typed appears on the output by itself, as on a terminal; elsewhere the lines
// of questions must be ended for the output to stay readable.
func NewConsole(in io.Reader, out io.Writer, echoes bool) *Console {
	return &Console{bufio.NewReaderSize(in, maxAnswer), NewLines(out), echoes}
}

// Ask writes a question and waits for one line, which it returns without the
// blanks around it. It returns [ErrEnded], [ErrInterrupted] when ctx is done,
// [ErrTooLong], or the error of the input or the output.
func (c *Console) Ask(ctx context.Context, question string) (string, error) {
	c.question(question)
	if c.out.Err() != nil {
		return "", c.out.Err()
	}
	type input struct {
		line string
		err  error
	}
	// Reading cannot be broken off, so it waits on the side. After an
	// interruption nobody reads any more and the program ends.
	inputs := make(chan input, 1)
	go func() {
		line, err := c.in.ReadSlice('\n')
		inputs <- input{string(line), err}
	}()
	select {
	case <-ctx.Done():
		c.endLine()
		return "", ErrInterrupted
	case i := <-inputs:
		return c.answer(strings.TrimSpace(i.line), i.err)
	}
}

func (c *Console) question(words string) {
	end := "\n"
	if c.echoes {
		end = " "
	}
	c.out.print(text.Show(words) + end)
}

// endLine ends the line of a question that stays without an answer.
func (c *Console) endLine() {
	if c.echoes {
		c.out.Put("")
	}
}

// answer is what a line that was read comes to. A last line may lack its end.
func (c *Console) answer(line string, err error) (string, error) {
	switch {
	case errors.Is(err, bufio.ErrBufferFull):
		return "", ErrTooLong
	case err == io.EOF && line == "":
		c.endLine()
		return "", ErrEnded
	case err != nil && err != io.EOF:
		return "", err
	}
	return line, nil
}

// YesNo asks until the answer is yes or no. Its errors are those of [Console.Ask].
func (c *Console) YesNo(ctx context.Context, question string) (bool, error) {
	for {
		answer, err := c.Ask(ctx, question+" yes or no:")
		if err != nil {
			return false, err
		}
		switch strings.ToLower(answer) {
		case "yes", "y":
			return true, nil
		case "no", "n":
			return false, nil
		}
		c.out.Put("Please answer yes or no.")
	}
}

// Lines writes lines of text, each through the border to the terminal. Like a
// bufio.Writer it keeps the first error and writes nothing after it.
type Lines struct {
	w   io.Writer
	err error
}

// NewLines writes to w.
func NewLines(w io.Writer) *Lines { return &Lines{w: w} }

// Put writes one line, formatted as fmt.Sprintf does.
func (l *Lines) Put(format string, args ...any) {
	l.print(text.Show(fmt.Sprintf(format, args...)) + "\n")
}

// Err is the first error of the writer underneath.
func (l *Lines) Err() error { return l.err }

func (l *Lines) print(s string) {
	if l.err == nil {
		_, l.err = io.WriteString(l.w, s)
	}
}
