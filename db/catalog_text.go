package db

import (
	"encoding/json"
	"fmt"

	"referee/model"
)

// MarshalCatalog is a catalog in the form that the database keeps it in, for
// whoever keeps one elsewhere: a draft.
func MarshalCatalog(c model.Catalog) (json.RawMessage, error) {
	return json.Marshal(newCatalogRecord(c))
}

// UnmarshalCatalog reads what [MarshalCatalog] wrote, through the same door as
// typed rows. The error says what does not hold.
func UnmarshalCatalog(data json.RawMessage) (model.Catalog, error) {
	var record catalogRecord
	if err := json.Unmarshal(data, &record); err != nil {
		return model.Catalog{}, fmt.Errorf("the catalog cannot be read: %w", err)
	}
	return record.catalog()
}
