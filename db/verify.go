package db

import (
	"errors"
	"path/filepath"

	bolt "go.etcd.io/bbolt"
)

// Verify looks at everything in a database: its pages, the checksum of every
// record, the hash chain through all revisions, every version of the catalog and
// the doors of the model, the anchor, and the backups. It changes nothing. What
// it finds, also that the file cannot be opened at all, is in the report.
func Verify(path string) Report {
	path, err := filepath.Abs(path)
	r := verifyFile(path, true)
	if err != nil {
		r.add("the file", 1, &AccessError{path, err})
	}
	backups, err := Backups(path)
	if err != nil {
		r.Notices = append(r.Notices, "the backups cannot be listed: "+err.Error())
	}
	for _, b := range backups {
		checked := verifyFile(b.Path, false)
		r.Backups = append(r.Backups, BackupCheck{b, checked.Err()})
	}
	return r
}

// verifyFile is Verify without the backups. A backup has no anchor.
func verifyFile(path string, anchored bool) Report { return verifyAs(path, released(), anchored) }

func verifyAs(path string, l layout, anchored bool) Report {
	r := Report{Path: path}
	s, err := open(path, Options{ReadOnly: true, unexamined: true, layout: l})
	r.add("the file", 1, err)
	if err != nil {
		return r
	}
	defer s.Close()
	v := verification{report: &r, store: s, anchored: anchored}
	if err := s.guard(v.all); err != nil {
		r.add("reading", 1, err)
	}
	return r
}

// verification walks through a file and writes down what it finds. Only what
// would lead bbolt astray ends it.
type verification struct {
	report   *Report
	store    *Store
	anchored bool
}

func (v *verification) all() error {
	broken := checkHeaders(v.store.file)
	pages := checkTree(v.store.file)
	v.add("pages", int(newer(readHeaders(v.store.file)).pages), pages)
	if pages != nil {
		v.add("copies of the header", 2, broken)
		return nil
	}
	return v.store.db.View(func(tx *bolt.Tx) error {
		schema, err := checkIdentity(tx, v.store.path, v.store.options.layout)
		v.add("whose file it is", 1, ownDamaged(v.store.path, err))
		if err != nil {
			return nil
		}
		v.records(tx)
		if schema == v.store.options.layout.schema {
			v.history(tx)
			v.programs(tx)
			v.cases(tx)
			v.headers(tx, broken)
		}
		return nil
	})
}

func (v *verification) add(what string, count int, err error) {
	if damaged, ok := errors.AsType[*DamagedError](err); ok {
		damaged.Path = v.store.path
	}
	v.report.add(what, count, err)
}

// records wants every checksum in every bucket to match.
func (v *verification) records(tx *bolt.Tx) {
	count := 0
	err := tx.ForEach(func(bucket []byte, b *bolt.Bucket) error {
		return b.ForEach(func(key, value []byte) error {
			count++
			if _, err := unseal(string(bucket), key, value); err != nil {
				return &DamagedError{Where: recordName(string(bucket), key), Err: err}
			}
			return nil
		})
	})
	v.add("records", count, err)
}

func recordName(bucket string, key []byte) string {
	if bucket == caseBucket {
		return caseName(key)
	}
	number, err := readRowKey(key)
	if err != nil {
		return "a record of " + bucket
	}
	return rowName(bucket, number)
}

// history goes through the revisions from the first on, each with its catalog.
func (v *verification) history(tx *bolt.Tx) {
	state, err := readState(tx)
	if err != nil {
		v.add("revisions", 0, err)
		return
	}
	v.report.Revisions = state.Revision
	catalogs := map[catalogVersion]error{}
	var previous digest
	var number uint64
	for number = 1; number <= state.Revision && err == nil; number++ {
		var l link
		if l, err = readLink(tx, number); err != nil {
			break
		}
		if l.record.Previous != previous || number == state.Revision && l.hash != state.Hash {
			err = &DamagedError{Where: rowName(revisionBucket, number), Err: errChain}
			break
		}
		if _, known := catalogs[l.catalog]; !known {
			_, catalogs[l.catalog] = readCatalog(tx, l)
		}
		if err = catalogs[l.catalog]; err != nil {
			break
		}
		previous = l.hash
		v.report.Sound = number
	}
	v.add("revisions", int(state.Revision), err)
	v.add("versions of the catalog", len(catalogs), nil)
}

func (v *verification) programs(tx *bolt.Tx) {
	programs, err := readPrograms(tx)
	v.add("program records", len(programs), err)
}

func (v *verification) cases(tx *bolt.Tx) {
	cases, err := readCases(tx)
	v.add("kept cases", len(cases), err)
}

// headers comes last: with one header broken, the anchor says whether a save is
// missing.
func (v *verification) headers(tx *bolt.Tx, broken error) {
	if !v.anchored {
		v.add("copies of the header", 2, broken)
		return
	}
	v.add("the header and the anchor", 3, v.store.compare(tx, broken))
	v.report.Notices = append(v.report.Notices, v.store.Notices()...)
}
