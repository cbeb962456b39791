package cli

import (
	"context"
	"fmt"

	"referee/model"
)

// policySource is settings and a catalog from wherever --policy says: a scenario
// file, or else the database. A file without a [settings] table means the
// defaults, as it does everywhere; what happened in it is not looked at.
func (in *invocation) policySource(ctx context.Context, path string) (model.Settings, model.Catalog, error) {
	if path == "" {
		current, catalog, err := in.currentCatalog()
		return current.Settings, catalog, err
	}
	file, err := in.readScenario(ctx, path)
	if err != nil {
		return model.Settings{}, model.Catalog{}, err
	}
	first := file.Cases[0]
	for _, c := range file.Cases {
		if c.Settings != first.Settings {
			return model.Settings{}, model.Catalog{}, &failure{
				fmt.Sprintf("the cases of %q have different settings, so it does not say which policy is meant", path),
				"put the ones you want into a file of their own"}
		}
	}
	return first.Settings, first.Catalog, nil
}
