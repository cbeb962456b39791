package replay

import (
	"context"
	"fmt"
	"runtime/debug"
	"sync"
)

// Crash is a panic, or a fault in a mapped file that became shorter than it was. The
// load that was at work must not be used any more.
type Crash struct{ cause any }

func (c *Crash) Error() string {
	return fmt.Sprintf("work on the log ended with %q", fmt.Sprint(c.cause))
}

// Hint is what to do about it.
func (c *Crash) Hint() string { return "nothing is lost; read the log again" }

// Address is where nothing was to be read, or 0 if it was something else.
func (c *Crash) Address() uintptr {
	if at, is := c.cause.(interface{ Addr() uintptr }); is {
		return at.Addr()
	}
	return 0
}

// Guarded does work that follows a [Source]. A panic or a fault would end the program,
// and with it somebody's unsaved draft; it comes back as a [*Crash] instead. Every
// goroutine needs a guard of its own.
func Guarded(work func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if cause := recover(); cause != nil {
			err = &Crash{cause}
		}
	}()
	return work()
}

// crew is goroutines at work on one thing: the first error stops them all.
type crew struct {
	outer context.Context
	stop  context.CancelFunc
	all   sync.WaitGroup
	first sync.Once
	err   error
}

// newCrew is nobody yet, and the context to work under.
func newCrew(outer context.Context) (*crew, context.Context) {
	inner, stop := context.WithCancel(outer)
	return &crew{outer: outer, stop: stop}, inner
}

// start has one more goroutine do some work, guarded.
func (c *crew) start(work func() error) {
	c.all.Go(func() {
		if err := Guarded(work); err != nil {
			c.first.Do(func() {
				c.err = err
				c.stop()
			})
		}
	})
}

// wait is for the end of all work. It returns the first error, or that of a context
// that has ended.
func (c *crew) wait() error {
	c.all.Wait()
	c.stop()
	if c.err != nil {
		return c.err
	}
	return c.outer.Err()
}
