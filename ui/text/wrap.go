package text

import "strings"

// Wrap returns s, shown, broken into lines of at most width cells. It breaks at
// spaces; a word wider than a line is broken between graphemes. The spaces at a
// break are dropped. The result has at least one line; a width below 1 counts
// as 1.
func Wrap(s string, width int) []string {
	width = max(width, 1)
	var (
		lines []string
		line  strings.Builder
		cells int
	)
	flush := func() {
		lines = append(lines, line.String())
		line.Reset()
		cells = 0
	}
	for _, word := range strings.Fields(Show(s)) {
		w := measure(word)
		if cells > 0 && cells+1+w <= width {
			line.WriteByte(' ')
			line.WriteString(word)
			cells += 1 + w
			continue
		}
		if cells > 0 {
			flush()
		}
		for w > width {
			head, n := clip(word, width)
			size := len(head)
			if size == 0 { // one grapheme wider than the line
				var cluster string
				cluster, n = Cluster(word)
				head, size = Refused, len(cluster)
			}
			lines = append(lines, head)
			word, w = word[size:], w-n
		}
		line.WriteString(word)
		cells = w
	}
	if cells > 0 || len(lines) == 0 {
		flush()
	}
	return lines
}
