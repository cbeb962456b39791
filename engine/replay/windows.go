package replay

// windows tells of long runs of referrals which are valid at a moment without going
// through all of them. A cookie that very many contacts share, as a tablet in a shop has,
// is the history of each of them: what it holds would be gone through for every one.
type windows struct {
	of     func(i int) window // of one referral
	levels [][]window         // of so many referrals each, of so many of these each, and so on
}

// window is when the windows of some referrals close (A2): of all the first, of active
// partners the last, and of inactive ones the last.
type window struct{ least, active, inactive int64 }

const (
	spanBits = 5
	longRun  = 4 << spanBits // below this they are gone through
)

// noWindow is the window of no referrals.
var noWindow = window{never, always, always}

func (w window) with(other window) window {
	return window{min(w.least, other.least), max(w.active, other.active), max(w.inactive, other.inactive)}
}

// newWindows makes room for n referrals. They are taken in by [windows.cover].
func newWindows(n int, of func(i int) window) *windows {
	w := &windows{of: of}
	for n >>= spanBits; n > 0; n >>= spanBits {
		w.levels = append(w.levels, make([]window, n))
	}
	return w
}

// cover takes in a run of referrals: those spans of it that are whole.
func (w *windows) cover(from, to int) {
	for level := range w.levels {
		from, to = (from+1<<spanBits-1)>>spanBits, to>>spanBits
		for i := from; i < to; i++ {
			sum := noWindow
			for j := i << spanBits; j < (i+1)<<spanBits; j++ {
				sum = sum.with(w.at(level, j))
			}
			w.levels[level][i] = sum
		}
	}
}

// at is the window of a referral, at level 0, or of a span.
func (w *windows) at(level, i int) window {
	if level == 0 {
		return w.of(i)
	}
	return w.levels[level-1][i]
}

// first is the first referral of a run, which has been covered, of which something holds
// that holds of a span if it does of one in it; -1 if there is none.
func (w *windows) first(from, to int, holds func(window) bool) int {
	for i, top := from, len(w.levels); i < to; {
		level := 0
		for level < top && i&(1<<((level+1)*spanBits)-1) == 0 && i+1<<((level+1)*spanBits) <= to {
			level++
		}
		switch size := 1 << (level * spanBits); {
		case !holds(w.at(level, i>>(level*spanBits))):
			i += size
		case level == 0:
			return i
		default:
			top, to = level-1, i+size
		}
	}
	return -1
}

// last is the last one, likewise.
func (w *windows) last(from, to int, holds func(window) bool) int {
	for end, top := to, len(w.levels); end > from; {
		level := 0
		for level < top && end&(1<<((level+1)*spanBits)-1) == 0 && end-1<<((level+1)*spanBits) >= from {
			level++
		}
		switch size := 1 << (level * spanBits); {
		case !holds(w.at(level, (end-1)>>(level*spanBits))):
			end -= size
		case level == 0:
			return end - 1
		default:
			top, from = level-1, end-size
		}
	}
	return -1
}
