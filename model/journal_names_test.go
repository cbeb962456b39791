package model_test

import (
	"testing"
	"time"

	"referee/model"
)

// Whatever names a partner counts: what comes from a catalog must not lose it.
func TestWhatAJournalNames(t *testing.T) {
	catalog, problems := model.CatalogDraft{
		Partners: []model.Partner{{Code: "clicked"}, {Code: "formed"}, {Code: "entered"}, {Code: "sold"}, {Code: "led"}, {Code: "idle"}},
		Products: []model.Product{{Code: "X"}, {Code: "idle"}}, Links: []model.Link{{Code: "home"}, {Code: "idle"}},
	}.Parse()
	if problems != nil {
		t.Fatal(problems)
	}
	at := time.Date(2026, 1, 5, 10, 0, 0, 0, time.UTC)
	journal, problems := catalog.Journal([]model.Event{
		model.Click{At: at, Partner: "clicked", Browser: "idle", Link: "home"},
		model.Form{At: at, Contact: "idle", Partner: "formed"},
		model.Referral{At: at, Partner: "entered", Contact: "idle", Type: model.Manual},
		model.Order{At: at, ID: "idle", Contact: "idle", Lines: []model.Line{{Product: "X", Quantity: 1}}, SalePartner: model.Some("sold"), LeadPartner: model.Some("led")},
	})
	if problems != nil {
		t.Fatal(problems)
	}
	for table, codes := range map[string][]string{
		model.PartnerTable: {"clicked", "formed", "entered", "sold", "led"}, model.ProductTable: {"X"}, model.LinkTable: {"home"},
	} {
		for _, code := range codes {
			if !journal.Names(table, code) {
				t.Errorf("it does not name the %s %s", table, code)
			}
		}
		if journal.Names(table, "idle") || journal.Names(table, "") {
			t.Errorf("it names a %s that nothing happened with", table)
		}
	}
}
