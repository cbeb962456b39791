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
		Revision uint64       `json:"revision"`
		Shows    []string     `json:"shows"`
	}

	ruleRecord struct {
		Product string     `json:"product"`
		Card    cardRecord `json:"card"`
	}
)

func newProgramRecord(p ProgramRecord) programRecord {
	record := programRecord{
		Name: p.Name, Priority: p.Priority, Payout: p.Payout.String(),
		Default: newCardRecord(p.Default), Revision: p.Revision,
		Shows: []string{},
	}
	for _, rule := range p.Products {
		record.Products = append(record.Products, ruleRecord{rule.Product, newCardRecord(rule.Card)})
	}
	for _, cell := range allCells() {
		if p.Mask.Shows(cell) {
			record.Shows = append(record.Shows, cellName(cell))
		}
	}
	return record
}

func (r programRecord) program() (ProgramRecord, error) {
	payout, known := model.ParsePayout(r.Payout)
	if !known {
		return ProgramRecord{}, fmt.Errorf("there is no payout %q", r.Payout)
	}
	p := ProgramRecord{Revision: r.Revision}
	p.Name, p.Priority, p.Payout = r.Name, r.Priority, payout
	var err error
	if p.Default, err = r.Default.card(); err != nil {
		return ProgramRecord{}, err
	}
	for _, rule := range r.Products {
		card, err := rule.Card.card()
		if err != nil {
			return ProgramRecord{}, err
		}
		p.Products = append(p.Products, model.ProductRule{Product: rule.Product, Card: card})
	}
	p.Mask, err = readMask(r.Shows)
	return p, err
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
