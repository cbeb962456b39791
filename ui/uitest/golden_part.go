package uitest

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// GoldenPart compares a text with a part of a file that people write, or puts
// it there if the tests run with -update. The part stands between two lines,
// which stay as they are:
//
//	<!-- name: whatever is to be said about it -->
//	<!-- /name -->
func GoldenPart(t testing.TB, path, name, got string) {
	t.Helper()
	before, want, after := Part(t, path, name)
	if want == got {
		return
	}
	if !*update {
		t.Errorf("%s, %s (-want +got, -update accepts):\n%s", path, name, cmp.Diff(want, got))
		return
	}
	if err := os.WriteFile(path, []byte(before+got+after), 0o644); err != nil {
		t.Fatal(err)
	}
}

// Part is the part of a file that [GoldenPart] compares, and what stands before
// and after it. The test fails if the file has no such part.
func Part(t testing.TB, path, name string) (before, part, after string) {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	before, part, after, err = cutPart(string(content), name)
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return before, part, after
}

func cutPart(content, name string) (before, part, after string, err error) {
	opening, closing := "<!-- "+name+":", "<!-- /"+name+" -->"
	from := strings.Index(content, opening)
	if from < 0 {
		return "", "", "", fmt.Errorf("there is no line %s … -->", opening)
	}
	line := strings.IndexByte(content[from:], '\n')
	to := strings.Index(content[from:], "\n"+closing)
	if line < 0 || to < line {
		return "", "", "", fmt.Errorf("there is no line %s after %s … -->", closing, opening)
	}
	begin, end := from+line+1, from+to+1
	return content[:begin], content[begin:end], content[end:], nil
}
