package scenario

import (
	"os"
	"testing"
)

func TestX(t *testing.T) {
	data, _ := os.ReadFile("testdata/formats.toml")
	f, err := Read("formats.toml", data)
	if err != nil {
		for _, e := range AllErrors(err) {
			t.Log(e, "|", e.Hint)
		}
		t.Fatal()
	}
	t.Logf("%+v", f)
}
