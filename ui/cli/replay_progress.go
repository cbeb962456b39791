package cli

import (
	"fmt"
	"strings"
	"time"

	"golang.org/x/term"

	"referee/engine/replay"
	"referee/ui/text"
)

// showProgress tells how far reading has come, until the function it returns is
// called: as a bar on a terminal, else a line a second. With --json it is silent.
func (r *replaying) showProgress(p *replay.Progress) (over func()) {
	if r.flags.json {
		return func() {}
	}
	began, end, ended := r.Now(), make(chan struct{}), make(chan struct{})
	bar := isTerminal(r.Err) && r.env("TERM") != "dumb"
	pause := time.Second
	if bar {
		pause = 100 * time.Millisecond
	}
	go func() {
		defer close(ended)
		shown := int64(0) // per cent
		tick := time.NewTicker(pause)
		defer tick.Stop()
		for {
			select {
			case <-end:
				return
			case <-tick.C:
				line := progressLine(p, r.Now().Sub(began), bar, &shown)
				if bar {
					width, _, err := term.GetSize(int(r.Err.Fd()))
					if err != nil || width < 20 {
						width = 80
					}
					line = "\r" + fmt.Sprintf("%-*.*s", width-1, width-1, line)
				} else {
					line += "\n"
				}
				fmt.Fprint(r.Err, line)
			}
		}
	}()
	return func() {
		close(end)
		<-ended
		if bar {
			fmt.Fprint(r.Err, "\r\x1b[K")
		}
	}
}

// progressLine is how far it is, how fast, and how long it will take; behind the reading,
// that everything is decided. It is plain ASCII: it also goes where no terminal is. It never
// falls behind what was shown before, even if more turns out to be left than was thought.
func progressLine(p *replay.Progress, since time.Duration, bar bool, shown *int64) string {
	rows, done, all := p.Rows.Load(), p.Bytes.Load(), max(p.Total.Load(), 1)
	done = min(done, all)
	rate := float64(rows) / max(since.Seconds(), 0.001)
	left := "? left"
	switch {
	case done == all:
		left = "all read, deciding"
	case done > 0:
		left = time.Duration(float64(since)*float64(all-done)/float64(done)).Round(time.Second).String() + " left"
	}
	*shown = max(*shown, done*100/all)
	said := fmt.Sprintf("%3d %%, %s rows, %s a second, %s", *shown, text.Thousands(rows), text.Thousands(int64(rate)), left)
	if !bar {
		return said
	}
	const cells = 24
	full := int(*shown * cells / 100)
	return "[" + strings.Repeat("#", full) + strings.Repeat("-", cells-full) + "] " + said
}
