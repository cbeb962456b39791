package logs

import "os"

// early writes a file, and now and then has the disk take what has been written, while
// the rest is being made: then there is little left to wait for in the end.
type early struct {
	file  *os.File
	path  string        // what it will be
	since int           // bytes since the disk was last asked
	idle  chan struct{} // holds something while the disk is not asked
	err   error         // the first of the disk, which may tell it only once
}

// earlyBytes is after how much the disk is asked.
const earlyBytes = 8 << 20

func newEarly(file *os.File, path string) *early {
	e := &early{file: file, path: path, idle: make(chan struct{}, 1)}
	e.idle <- struct{}{}
	return e
}

func (e *early) Write(p []byte) (int, error) {
	n, err := e.file.Write(p)
	err = notWritten(e.path, err)
	if e.since += n; e.since < earlyBytes {
		return n, err
	}
	select {
	case <-e.idle:
		e.since = 0
		go func() {
			if err := e.file.Sync(); e.err == nil {
				e.err = err
			}
			e.idle <- struct{}{}
		}()
	default:
	}
	return n, err
}

// wait is for the disk, and for what it had to say. Nothing must be written meanwhile.
func (e *early) wait() error {
	<-e.idle
	e.idle <- struct{}{}
	return e.err
}
