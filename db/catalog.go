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

var errOutOfStep = errors.New("it was not updated with the current revision")

// readPrograms reads the program records. Each save writes all of them anew, so
// one that does not fit the current revision was not written by us.
func readPrograms(tx *bolt.Tx, current model.Revision) ([]ProgramRecord, error) {
	var head catalogRecord
	if err := get(tx, metaBucket, []byte(catalogKey), "the record of the catalog", &head); err != nil {
		return nil, err
	}
	records, err := readRows[programRecord](tx, programBucket, head.Programs)
	if err != nil {
		return nil, err
	}
	mask := MaskOf(current.Settings)
	programs := make([]ProgramRecord, len(records))
	for i, record := range records {
		p, err := record.program()
		if err == nil && (p.Revision != current.Number || p.Mask != mask) {
			err = errOutOfStep
		}
		if err != nil {
			return nil, &DamagedError{Where: rowName(programBucket, uint64(i+1)), Err: err}
		}
		programs[i] = p
	}
	return programs, nil
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

// writePrograms brings every program record up to a revision (C8): its number,
// and what is shown under its settings. The values stay, shown or hidden.
func writePrograms(tx *bolt.Tx, programs []ProgramRecord, current model.Revision) error {
	mask := MaskOf(current.Settings)
	records := make([]programRecord, len(programs))
	for i, p := range programs {
		p.Revision, p.Mask = current.Number, mask
		records[i] = newProgramRecord(p)
	}
	return writeRows(tx, programBucket, records)
}
