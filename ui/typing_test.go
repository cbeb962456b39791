package ui_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"referee/model"
)

const family = "👨\u200d👩\u200d👧"

func TestRunOfTypingIsOneUndoStep(t *testing.T) {
	d := open(t, 120, 36)
	d.Type("vip-")
	d.Press("tab", "shift+tab")
	d.Type("gold")
	d.expectDraft(model.CodePrefix, "vip-gold")
	d.Press("ctrl+z")
	d.expectDraft(model.CodePrefix, "vip-")
	d.Press("ctrl+z")
	d.expectDraft(model.CodePrefix, "")
	d.Press("ctrl+y", "ctrl+y")
	d.expectDraft(model.CodePrefix, "vip-gold")
	d.Press("ctrl+y")
	d.Expect("there is nothing to redo")
}

func TestUndoIsUnlimited(t *testing.T) {
	d := open(t, 120, 36)
	d.focusOn(model.NumberOfLevels)
	before := d.picture()
	const rounds = 500
	for range rounds {
		d.Press("1", "3")
	}
	for range 2 * rounds {
		d.Press("ctrl+z")
	}
	if diff := cmp.Diff(before, d.picture()); diff != "" {
		t.Errorf("%d undos left another screen:\n%s", 2*rounds, diff)
	}
	d.Press("ctrl+z")
	d.Expect("there is nothing to undo")
}

func TestUndoMovesToWhatItTakesBack(t *testing.T) {
	d := open(t, 120, 36)
	d.focusOn(model.HowToChoose)
	d.Press("space")
	d.focusOn(model.NumberOfLevels)
	d.Press("1", "f3", "ctrl+z")
	d.Expect("▸ Levels")
	d.Press("ctrl+z")
	d.Expect("▸ How to choose")
	d.Press("ctrl+y", "ctrl+y")
	d.Expect("▸ Levels", "● 2 unsaved")
}

func TestRevertAllIsOneUndoStep(t *testing.T) {
	d := open(t, 120, 36)
	d.Type("vip")
	d.focusOn(model.HowToChoose)
	d.Press("space")
	d.palette("Revert all")
	d.Refute("unsaved", "was:")
	d.Press("ctrl+z")
	d.Expect("● 2 unsaved", "was: latest", "was: empty")
}

// A paste is cleaned of what neither field can hold or a terminal could obey,
// and is one step of its own.
func TestPasteIsCleanedAndOneUndoStep(t *testing.T) {
	d := open(t, 120, 36)
	d.focusOn(model.CustomLinkURL)
	d.Type("https://x.org")
	d.Paste("/partners\x1b]0;pwned\a\r\n")
	d.expectDraft(model.CustomLinkURL, "https://x.org/partners]0;pwned")
	d.expectTitle("referee (1 unsaved)")
	d.Press("ctrl+z")
	d.expectDraft(model.CustomLinkURL, "https://x.org")
	d.Type("/b")
	d.Press("ctrl+z")
	d.expectDraft(model.CustomLinkURL, "https://x.org")
	d.Press("ctrl+z")
	d.expectDraft(model.CustomLinkURL, "")

	d.focusOn(model.HowToChoose)
	d.Paste("first")
	d.Refute("unsaved") // a choice takes no text, and no letter of it as a key
}

// Problems stand beside their field while typing, and hold nobody there.
func TestProblemsAppearWhileTyping(t *testing.T) {
	d := open(t, 120, 36)
	d.Type("vip")
	d.Refute("✗")
	d.Type("!")
	d.Expect("✗ vip!", "The prefix cannot hold '!'", "draft · 1 problem")
	d.Expect("as saved") // the simulator shows what it can
	d.focusOn(model.PayFor)
	d.Press("right", "space")
	d.Expect("▸ Pay for", "✗", "Nobody would ever be paid", "draft · 2 problems")
	d.Press("tab", "ctrl+s")
	d.Expect("▸ Code prefix", "The prefix cannot hold '!': use letters, digits, - and _") // saving goes to the problem
	d.Refute("Save these settings?")
	d.Press("end", "backspace")
	d.Refute("The prefix cannot hold")
}

func TestEveryProblemIsShownBesideItsField(t *testing.T) {
	tests := []struct {
		setting model.Setting
		keys    []string
		paste   string
		want    string
	}{
		{model.CodePrefix, nil, strings.Repeat("x", model.MaxPrefix+1), "The prefix has 33 characters"},
		{model.CustomLinkURL, nil, "x.org", "does not start with http"},
		{model.CustomLinkURL, nil, "https://x.org/?a", `has a query`},
		{model.PayFor, []string{"right", "space"}, "", "neither lead nor sale is ticked"},
		{model.PayAs, []string{"right", "space"}, "", "neither amount nor percent"},
	}
	for _, tt := range tests {
		for _, size := range [][2]int{{120, 36}, {80, 24}} {
			d := open(t, size[0], size[1])
			d.focusOn(tt.setting)
			d.Press(tt.keys...)
			if tt.paste != "" {
				d.Paste(tt.paste)
			}
			d.Expect("✗")
			if all := strings.Join(strings.Fields(d.Screen().Text()), " "); !strings.Contains(all, tt.want) {
				t.Errorf("%v: %q is not on the screen:\n%s", size, tt.want, d.Screen().Text())
			}
		}
	}
}

func TestNoticesStandBesideTheirField(t *testing.T) {
	d := open(t, 120, 36)
	d.Type("vip-")
	d.Expect("Links already handed out")
	d.focusOn(model.UseIPAddress)
	d.Press("space")
	d.Expect("Sales without a cookie can still be paid")
	d.Refute("problem")
	d.Press("ctrl+s")
	d.Expect("Save these settings?") // a notice stops nothing
}

func TestCaretAndGraphemes(t *testing.T) {
	d := open(t, 120, 36)
	d.Type("日本" + family)
	x, y, visible := d.Screen().Cursor()
	if !visible {
		t.Fatal("no caret in a text field")
	}
	d.Press("backspace")
	d.ExpectCursor(x-2, y)
	d.expectDraft(model.CodePrefix, "日本")
	d.Press("left")
	d.ExpectCursor(x-4, y)
	d.Type("e\u0301")
	d.expectDraft(model.CodePrefix, "日e\u0301本")
	d.ExpectCursor(x-3, y)
	d.CheckFrame()
	d.focusOn(model.HowToChoose)
	if _, _, visible := d.Screen().Cursor(); visible {
		t.Error("a caret where nothing can be typed")
	}
}

// A text longer than its field scrolls under the caret.
func TestLongTextScrolls(t *testing.T) {
	d := open(t, 80, 24)
	d.focusOn(model.CustomLinkURL)
	d.Type("https://www.example.com/" + strings.Repeat("0123456789", 12) + "the-end")
	d.Expect("the-end")
	d.CheckFrame()
	d.Press("home")
	d.Expect("https://www.example.com/")
	d.Refute("the-end")
}
