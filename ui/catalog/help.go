package catalog

import "referee/model"

// help explains the focused spot, or the table while the list has the focus.
func (s *Screen) help() string {
	at, ok := s.focused()
	if !s.open || !ok {
		return tableHelp[s.table()]
	}
	switch {
	case at.shape == rate:
		return s.rateHelp(at.field.Cell)
	case at.shape == button && at.program != "":
		return "Who is paid by these rates; each partner has its own ticks. Space puts everybody in."
	case at.shape == button:
		return "Rates of its own for one product; they beat the program's other rates. Enter adds them."
	}
	return fieldHelp[at.field.Table+" "+at.field.Key]
}

func (s *Screen) rateHelp(cell model.Cell) string {
	what := "A flat amount for each unit"
	if cell.Kind == model.Percent {
		what = "Percent of the sale"
	}
	who := map[int]string{1: "the credited partner", 2: "its parent", 3: "its grandparent",
		model.UnusedLevel: "level 1 instead, when nobody above is paid"}[cell.Level]
	if cell.Role == model.Lead && cell.Level == 1 {
		who = "the partner who brought the contact"
	}
	words := what + " for " + who + ". Empty is not 0: an empty cell is no rate."
	if why := s.hides(cell); why != "" {
		words = "Hidden: " + why + ". It is kept, and pays 0. " + words
	}
	return words
}

// tableHelp and fieldHelp are only read.
var tableHelp = map[string]string{
	model.PartnerTable: "Who refers people to you. Enter opens the selected one, a adds one, / searches.",
	model.ProgramTable: "The rate cards. A partner's programs are asked in order of priority; the first with a rule for the item pays.",
	model.ProductTable: "What is sold. A program can have rates of its own for one of them.",
	model.LinkTable:    "The pages that partners send people to.",
}

var fieldHelp = map[string]string{
	"partner code":        "What links, files and everything else call this partner. A new code is followed wherever it is used here.",
	"partner name":        "For people. It may be empty.",
	"partner parent":      "The code of the partner who recruited this one: paid as level 2. Type a part; enter takes what is proposed.",
	"partner track_days":  "How many days of 24 hours a click counts. Empty: for ever.",
	"partner active":      "No: passed over when credit is given, and paid nothing above others.",
	"partner notify_lead": "Told when a contact of theirs fills in a form, unless notifications are skipped.",
	"partner notify_sale": "Told of each order they are credited with, unless notifications are skipped.",
	"partner programs":    "Whether this partner is paid by the program's rates. Its programs are asked in order of priority.",
	"program name":        "What partners are enrolled in. A new name is followed wherever it is used here.",
	"program priority":    "The lowest number is asked first; equal ones in order of name.",
	"program payout":      "Up-front: with the order. On payment: as the order is paid.",
	"program product":     "The product that these rates are for. Type a part; enter takes what is proposed. ctrl+x takes the rates away.",
	"product code":        "What orders call this product. A new code is followed wherever it is used here.",
	"product price":       "What one costs where an order does not say, like 1000.00.",
	"link code":           "What stands in the partners' links.",
	"link url":            "The page that the link leads to, like https://www.example.com/page. It may be empty.",
}
