package logs

import (
	"io"
	"os"
	"testing"
)

// TestEarlyKeepsErrors: what the disk had to say while the file was written is told in the
// end, because it says it only once.
func TestEarlyKeepsErrors(t *testing.T) {
	read, write, err := os.Pipe() // no disk has a pipe
	if err != nil {
		t.Fatal(err)
	}
	drained := make(chan struct{})
	go func() {
		defer close(drained)
		_, _ = io.Copy(io.Discard, read)
	}()
	e := newEarly(write, "a pipe")
	for range 2 {
		if _, err := e.Write(make([]byte, earlyBytes)); err != nil {
			t.Fatal(err)
		}
	}
	if e.wait() == nil {
		t.Error("the disk's error is lost")
	}
	write.Close()
	<-drained
}
