package cli

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"

	"referee/ui/uitest/hostile"
)

// replays runs logs with the text in every column: as far as a column may hold it, so
// that it comes to sums, and as it is, so that its rows are told of.
func (g *guest) replays() {
	g.t.Helper()
	folder := filepath.Join(g.folder, "LOGS"+hostile.InFile(g.raw))
	as, code := hostile.Uncontrolled(g.raw), hostile.InCode(g.raw)
	g.logFiles(folder, map[string]string{
		"PARTNER": "PARTNER" + code, "PARENT": "PARENT" + code, "NAME": "NAME" + as, "TOUCH": "TOUCH" + as, "CONTACT": "CONTACT" + as,
		"COOKIE": "COOKIE" + as, "SALE": "SALE" + as, "GOODS": "PRODUCT" + as,
	})
	result := filepath.Join(g.folder, "RESULT"+hostile.InFile(g.raw))
	at := []string{"replay", folder, "--policy", g.file}
	g.run(exitFine, []string{"NAME", "RESULT"}, append(at, "--out", result)...)
	g.cells(filepath.Join(result, "commissions.csv"), "SALE", "PARTNER")
	g.cells(filepath.Join(result, "totals.csv"), "PARTNER", "PARENT")
	g.run(exitDiffers, []string{"NAME", "SALE", "OPATH"}, append(at, "--against", g.other)...)
	g.run(exitFine, []string{"NAME", "SALE", "CONTACT", "PRODUCT"}, append(at, "--explain", "SALE"+as)...)
	if hostile.Active(as) != "" { // else it is harmless, and the rest is spared
		out, _ := g.run(exitDiffers, nil, append(at, "--against", g.other, "--json")...)
		g.exact(out, "SALE"+as, "PARTNER"+code, g.other)
		out, _ = g.run(exitFine, nil, append(at, "--explain", "SALE"+as, "--json")...)
		g.exact(out, "SALE"+as, "PARTNER"+code)
	}
	g.run(exitFailed, []string{"WRONG", "hint: "}, append(at, "--explain", "WRONG"+g.raw)...)
	g.run(exitFailed, []string{"WRONG", "hint: "}, append(at, "--memory", "WRONG"+g.raw)...)
	g.run(exitFailed, []string{"PATH", "hint: "}, "replay", g.odd, "--policy", g.file)
	g.run(exitFailed, []string{"PATH", "hint: "}, "replay", folder, "--policy", g.odd)
	g.run(exitFailed, []string{"PATH", "hint: "}, append(at, "--out", g.file)...)
	g.badLogs(folder, at)
}

// badLogs has the text as it is in one column after the other, in the header, and in
// the place of each file.
func (g *guest) badLogs(folder string, at []string) {
	g.t.Helper()
	for _, column := range []string{"PARTNER", "PARENT", "NAME", "DAYS", "ACTIVE", "TOUCH", "CONTACT", "COOKIE", "IP", "KIND", "TIME", "SALE", "AMOUNT", "GOODS"} {
		g.logFiles(folder, map[string]string{column: "BAD" + g.raw})
		if !g.tried(at...) {
			g.tried(append(at, "--skip-bad")...)
		}
	}
	g.tried(append(at, "--explain", "SALE", "--skip-bad")...)
	for _, name := range logFiles {
		for _, content := range []string{g.raw, g.raw + "\n", "partner,parent,name," + g.raw + "\n" + g.raw} {
			g.logFiles(folder, nil)
			g.write(filepath.Join(folder, name), content)
			g.tried(at...)
		}
	}
}

// logFiles writes logs of two sales; columns holds what stands in some of their columns
// instead of their usual text.
func (g *guest) logFiles(folder string, columns map[string]string) {
	g.t.Helper()
	is := func(column, usual string) string {
		if text, other := columns[column]; other {
			return text
		}
		return usual
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		g.t.Fatal(err)
	}
	partner, parent, contact, cookie := is("PARTNER", "PARTNER"), is("PARENT", "PARENT"), is("CONTACT", "CONTACT"), is("COOKIE", "COOKIE")
	at, ip := is("TIME", "2026-01-01T10:00:00Z"), is("IP", "203.0.113.9")
	for name, rows := range map[string][][]string{
		"partners.csv": {{"partner", "parent", "name", "track_days", "active"}, {parent, "", is("NAME", "NAME"), "", ""},
			{partner, parent, is("NAME", "NAME"), is("DAYS", "30"), is("ACTIVE", "yes")}},
		"touches.csv": {{"touch_id", "time", "contact", "cookie", "ip", "partner", "kind"},
			{is("TOUCH", "TOUCH"), at, contact, cookie, ip, parent, "click"}, {is("TOUCH", "TOUCH"), "2026-01-02T10:00:00Z", contact, cookie, ip, partner, is("KIND", "click")}},
		"sales.csv": {{"sale_id", "time", "contact", "cookie", "ip", "amount", "product"},
			{is("SALE", "SALE"), "2026-01-03T10:00:00Z", contact, cookie, ip, is("AMOUNT", "100.00"), is("GOODS", "PRODUCT")},
			{"SECOND" + is("SALE", "SALE"), "2026-01-03T10:00:00Z", contact, cookie, ip, "1.00", ""}},
	} {
		var b strings.Builder
		w := csv.NewWriter(&b)
		if err := w.WriteAll(rows); err != nil {
			g.t.Fatal(err)
		}
		g.write(filepath.Join(folder, name), b.String())
	}
}

// cells looks at a file that a person may open in a spreadsheet: no cell of it is a
// formula, and the marks are in it.
func (g *guest) cells(path string, marks ...string) {
	g.t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		g.t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(string(content))).ReadAll()
	if err != nil {
		g.t.Errorf("%s: %v", path, err)
	}
	for _, row := range rows {
		for _, cell := range row {
			if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
				g.t.Errorf("%s: the cell %q is a formula", path, cell)
			}
		}
	}
	for _, mark := range marks {
		if !strings.Contains(string(content), mark) {
			g.t.Errorf("%s: no %s in %q", path, mark, content)
		}
	}
}
