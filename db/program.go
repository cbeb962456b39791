package db

import (
	"fmt"

	"referee/model"
)

// ProgramRecord is a program as the last save left it (C8): the program with
// all of its values, shown or hidden, and what the save knew of it.
type ProgramRecord struct {
	model.Program
	Revision uint64 // the revision it was last updated under; always the current one
	Mask     Mask   // what it shows and pays under the settings of that revision
}

// Mask is the set of cells that a program shows and pays; the values of all
// others are kept and pay 0 (C8).
type Mask uint16

// MaskOf is what the settings let any program show.
func MaskOf(s model.Settings) Mask {
	var m Mask
	for i, cell := range allCells() {
		if _, hidden := s.Hides(cell); !hidden {
			m |= 1 << i
		}
	}
	return m
}

// Shows reports whether a cell is shown and paid.
func (m Mask) Shows(cell model.Cell) bool {
	for i, c := range allCells() {
		if c == cell {
			return m&(1<<i) != 0
		}
	}
	return false
}

const cellCount = (model.MaxLevels + 1) * 2 * 2 // rows × roles × kinds

// allCells lists the cells of a rate card. Their order is part of what a Mask
// means while the program runs; the file names each cell instead.
func allCells() [cellCount]model.Cell {
	var cells [cellCount]model.Cell
	i := 0
	for level := model.UnusedLevel; level <= model.MaxLevels; level++ {
		for _, role := range model.Roles {
			for _, kind := range [...]model.Kind{model.Amount, model.Percent} {
				cells[i] = model.Cell{Level: level, Role: role, Kind: kind}
				i++
			}
		}
	}
	return cells
}

func cellName(c model.Cell) string {
	row := fmt.Sprintf("level%d", c.Level)
	if c.Level == model.UnusedLevel {
		row = "unused"
	}
	return row + "." + c.Role.String() + "." + c.Kind.String()
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

	// cardRecord holds the values that are not blank by the name of their cell:
	// minor units for an amount, parts per million for a percent.
	cardRecord map[string]int64
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

func readMask(shows []string) (Mask, error) {
	var m Mask
	for _, name := range shows {
		i := cellNamed(name)
		if i < 0 || m&(1<<i) != 0 {
			return 0, fmt.Errorf("it shows a cell %q, which does not exist or is listed twice", name)
		}
		m |= 1 << i
	}
	return m, nil
}

func cellNamed(name string) int {
	for i, cell := range allCells() {
		if cellName(cell) == name {
			return i
		}
	}
	return -1
}
