package db

import (
	"cmp"
	"errors"

	bolt "go.etcd.io/bbolt"

	"referee/model"
)

// Catalog is the partners, programs, products and links, each in its order.
func (s *Store) Catalog() (catalog model.Catalog, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		catalog, err = readCatalog(tx)
		return err
	})
	return catalog, err
}

// Programs is every program with what the last save recorded of it (C8), in the
// order of the catalog.
func (s *Store) Programs() (programs []ProgramRecord, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		current, err := currentRevision(tx)
		if err != nil {
			return err
		}
		programs, err = readPrograms(tx, current)
		return err
	})
	return programs, err
}

func readCatalog(tx *bolt.Tx) (model.Catalog, error) {
	current, err := currentRevision(tx)
	if err != nil {
		return model.Catalog{}, err
	}
	var head catalogRecord
	if err := get(tx, metaBucket, []byte(catalogKey), "the record of the catalog", &head); err != nil {
		return model.Catalog{}, err
	}
	draft := model.CatalogDraft{App: head.App}
	draft.Currency, err = model.ParseCurrency(head.Currency)
	if err != nil {
		return model.Catalog{}, &DamagedError{Where: "the record of the catalog", Err: err}
	}
	if err := readTables(tx, head, current, &draft); err != nil {
		return model.Catalog{}, err
	}
	catalog, problems := draft.Parse()
	if err := problems.Err(); err != nil {
		return model.Catalog{}, &DamagedError{Where: "the catalog", Err: err}
	}
	return catalog, nil
}

func readTables(tx *bolt.Tx, head catalogRecord, current model.Revision, draft *model.CatalogDraft) error {
	partners, err := readRows[partnerRecord](tx, partnerBucket, head.Partners)
	if err != nil {
		return err
	}
	programs, err := readPrograms(tx, current)
	if err != nil {
		return err
	}
	products, err := readRows[productRecord](tx, productBucket, head.Products)
	if err != nil {
		return err
	}
	links, err := readRows[linkRecord](tx, linkBucket, head.Links)
	if err != nil {
		return err
	}
	for _, p := range partners {
		draft.Partners = append(draft.Partners, p.partner())
	}
	for _, p := range programs {
		draft.Programs = append(draft.Programs, p.Program)
	}
	for _, p := range products {
		draft.Products = append(draft.Products, model.Product(p))
	}
	for _, l := range links {
		draft.Links = append(draft.Links, model.Link(l))
	}
	return nil
}

// writeCatalog writes a whole catalog into an empty file.
func writeCatalog(tx *bolt.Tx, c model.Catalog, current model.Revision) error {
	draft := c.Draft()
	head := catalogRecord{
		Currency: cmp.Or(c.Currency(), model.USD).Code(), App: c.App(),
		Partners: uint64(len(draft.Partners)), Programs: uint64(len(draft.Programs)),
		Products: uint64(len(draft.Products)), Links: uint64(len(draft.Links)),
	}
	partners := make([]partnerRecord, len(draft.Partners))
	for i, p := range draft.Partners {
		partners[i] = newPartnerRecord(p)
	}
	products := make([]productRecord, len(draft.Products))
	for i, p := range draft.Products {
		products[i] = productRecord(p)
	}
	links := make([]linkRecord, len(draft.Links))
	for i, l := range draft.Links {
		links[i] = linkRecord(l)
	}
	programs := make([]ProgramRecord, len(draft.Programs))
	for i, p := range draft.Programs {
		programs[i].Program = p
	}
	return errors.Join(
		put(tx, metaBucket, []byte(catalogKey), head),
		writeRows(tx, partnerBucket, partners),
		writeRows(tx, productBucket, products),
		writeRows(tx, linkBucket, links),
		writePrograms(tx, programs, current),
	)
}
