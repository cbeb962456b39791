package db

import (
	"errors"
	"fmt"

	bolt "go.etcd.io/bbolt"

	"referee/model"
)

// ProgramRecord is a program as the last save left it (C8): the program with
// all of its values, shown or hidden, and what the save knew of it.
type ProgramRecord struct {
	model.Program
	Revision uint64 // the revision it was last updated under; always the current one
	Mask     Mask   // what it shows and pays under the settings of that revision
}

type (
	programRecord struct {
		Name     string       `json:"name"`
		Priority int          `json:"priority"`
		Payout   string       `json:"payout"`
		Default  cardRecord   `json:"default"`
		Products []ruleRecord `json:"products,omitempty"`
	}

	ruleRecord struct {
		Product string     `json:"product"`
		Card    cardRecord `json:"card"`
	}

	// maskRecord is what a save recorded of a program (C8).
	maskRecord struct {
		Program  string   `json:"program"`
		Revision uint64   `json:"revision"`
		Shows    []string `json:"shows"`
	}
)

func newProgramRecord(p model.Program) programRecord {
	record := programRecord{
		Name: p.Name, Priority: p.Priority, Payout: p.Payout.String(),
		Default: newCardRecord(p.Default),
	}
	for _, rule := range p.Products {
		record.Products = append(record.Products, ruleRecord{rule.Product, newCardRecord(rule.Card)})
	}
	return record
}

func (r programRecord) program() (model.Program, error) {
	payout, known := model.ParsePayout(r.Payout)
	if !known {
		return model.Program{}, fmt.Errorf("there is no payout %q", r.Payout)
	}
	p := model.Program{Name: r.Name, Priority: r.Priority, Payout: payout}
	var err error
	if p.Default, err = r.Default.card(); err != nil {
		return model.Program{}, err
	}
	for _, rule := range r.Products {
		card, err := rule.Card.card()
		if err != nil {
			return model.Program{}, err
		}
		p.Products = append(p.Products, model.ProductRule{Product: rule.Product, Card: card})
	}
	return p, nil
}

var errOutOfStep = errors.New("it was not updated with the current revision")

// readMasks reads what the last save recorded of the programs. Each save writes
// all of it anew, so a record that does not fit the current revision was not
// written by us.
func readMasks(tx *bolt.Tx, current model.Revision, programs uint64) ([]maskRecord, error) {
	records, err := readRows[maskRecord](tx, programBucket, programs)
	if err != nil {
		return nil, err
	}
	mask := MaskOf(current.Settings)
	for i, record := range records {
		recorded, err := readMask(record.Shows)
		if err == nil && (record.Revision != current.Number || recorded != mask) {
			err = errOutOfStep
		}
		if err != nil {
			return nil, &DamagedError{Where: rowName(programBucket, uint64(i+1)), Err: err}
		}
	}
	return records, nil
}

// readPrograms joins the programs of the catalog with what was recorded of them.
func readPrograms(tx *bolt.Tx) ([]ProgramRecord, error) {
	state, current, err := readCurrent(tx)
	if err != nil {
		return nil, err
	}
	masks, err := readMasks(tx, current.revision, state.Programs)
	if err != nil {
		return nil, err
	}
	catalog, err := readCatalog(tx, current)
	if err != nil {
		return nil, err
	}
	programs := catalog.Programs()
	if len(programs) != len(masks) {
		return nil, &DamagedError{Where: "the list of programs", Err: fmt.Errorf("it has %d rows and the catalog %d", len(masks), len(programs))}
	}
	records := make([]ProgramRecord, len(programs))
	for i, p := range programs {
		if masks[i].Program != p.Name {
			return nil, &DamagedError{Where: rowName(programBucket, uint64(i+1)), Err: fmt.Errorf("it is not about %q", p.Name)}
		}
		records[i] = ProgramRecord{p, current.revision.Number, MaskOf(current.revision.Settings)}
	}
	return records, nil
}

// writeMasks brings every program record up to a revision (C8): its number, and
// what is shown under its settings. The values stay in the catalog, shown or
// hidden.
func writeMasks(tx *bolt.Tx, names []string, current model.Revision) error {
	mask, shows := MaskOf(current.Settings), []string{}
	for _, cell := range allCells() {
		if mask.Shows(cell) {
			shows = append(shows, cellName(cell))
		}
	}
	records := make([]maskRecord, len(names))
	for i, name := range names {
		records[i] = maskRecord{name, current.Number, shows}
	}
	return writeRows(tx, programBucket, records)
}
