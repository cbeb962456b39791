package drafts

import (
	"encoding/json"
	"fmt"

	"referee/db"
	"referee/model"
)

// catalogRecord is the catalog of a draft: what held of it, how its rows were
// renamed, and what stood in its fields that did not hold.
type catalogRecord struct {
	Catalog json.RawMessage `json:"catalog"`
	Renamed []model.Rename  `json:"renamed,omitempty"`
	Slips   []slipRecord    `json:"slips,omitempty"`
}

type slipRecord struct {
	Field model.CatalogField `json:"field"`
	Text  string             `json:"text"`
}

// newCatalogRecord is nil for a catalog that nobody touched.
func newCatalogRecord(e model.CatalogEdit) *catalogRecord {
	if e.Catalog.IsZero() {
		return nil
	}
	data, err := db.MarshalCatalog(e.Catalog)
	if err != nil {
		panic("drafts: a catalog does not encode: " + err.Error())
	}
	r := &catalogRecord{Catalog: data, Renamed: e.Renamed}
	for _, s := range e.Slips {
		r.Slips = append(r.Slips, slipRecord{s.Field, s.Text})
	}
	return r
}

// edit types the slips again, so that each has its reason.
func (r *catalogRecord) edit() (model.CatalogEdit, error) {
	if r == nil {
		return model.CatalogEdit{}, nil
	}
	catalog, err := db.UnmarshalCatalog(r.Catalog)
	if err != nil {
		return model.CatalogEdit{}, err
	}
	e := model.CatalogEdit{Catalog: catalog, Renamed: r.Renamed}
	for _, s := range r.Slips {
		if !e.Has(s.Field) {
			return model.CatalogEdit{}, fmt.Errorf("it holds a text for a field that its catalog does not have")
		}
		e = e.Set(s.Field, s.Text)
	}
	return e, nil
}
