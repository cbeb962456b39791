package scenario

import (
	"strings"
	"time"

	"github.com/rivo/uniseg"

	"referee/engine/explain"
)

// width is the columns that plain text keeps to where its words allow it.
const width = 80

// page collects plain text. Columns are cells of a terminal: a character may take
// two of them, or none.
type page struct {
	strings.Builder
	result *Result
}

func (p *page) gap() { p.WriteByte('\n') }

// paragraph wraps text: the first line begins with one text, the others with
// another.
func (p *page) paragraph(first, rest, text string) {
	line, begun := first, false
	for word := range strings.FieldsSeq(text) {
		if begun && uniseg.StringWidth(line)+1+uniseg.StringWidth(word) > width {
			p.WriteString(strings.TrimRight(line, " ") + "\n")
			line, begun = rest, false
		}
		if begun {
			line += " "
		}
		line, begun = line+word, true
	}
	p.WriteString(strings.TrimRight(line, " ") + "\n")
}

// labelled is a paragraph that hangs beside a label.
func (p *page) labelled(indent, label string, column int, text string) {
	rest := strings.Repeat(" ", len(indent)+column+2)
	p.paragraph(indent+pad(label, column)+"  ", rest, text)
}

// pad fills a text up to a number of columns.
func pad(s string, columns int) string {
	return s + strings.Repeat(" ", max(0, columns-uniseg.StringWidth(s)))
}

func padLeft(s string, columns int) string {
	return strings.Repeat(" ", max(0, columns-uniseg.StringWidth(s))) + s
}

// moment is a time that is read by itself, so with its year.
func moment(t time.Time) string { return explain.When(t, time.Time{}) }

// longest is the columns the longest of some texts takes, within reason.
func longest[T any](list []T, text func(T) string) int {
	n := 0
	for _, item := range list {
		n = max(n, uniseg.StringWidth(text(item)))
	}
	return min(n, width/2)
}
