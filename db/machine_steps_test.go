package db

import (
	"errors"
	"maps"
	"path/filepath"
	"slices"
	"time"

	"pgregory.net/rapid"

	"referee/model"
)

// drawBase is mostly the right one.
func (m *machine) drawBase(r *rapid.T) uint64 {
	off := rapid.SampledFrom([]int{0, 0, 0, 0, 0, 0, -1, 1}).Draw(r, "off")
	return m.current().Number + uint64(off)
}

func (m *machine) save(r *rapid.T) {
	next := model.Revision{
		Number:   m.current().Number + 1,
		At:       time.Unix(rapid.Int64Range(-1e10, 1e11).Draw(r, "seconds"), rapid.Int64Range(0, 999_999_999).Draw(r, "nanoseconds")).UTC(),
		Note:     rapid.StringMatching(`[a-zé"\\<&\x{2028}\x{FFFD}]{0,12}`).Draw(r, "note"),
		Settings: numbered(m.t, rapid.IntRange(0, 50).Draw(r, "settings")),
		Catalog:  m.current().Catalog,
	}
	edit := Edit{Settings: next.Settings, Change: NewChangeID()}
	catalogs := m.catalogs
	if rapid.Bool().Draw(r, "with a catalog") {
		edit.Catalog = m.drawCatalog(r)
		if diff(edit.Catalog.Draft(), m.catalogs[next.Catalog-1].Draft()) != "" {
			catalogs = append(slices.Clip(m.catalogs), edit.Catalog)
			next.Catalog = uint64(len(catalogs))
		}
	}
	base := m.drawBase(r)
	got, err := m.store.Save(base, edit, next.Note, next.At)
	if m.judge(r, base, next, got, err) {
		m.steps["saved"]++
		m.ids, m.catalogs = append(slices.Clip(m.ids), edit.Change), catalogs
	}
}

func (m *machine) drawCatalog(r *rapid.T) model.Catalog {
	programs := rapid.IntRange(0, 2).Draw(r, "programs")
	return edited(m.t, sample(m.t), func(d *model.CatalogDraft) {
		d.Programs = d.Programs[:programs]
		for i := range d.Partners {
			d.Partners[i].Programs = nil
		}
	})
}

// judge holds the answer to a save to what the list says, and appends to it. It
// reports whether something was saved.
func (m *machine) judge(r *rapid.T, base uint64, next, got model.Revision, err error) bool {
	switch {
	case base != m.current().Number:
		m.steps["conflict"]++
		conflict, ok := errors.AsType[*ConflictError](err)
		if !ok || diff(m.current(), conflict.Theirs) != "" {
			r.Fatalf("saving from %d at %d: %v", base, m.current().Number, err)
		}
	case next.Settings == m.current().Settings && next.Catalog == m.current().Catalog:
		m.steps["unchanged"]++
		if !errors.Is(err, ErrUnchanged) {
			r.Fatalf("saving the same: %v", err)
		}
	case err != nil:
		r.Fatal(err)
	default:
		if d := diff(next, got); d != "" {
			r.Fatalf("the answer (-want +got):\n%s", d)
		}
		m.want = append(slices.Clip(m.want), next)
		return true
	}
	return false
}

// again saves a change that is in the file already.
func (m *machine) again(r *rapid.T) {
	if len(m.want) < 2 {
		return
	}
	i := rapid.IntRange(1, len(m.want)-1).Draw(r, "change")
	if m.ids[i] == (ChangeID{}) || i == len(m.want)-1 && rapid.Bool().Draw(r, "find") {
		return
	}
	m.steps["saved again"]++
	got, err := m.store.Save(uint64(i), Edit{Settings: m.want[i].Settings, Change: m.ids[i]}, "again", noon)
	if err != nil || diff(m.want[i], got) != "" {
		r.Fatalf("saving change %d again: %v\n%s", i, err, diff(m.want[i], got))
	}
	found, ok, err := m.store.Find(m.ids[i])
	if err != nil || !ok || found.Number != got.Number {
		r.Fatalf("looking for change %d: %v %v", i, ok, err)
	}
}

func (m *machine) restore(r *rapid.T) {
	from := m.want[rapid.IntRange(0, len(m.want)-1).Draw(r, "revision")]
	next := model.Revision{Number: m.current().Number + 1, At: noon, Note: "restored", Settings: from.Settings, Catalog: from.Catalog}
	base := m.drawBase(r)
	got, err := m.store.Restore(base, from.Number, "restored", noon)
	if m.judge(r, base, next, got, err) {
		m.steps["restored"]++
		m.ids = append(slices.Clip(m.ids), ChangeID{})
	}
}

func (m *machine) backup(r *rapid.T) {
	m.steps["backed up"]++
	b, err := m.store.Backup(noon)
	if err != nil || b.Revision != m.current().Number {
		r.Fatalf("%+v, %v", b, err)
	}
	m.keep(b)
}

func (m *machine) keep(b Backup) {
	m.backups = append(m.backups, backedUp{b, m.want, m.ids, m.catalogs, maps.Clone(m.cases)})
	m.backups = m.backups[max(0, len(m.backups)-keptBackups):]
}

func (m *machine) restoreBackup(r *rapid.T) {
	if len(m.backups) == 0 {
		return
	}
	m.steps["restored a backup"]++
	b := m.backups[rapid.IntRange(0, len(m.backups)-1).Draw(r, "backup")]
	if err := m.store.Close(); err != nil {
		r.Fatal(err)
	}
	restored, err := RestoreFrom(m.path, b.Path, noon)
	if err != nil || restored.Revision != b.Revision {
		r.Fatalf("%+v, %v", restored, err)
	}
	kept, ok := parseBackup(filepath.Dir(restored.Kept), filepath.Base(restored.Kept))
	if !ok || kept.Revision != m.current().Number {
		r.Fatalf("kept as %q", restored.Kept)
	}
	m.keep(kept)
	m.want, m.ids, m.catalogs, m.cases = b.want, b.ids, b.all, maps.Clone(b.cases)
	m.open(r)
}
