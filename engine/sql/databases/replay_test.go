package databases

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"referee/engine"
	"referee/engine/replay"
	"referee/model"
)

// loadReplay reads the log files of a folder as `referee replay` does.
func loadReplay(t *testing.T, folder string) *replay.Load {
	t.Helper()
	source := func(name string) replay.Source {
		data, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			t.Fatal(err)
		}
		return replay.Source{Name: name, Data: data}
	}
	files := replay.Files{Partners: source("partners.csv"), Touches: source("touches.csv"), Sales: source("sales.csv")}
	load, _, err := replay.Read(t.Context(), files, model.USD, replay.Options{Workers: 2})
	if err != nil {
		t.Fatal(err)
	}
	return load
}

// replayed is the rows of commissions.csv under a plan.
func replayed(t *testing.T, load *replay.Load, plan *engine.Plan) []row {
	t.Helper()
	var out bytes.Buffer
	var totals replay.Totals
	if err := load.Settle(t.Context(), plan, 2, &out, &totals); err != nil {
		t.Fatal(err)
	}
	records, err := csv.NewReader(&out).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []row
	for _, r := range records {
		level, _ := strconv.Atoi(r[2])
		cents, _ := strconv.ParseInt(r[4], 10, 64)
		rows = append(rows, row{r[0], r[1], level, r[3], cents, r[5]})
	}
	sortRows(rows)
	return rows
}
