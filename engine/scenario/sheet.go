package scenario

import (
	"fmt"
	"strings"

	"referee/engine/explain"
	"referee/model"
)

// sheet is a page to hand on: plain text for a ticket, or Markdown. What people
// wrote is text in both, never markup.
type sheet struct {
	page
	markdown bool
}

// say writes plain text, or the same in Markdown.
func (s *sheet) say(first, rest, text string) {
	if s.markdown {
		s.WriteString(first + escape(text) + "\n")
		return
	}
	s.paragraph(first, rest, text)
}

func (s *sheet) title(text string) {
	if s.markdown {
		s.say("# ", "", text)
	} else {
		s.say("", "", text)
	}
	s.gap()
}

func (s *sheet) heading(text string) {
	if s.markdown {
		s.say("## ", "", text)
		s.gap()
		return
	}
	s.say("", "", text)
}

func (s *sheet) text(text string) {
	s.say("", "", text)
	s.gap()
}

// item is a line of a list, with a label where there is one.
func (s *sheet) item(label string, column int, text string) {
	switch {
	case s.markdown && label != "":
		fmt.Fprintf(s, "- **%s** %s\n", escape(label), escape(text))
	case s.markdown:
		s.say("- ", "", text)
	case label != "":
		s.labelled("  ", label, column, text)
	default:
		s.say("  ", "    ", text)
	}
}

// figures is a sum, step by step, its amounts below one another.
func (s *sheet) figures(figures []explain.Figure, money func(model.Money) string) {
	if s.markdown {
		s.WriteString("\n| | |\n|---|---:|\n")
		for _, f := range figures {
			fmt.Fprintf(s, "| %s | %s |\n", escape(f.Text), money(f.Amount))
		}
		s.gap()
		return
	}
	column := longest(figures, func(f explain.Figure) string { return money(f.Amount) })
	for _, f := range figures {
		mark := "  "
		if f.Sum {
			mark = "= "
		}
		s.labelled("    "+mark, padLeft(money(f.Amount), column), column, f.Text)
	}
}

// escape keeps text from being markup. A digit at the beginning of a line is no
// list either: every line begins with words of ours.
func escape(text string) string {
	return markup.Replace(text)
}

var markup = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`, "#", `\#`, "|", `\|`, "~", `\~`, "!", `\!`, "&", `\&`,
)
