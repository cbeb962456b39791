package text_test

import (
	"testing"

	"referee/ui/text"
)

func TestCount(t *testing.T) {
	for n, want := range map[int]string{
		0: "0 sales", 1: "1 sale", 2: "2 sales", 999: "999 sales", 1000: "1,000 sales", 1234567: "1,234,567 sales",
		-1: "-1 sales", -999: "-999 sales", -1000: "-1,000 sales", -123456: "-123,456 sales",
	} {
		if got := text.Count(n, "sale", "sales"); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}
