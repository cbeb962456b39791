package ui

import (
	tea "charm.land/bubbletea/v2"

	"referee/ui/preview"
	"referee/ui/theme"
)

// previewDialog is the preview of a payout.
type previewDialog struct{ preview *preview.Preview }

func previewing() []action {
	return []action{{
		keys: []string{"p"}, label: "preview", bar: 54, reach: desktop,
		help:   "See what a partner would be paid for an amount, level by level, and the rate card",
		whyNot: notTyping, do: (*App).openPreview,
	}}
}

// openPreview begins with the partner and the product of the sale that is selected.
func (a *App) openPreview() tea.Cmd {
	who, what := a.pane.Credited()
	return a.open(&previewDialog{preview.New(a.saved(), a.draft(), who, what)})
}

func (d *previewDialog) key(a *App, msg tea.KeyPressMsg) tea.Cmd {
	if d.preview.Key(msg) {
		a.closeTop()
	}
	return nil
}

func (d *previewDialog) paste(s string) { d.preview.Paste(s) }

func (d *previewDialog) click(_ *App, x, y int) tea.Cmd {
	d.preview.Click(x, y)
	return nil
}

func (d *previewDialog) wheel(by int)  { d.preview.Wheel(by) }
func (d *previewDialog) title() string { return "What would be paid" }

func (d *previewDialog) hints() []hint {
	return []hint{
		pressing(d, tea.KeyUp, "step"), pressing(d, tea.KeyTab, "next field"), pressing(d, tea.KeyPgDown, "scroll"), pressing(d, tea.KeyEscape, "close"),
	}
}

func (d *previewDialog) rows(th *theme.Theme, width, height int) ([]string, int, int) {
	return d.preview.Rows(th, width, height)
}
