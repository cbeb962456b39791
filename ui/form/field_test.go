package form_test

import (
	"errors"
	"io"
	"strings"
	"testing"

	"referee/model"
	"referee/ui/theme"
)

// Asked as plain lines, an empty answer keeps the value and a wrong one is asked
// again.
func TestRunAccessible(t *testing.T) {
	f := newForm(t)
	var out strings.Builder
	answers := strings.NewReader("last\nfirst\n")
	if err := f.Field(model.HowToChoose).RunAccessible(&out, answers); err != nil {
		t.Fatal(err)
	}
	if f.Draft().Credit != model.First {
		t.Errorf("credit is %v, want first", f.Draft().Credit)
	}
	if n := strings.Count(out.String(), "How to choose a referral partner\n"); n != 2 {
		t.Errorf("asked %d times, want 2:\n%s", n, out.String())
	}
	if err := f.Field(model.NumberOfLevels).RunAccessible(&out, strings.NewReader("\n")); err != nil || f.Draft().Levels != 2 {
		t.Errorf("an empty line did not keep the value: %d, %v", f.Draft().Levels, err)
	}
	err := f.Field(model.UseIPAddress).RunAccessible(&out, strings.NewReader(""))
	if !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("at the end of the input: %v", err)
	}
}

// As a huh.Field it reads the draft, whoever wrote it, and holds nobody back.
func TestFieldReadsTheDraft(t *testing.T) {
	f := newForm(t)
	field := f.Field(model.PayFor)
	if field.GetValue() != "sale" || field.GetKey() != "pay_for" || field.Skip() || field.Error() != nil {
		t.Errorf("%v %v %v %v", field.GetValue(), field.GetKey(), field.Skip(), field.Error())
	}
	field.Update(key(t, "right"))
	field.Update(key(t, "space"))
	if field.GetValue() != "" || field.Error() == nil {
		t.Errorf("after unticking sale: %q, error %v", field.GetValue(), field.Error())
	}
	f.Undo()
	if field.GetValue() != "sale" || field.Error() != nil {
		t.Errorf("after undo: %q, error %v", field.GetValue(), field.Error())
	}
}

// Every option can be clicked where it was drawn, and what is no field cannot.
func TestClickEveryOption(t *testing.T) {
	f := newForm(t)
	rows := f.Rows(theme.New(theme.None, theme.ASCII()), 60, 10, "")
	for y, row := range rows {
		for x := range row {
			before := f.Draft()
			if !f.Click(x, y) {
				t.Fatalf("column %d of row %d is no field", x, y)
			}
			if on := x >= 23; !on && f.Draft() != before {
				t.Fatalf("a click on the label in row %d changed something", y)
			}
			if f.Focused() != model.AllSettings[y] {
				t.Fatalf("row %d: the focus is on %s", y, f.Focused().Key())
			}
		}
	}
	if f.Click(5, -1) || f.Click(5, len(rows)) {
		t.Error("a click outside hit a field")
	}
	if f.Draft() == f.Saved().Draft() {
		t.Error("no click changed anything")
	}
}
