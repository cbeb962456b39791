package ui_test

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"referee/model"
	"referee/ui"
	"referee/ui/theme"
	"referee/ui/uitest"
)

// maxAllocations is what one key may allocate from its arrival to the finished
// frame: the garbage collector must never be what a person waits for.
const maxAllocations = 250

// keyToView is the work behind one key that changes a choice: the draft, the
// engine under both settings, and the whole frame.
func keyToView(tb testing.TB, setting model.Setting) func() {
	tb.Helper()
	d := open(tb, 120, 40)
	d.show(twoClaims)
	d.focusOn(setting)
	space, err := uitest.Key("space")
	if err != nil {
		tb.Fatal(err)
	}
	return func() {
		d.app.Update(space)
		_ = d.app.View()
	}
}

func TestAllocationsOfAKey(t *testing.T) {
	if underRace {
		t.Skip("the race detector allocates too")
	}
	for _, s := range model.AllSettings {
		if s == model.CodePrefix || s == model.CustomLinkURL {
			continue // no choices; BenchmarkTyping tells of them
		}
		if got := testing.AllocsPerRun(100, keyToView(t, s)); got > maxAllocations {
			t.Errorf("%s: %v allocations from key to frame, at most %d are possible", s.Key(), got, maxAllocations)
		}
	}
}

// maxAllocationsOfARate is the same for a letter in a cell of the catalog, which has
// the catalog parsed, the case indexed on it, and the sales settled.
const maxAllocationsOfARate = 1_000

// rateToView is the work behind a letter in the rate that the example is paid by.
func rateToView(tb testing.TB) func() {
	tb.Helper()
	d := open(tb, 120, 40)
	d.show(twoClaims)
	d.Press("f5", "right", "enter", "down", "down", "down", "down", "end")
	keys := []tea.KeyPressMsg{uitest.Letter("3"), {Code: tea.KeyBackspace}}
	typed := 0
	return func() {
		d.app.Update(keys[typed%2])
		_ = d.app.View()
		typed++
	}
}

func TestAllocationsOfARate(t *testing.T) {
	if underRace {
		t.Skip("the race detector allocates too")
	}
	if got := testing.AllocsPerRun(100, rateToView(t)); got > maxAllocationsOfARate {
		t.Errorf("%v allocations from key to frame, at most %d are possible", got, maxAllocationsOfARate)
	}
}

func BenchmarkRateToView(b *testing.B) {
	step := rateToView(b)
	b.ReportAllocs()
	for b.Loop() {
		step()
	}
}

func BenchmarkKeyToView(b *testing.B) {
	step := keyToView(b, model.HowToChoose)
	b.ReportAllocs()
	for b.Loop() {
		step()
	}
}

func BenchmarkTyping(b *testing.B) {
	d := openWith(b, ui.Options{Mode: theme.Dark}, 120, 40)
	keys := []tea.KeyPressMsg{uitest.Letter("v"), {Code: tea.KeyBackspace}}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		d.app.Update(keys[i%2])
		_ = d.app.View()
	}
}

// maxInLargeCase is what a key may allocate in a case of 200 events and 50 sales: more
// than in the settings, because the case itself is another one after each.
const maxInLargeCase = 2_000

func typeInLargeCase(tb testing.TB) func() {
	tb.Helper()
	d := largeCase(tb, 120, 40)
	keys := []tea.KeyPressMsg{uitest.Letter("x"), {Code: tea.KeyBackspace}}
	d.Expect("zoe · laptop", "more sales", "Zoe")
	d.Refute("✗")
	for _, key := range keys { // a run of typing is one step
		d.app.Update(key)
	}
	i := 0
	return func() {
		d.app.Update(keys[i%2])
		_ = d.app.View()
		i++
	}
}

func TestAllocationsOfAKeyInALargeCase(t *testing.T) {
	if underRace {
		t.Skip("the race detector allocates too")
	}
	if got := testing.AllocsPerRun(50, typeInLargeCase(t)); got > maxInLargeCase {
		t.Errorf("%v allocations from key to frame, at most %d are possible", got, maxInLargeCase)
	}
}

func BenchmarkTypingInALargeCase(b *testing.B) {
	step := typeInLargeCase(b)
	b.ReportAllocs()
	for b.Loop() {
		step()
	}
}

// answered opens one of the answers about a sale of the large case and goes up and
// down in it: its page is drawn anew, and nothing is asked of the engine again.
func answered(tb testing.TB, open string) func() {
	tb.Helper()
	d := largeCase(tb, 120, 40)
	d.Press("esc", "esc", "f3", "end", open)
	d.Expect("┌─ ")
	keys := []tea.KeyPressMsg{{Code: tea.KeyDown}, {Code: tea.KeyUp}}
	i := 0
	return func() {
		d.app.Update(keys[i%2])
		_ = d.app.View()
		i++
	}
}

// maxInAnswer is what a key in an answer may allocate; most of it is the large case
// behind it.
const maxInAnswer = 400

func TestAllocationsInAnAnswer(t *testing.T) {
	if underRace {
		t.Skip("the race detector allocates too")
	}
	for _, open := range []string{"w", "g", "o"} {
		if got := testing.AllocsPerRun(50, answered(t, open)); got > maxInAnswer {
			t.Errorf("%s: %v allocations from key to frame, at most %d are possible", open, got, maxInAnswer)
		}
	}
}

func BenchmarkAnswers(b *testing.B) {
	for _, open := range []string{"w", "g", "o"} {
		b.Run(open, func(b *testing.B) {
			step := answered(b, open)
			b.ReportAllocs()
			for b.Loop() {
				step()
			}
		})
	}
}

// BenchmarkOpenAnswers is what opening an answer costs: the engine is asked then.
func BenchmarkOpenAnswers(b *testing.B) {
	for _, open := range []string{"w", "g", "o"} {
		b.Run(open, func(b *testing.B) {
			d := largeCase(b, 120, 40)
			d.Press("esc", "esc", "f3")
			key, esc := uitest.Letter(open), tea.KeyPressMsg{Code: tea.KeyEscape}
			for b.Loop() {
				d.app.Update(key)
				_ = d.app.View()
				d.app.Update(esc)
			}
		})
	}
}
