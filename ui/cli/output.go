package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"referee/ui/plain"
)

// lines writes to the output through the border to the terminal.
func (in *invocation) lines() *plain.Lines { return plain.NewLines(in.out) }

// printText writes text of several lines through the border to the terminal:
// the names and titles in it may come from anywhere.
func (in *invocation) printText(write func(*bytes.Buffer) error) error {
	var b bytes.Buffer
	if err := write(&b); err != nil {
		return err
	}
	out := in.lines()
	for line := range strings.Lines(b.String()) {
		out.Put("%s", strings.TrimSuffix(line, "\n"))
	}
	return out.Err()
}

// printJSON writes one JSON document. Texts in it are left exactly as they are;
// control characters are written as their escapes, also those that the encoding
// lets through: a terminal obeys some of them.
func (in *invocation) printJSON(document any) error {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(document); err != nil {
		return err
	}
	for _, r := range b.String() {
		var err error
		if r >= 0x7f && r < 0xa0 {
			_, err = fmt.Fprintf(in.out, `\u%04x`, r)
		} else {
			_, err = in.out.WriteRune(r)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
