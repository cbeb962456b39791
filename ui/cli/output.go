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
// the encoding escapes control characters.
func (in *invocation) printJSON(document any) error {
	out := json.NewEncoder(in.out)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	return out.Encode(document)
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
