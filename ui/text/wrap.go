package text

import "strings"

// Wrap returns s, shown, broken into lines of at most width cells. It breaks at
// spaces; a word wider than a line is broken between graphemes. The spaces at a
// break are dropped. The result has at least one line; a width below 1 counts
// as 1.
func Wrap(s string, width int) []string {
	width = max(width, 1)
	s = singleSpaced(Show(s))
	lines := make([]string, 0, 1+len(s)/width)
	for {
		line := firstLine(s, width)
		rest := s[len(line):]
		if line == "" && s != "" { // one grapheme wider than the line
			cluster, _ := Cluster(s)
			line, rest = Refused, s[len(cluster):]
		}
		lines = append(lines, line)
		if s = strings.TrimPrefix(rest, " "); s == "" {
			return lines
		}
	}
}

// WrapIn is Wrap in at most so many lines. Where they do not hold all of it the last one
// goes on to its end and is cut there by the ellipsis, so that nobody takes the beginning
// of a sentence for all of it.
func WrapIn(s string, width, most int, ellipsis string) []string {
	lines := Wrap(s, width)
	if most <= 0 {
		return nil
	}
	if len(lines) > most {
		lines[most-1] = Cut(lines[most-1]+" "+lines[most], max(width, 1), ellipsis)
		lines = lines[:most]
	}
	return lines
}

// firstLine is as many whole words of s as fit, or as much of the first one.
// It is empty if not even one grapheme fits.
func firstLine(s string, width int) string {
	head, _ := clip(s, width)
	if len(head) == len(s) || s[len(head)] == ' ' {
		return head
	}
	if end := strings.LastIndexByte(head, ' '); end >= 0 {
		return head[:end]
	}
	return head
}

// singleSpaced is s with one space between its words and none around them: s
// itself, if it is so already, so that lines can be pieces of it.
func singleSpaced(s string) string {
	n := -1
	for word := range strings.FieldsSeq(s) {
		n += 1 + len(word)
	}
	if n == len(s) {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}
