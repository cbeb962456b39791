package model

import "testing"

// What is hidden and new is not what was kept hidden.
func TestSinceTellsNewHiddenValues(t *testing.T) {
	s, problems := DefaultDraft().Parse()
	if problems != nil {
		t.Fatal(problems)
	}
	var was, now Program
	was.Default.Levels[2].Sale.Percent = Some(Rate(50_000))
	now.Default = was.Default
	now.Default.Levels[1].Lead.Amount = Some(Money(900))
	m := now.MaskChange(s, s).Since(was, now, nil)
	if len(m.Hidden) != 1 || len(m.New) != 1 || m.New[0].String() != "level 2 lead amount" {
		t.Errorf("kept %v, new %v", m.Hidden, m.New)
	}
	if m = now.MaskChange(s, s).Since(now, now, nil); len(m.Hidden) != 2 || m.New != nil {
		t.Errorf("kept %v, new %v", m.Hidden, m.New)
	}
}
