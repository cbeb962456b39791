package db

import (
	"errors"
	"maps"
	"slices"
	"strings"

	"pgregory.net/rapid"
)

// drawCaseName draws from few names, so that they meet again, one of them as long
// as may be.
func drawCaseName(r *rapid.T) string {
	return rapid.SampledFrom([]string{"a", "two buyers", "ä \u202e", "12345678", strings.Repeat("語", 500)}).Draw(r, "case")
}

func (m *machine) keepCase(r *rapid.T) {
	m.steps["kept a case"]++
	c := Case{Name: drawCaseName(r), Pinned: rapid.Bool().Draw(r, "pinned")}
	if text := rapid.StringMatching(`[a-z"<\x{2028}\n]{0,20}`).Draw(r, "text"); text != "" {
		c.Text = []byte(strings.Repeat(text, rapid.SampledFrom([]int{1, 1, 1, 700}).Draw(r, "times")))
	}
	if err := m.store.KeepCase(c); err != nil {
		r.Fatal(err)
	}
	m.cases[c.Name] = c
}

func (m *machine) dropCase(r *rapid.T) {
	name := drawCaseName(r)
	_, kept := m.cases[name]
	err := m.store.DropCase(name)
	if _, none := errors.AsType[*NoCaseError](err); none == kept || err != nil && !none {
		r.Fatalf("dropping %q, which is kept: %v: %v", name, kept, err)
	}
	if kept {
		m.steps["dropped a case"]++
	}
	delete(m.cases, name)
}

func (m *machine) pinCase(r *rapid.T) {
	m.steps["pinned a case"]++
	name, pinned := drawCaseName(r), rapid.Bool().Draw(r, "pinned")
	if err := m.store.Pin(name, pinned); err != nil {
		r.Fatal(err)
	}
	c := m.cases[name]
	c.Name, c.Pinned = name, pinned
	m.cases[name] = c
}

func (m *machine) keepsEveryCase(r *rapid.T) {
	got, err := m.store.Cases()
	if err != nil {
		r.Fatal(err)
	}
	var want []Case
	for _, name := range slices.Sorted(maps.Keys(m.cases)) {
		want = append(want, m.cases[name])
	}
	same := func(a, b Case) bool {
		return a.Name == b.Name && a.Pinned == b.Pinned && string(a.Text) == string(b.Text) && (a.Text == nil) == (b.Text == nil)
	}
	if !slices.EqualFunc(want, got, same) {
		r.Fatalf("the cases differ (-want +got):\n%s", diff(want, got))
	}
}
