package drafts

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"time"

	"referee/db/lasting"
	"referee/model"
)

// version is the form of the file. A newer one is refused, not guessed at.
const version = 1

// record is the file: the settings in their text form, so that a draft with
// mistakes in it is kept with its mistakes, and the catalog if it was changed.
type record struct {
	Version  int               `json:"version"`
	Name     string            `json:"name"`
	Revision uint64            `json:"revision"`
	At       time.Time         `json:"at"`
	Settings map[string]string `json:"settings"`
	Catalog  *catalogRecord    `json:"catalog,omitempty"`
}

func encode(k Kept) []byte {
	r := record{version, k.Name, k.Revision, k.At, map[string]string{}, newCatalogRecord(k.Catalog)}
	for _, s := range model.AllSettings {
		r.Settings[s.Key()] = k.Draft.Text(s)
	}
	data, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		panic("drafts: a record of texts and numbers does not encode: " + err.Error())
	}
	return append(data, '\n')
}

func decode(data []byte) (Kept, error) {
	var r record
	from := json.NewDecoder(bytes.NewReader(data))
	from.DisallowUnknownFields()
	if err := from.Decode(&r); err != nil {
		return Kept{}, fmt.Errorf("it is not a draft: %w", err)
	}
	if r.Version != version {
		return Kept{}, fmt.Errorf("it was written by another version of referee (form %d)", r.Version)
	}
	k := Kept{Name: r.Name, Revision: r.Revision, At: r.At}
	for _, s := range model.AllSettings {
		text, there := r.Settings[s.Key()]
		if !there {
			return Kept{}, fmt.Errorf("it does not say %s", s.Key())
		}
		if err := k.Draft.Set(s, text); err != nil {
			return Kept{}, err
		}
	}
	var err error
	k.Catalog, err = r.Catalog.edit()
	return k, err
}

// replace puts data in the place of a file in one step.
func replace(path string, data []byte) error {
	return lasting.Replace(path, func(temp *os.File) error {
		_, err := temp.Write(data)
		return err
	})
}
