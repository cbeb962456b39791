package db

import (
	"fmt"
	"time"

	"referee/model"
)

// The records as they stand in the file. Amounts are whole minor units, rates
// whole parts per million; what is blank is left out.
type (
	identityRecord struct {
		Program string `json:"program"`
		Schema  int    `json:"schema"`
	}

	// stateRecord says how many revisions and programs there must be, so that a
	// lost last one is noticed and not taken for "never saved", and the hash of
	// the last revision.
	stateRecord struct {
		Revision uint64 `json:"revision"`
		Hash     digest `json:"hash"`
		Programs uint64 `json:"programs"`
	}

	revisionRecord struct {
		Change      ChangeID          `json:"change"`
		At          time.Time         `json:"at"`
		Note        string            `json:"note"`
		Settings    map[string]string `json:"settings"`
		Catalog     uint64            `json:"catalog"`      // version
		CatalogHash digest            `json:"catalog_hash"` // of that version's record
		Previous    digest            `json:"previous"`     // hash of the record before
	}

	// catalogRecord is one version of the whole catalog.
	catalogRecord struct {
		Currency string          `json:"currency"`
		App      string          `json:"app,omitempty"`
		Partners []partnerRecord `json:"partners,omitempty"`
		Programs []programRecord `json:"programs,omitempty"`
		Products []productRecord `json:"products,omitempty"`
		Links    []linkRecord    `json:"links,omitempty"`
	}

	partnerRecord struct {
		Code       string   `json:"code"`
		Name       string   `json:"name,omitempty"`
		Parent     string   `json:"parent,omitempty"`
		TrackDays  *int     `json:"track_days,omitempty"`
		Inactive   bool     `json:"inactive,omitempty"`
		NotifyLead bool     `json:"notify_lead,omitempty"`
		NotifySale bool     `json:"notify_sale,omitempty"`
		Programs   []string `json:"programs,omitempty"`
	}

	productRecord struct {
		Code  string      `json:"code"`
		Price model.Money `json:"price"`
	}

	linkRecord struct {
		Code string `json:"code"`
		URL  string `json:"url"`
	}
)

func newRevisionRecord(r model.Revision) revisionRecord {
	record := revisionRecord{At: r.At, Note: r.Note, Settings: map[string]string{}, Catalog: r.Catalog}
	draft := r.Settings.Draft()
	for _, s := range model.AllSettings {
		record.Settings[s.Key()] = draft.Text(s)
	}
	return record
}

// revision passes the settings through the same door as typed ones. Every
// setting must be there: a default in its place could be a wrong figure.
func (r revisionRecord) revision(number uint64) (model.Revision, error) {
	var draft model.Draft
	for _, s := range model.AllSettings {
		text, there := r.Settings[s.Key()]
		if !there {
			return model.Revision{}, fmt.Errorf("the setting %s is missing", s.Key())
		}
		if err := draft.Set(s, text); err != nil {
			return model.Revision{}, err
		}
	}
	if len(r.Settings) != len(model.AllSettings) {
		return model.Revision{}, fmt.Errorf("it holds %d settings instead of %d", len(r.Settings), len(model.AllSettings))
	}
	settings, problems := draft.Parse()
	if err := problems.Err(); err != nil {
		return model.Revision{}, err
	}
	return model.Revision{Number: number, At: r.At, Note: r.Note, Settings: settings, Catalog: r.Catalog}, nil
}

func newPartnerRecord(p model.Partner) partnerRecord {
	record := partnerRecord{
		Code: p.Code, Name: p.Name, Parent: p.Parent,
		Inactive: p.Inactive, NotifyLead: p.NotifyLead, NotifySale: p.NotifySale,
		Programs: p.Programs,
	}
	if days, set := p.TrackDays.Get(); set {
		record.TrackDays = &days
	}
	return record
}

func (r partnerRecord) partner() model.Partner {
	p := model.Partner{
		Code: r.Code, Name: r.Name, Parent: r.Parent,
		Inactive: r.Inactive, NotifyLead: r.NotifyLead, NotifySale: r.NotifySale,
		Programs: r.Programs,
	}
	if r.TrackDays != nil {
		p.TrackDays = model.Some(*r.TrackDays)
	}
	return p
}
