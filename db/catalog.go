package db

import (
	"errors"

	bolt "go.etcd.io/bbolt"

	"referee/model"
)

// Catalog is the current partners, programs, products and links, each in its
// order.
func (s *Store) Catalog() (catalog model.Catalog, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		current, err := currentLink(tx)
		if err != nil {
			return err
		}
		catalog, err = readCatalog(tx, current)
		return err
	})
	return catalog, err
}

// CatalogAt is the catalog as it was at a revision. It returns a [RevisionError]
// if there is none of that number.
func (s *Store) CatalogAt(revision uint64) (catalog model.Catalog, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		l, err := linkOf(tx, revision)
		if err != nil {
			return err
		}
		catalog, err = readCatalog(tx, l)
		return err
	})
	return catalog, err
}

// Programs is every program with what the last save recorded of it (C8), in the
// order of the catalog.
func (s *Store) Programs() (programs []ProgramRecord, err error) {
	err = s.view(func(tx *bolt.Tx) error {
		programs, err = readPrograms(tx)
		return err
	})
	return programs, err
}

// catalogVersion names one version of the catalog: its number, from 1, and the
// hash of its record. A revision names the version it goes with, so its own hash
// stands for the catalog too. Versions are kept for ever and never rewritten.
type catalogVersion struct {
	number uint64
	hash   digest
}

var errOtherCatalog = errors.New("it is not the one that the revision was saved with")

// readCatalogRecord reads the version that a revision names.
func readCatalogRecord(tx *bolt.Tx, of link) (catalogRecord, error) {
	var record catalogRecord
	key, where := rowKey(of.catalog.number), rowName(catalogBucket, of.catalog.number)
	if err := get(tx, catalogBucket, key, where, &record); err != nil {
		return catalogRecord{}, err
	}
	if hashOf(catalogBucket, key, tx.Bucket([]byte(catalogBucket)).Get(key)) != of.catalog.hash {
		return catalogRecord{}, &DamagedError{Where: where, Err: errOtherCatalog}
	}
	return record, nil
}

func readCatalog(tx *bolt.Tx, of link) (model.Catalog, error) {
	record, err := readCatalogRecord(tx, of)
	if err != nil {
		return model.Catalog{}, err
	}
	catalog, err := record.catalog()
	if err != nil {
		return model.Catalog{}, &DamagedError{Where: rowName(catalogBucket, of.catalog.number), Err: err}
	}
	return catalog, nil
}

// writeCatalog appends a version, unless the current one says the same, and
// answers with the version and the names of its programs.
func writeCatalog(tx *bolt.Tx, c model.Catalog, current catalogVersion) (catalogVersion, []string, error) {
	b, err := tx.CreateBucketIfNotExists([]byte(catalogBucket))
	if err != nil {
		return catalogVersion{}, nil, err
	}
	record := newCatalogRecord(c)
	same, err := hashAt(current.number, record)
	if err != nil || same == current.hash {
		return current, record.names(), err
	}
	version := catalogVersion{number: 1}
	if last, _ := b.Cursor().Last(); last != nil {
		number, err := readRowKey(last)
		if err != nil {
			return catalogVersion{}, nil, &DamagedError{Where: "the list of catalogs", Err: err}
		}
		version.number = number + 1
	}
	if version.hash, err = hashAt(version.number, record); err != nil {
		return catalogVersion{}, nil, err
	}
	return version, record.names(), put(tx, catalogBucket, rowKey(version.number), record)
}

// hashAt is the hash the record has, or would have, as a version.
func hashAt(version uint64, record catalogRecord) (digest, error) {
	key := rowKey(version)
	value, err := encode(catalogBucket, key, record)
	if err != nil {
		return digest{}, err
	}
	return hashOf(catalogBucket, key, value), nil
}
