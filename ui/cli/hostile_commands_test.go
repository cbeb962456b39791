package cli

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"referee/db"
	"referee/engine/sql"
	"referee/ui/uitest/hostile"
)

// scenarios runs a file with the text in every field.
func (g *guest) scenarios() {
	g.t.Helper()
	fields := slices.DeleteFunc(hostile.Fields(), func(mark string) bool {
		return mark == "CODE" || mark == "LINK" || mark == "APP" // of a partner with a name, and of what is not told
	})
	g.run(exitFine, fields, "simulate", g.file)
	g.run(exitDiffers, []string{"CODE", "TITLE", "SALE", "FPATH"}, "check", g.file)
	told := []string{"TITLE", "SALE", "CONTACT", "NAME", "SECOND", "PROGRAM", "PRODUCT"}
	g.run(exitFine, told, "explain", g.file)
	g.run(exitFine, told, "explain", g.file, "--markdown")
	g.run(exitFine, hostile.Fields(), "simulate", g.file, "--expect")
	g.run(exitFine, []string{"# seal 1: "}, "seal", g.file)
	g.run(exitFine, []string{"PATH"}, "seal", g.file, g.odd+".sealed", "--force")
	g.run(exitFine, nil, "verify", g.odd+".sealed")
	g.run(exitFailed, []string{"FPATH"}, "verify", g.file)
	g.run(exitFine, []string{"PROGRAM", "PRODUCT", "LINK"}, "policy", g.file)
	g.run(exitFine, []string{"PROGRAM", "PRODUCT", "LINK"}, "policy", g.file, "--markdown")
	as := hostile.Uncontrolled(g.raw)
	out, _ := g.run(exitFine, nil, "simulate", g.file, "--json")
	title := strings.Join(strings.Fields("TITLE"+as), " ")
	g.exact(out, title, "SALE"+as, "PROGRAM"+as, "PRODUCT"+as, "CODE"+hostile.InCode(g.raw), "SECOND"+hostile.InCode(g.raw))
	out, _ = g.run(exitFine, nil, "explain", g.file, "--json")
	g.exact(out, title, "SALE"+as, "PROGRAM"+as, "PRODUCT"+as, "CODE"+hostile.InCode(g.raw), "SECOND"+hostile.InCode(g.raw))
	out, _ = g.run(exitFine, nil, "policy", g.file, "--json")
	g.exact(out)
	out, _ = g.run(exitDiffers, nil, "check", g.file, "--json")
	g.exact(out, title, g.file)
}

// statements writes policies as SQL: names in them stand as they are, and act on
// no terminal all the same.
func (g *guest) statements() {
	g.t.Helper()
	for _, d := range sql.Dialects {
		g.run(exitFine, []string{"PROGRAM", "PRODUCT"}, "sql", "--dialect", d.Key(), "--policy", g.file)
		g.run(exitFine, []string{"PROGRAM"}, "--db", g.path, "sql", "--dialect", d.Key())
	}
	g.run(exitFailed, []string{"hint: "}, "sql", "--dialect", "WRONG"+g.raw)
	g.run(exitFailed, []string{"PATH"}, "sql", "--dialect", "duckdb", "--policy", g.odd)
}

// logs imports exports with the text in every column, and with what no column can
// hold.
func (g *guest) logs() {
	g.t.Helper()
	quoted := `"SALE` + strings.ReplaceAll(g.raw, `"`, `""`) + `"`
	header := "external_id,amount,created_at,affiliate_email,customer_id,currency\n"
	out := filepath.Join(g.folder, "logs")
	for _, columns := range []string{"@,1.00,2026-03-02T10:00:00Z,jim,@,USD", "1,@,@,@,@,@", "1,1.00,2026-03-02T10:00:00Z,@,,", "@,1.00,@,,,", `"@`} {
		g.write(g.broken, header+strings.ReplaceAll(columns, "@", quoted)+"\n")
		g.tried("import", "logs", g.broken, "--out", out, "--force")
	}
	g.write(g.broken, quoted+"\n")
	g.run(exitFailed, []string{"BPATH", "hint: "}, "import", "logs", g.broken, "--out", out, "--force")
	g.run(exitFailed, []string{"PATH", "hint: "}, "import", "logs", g.odd, "--out", out, "--force")
	wrong := "WRONG" + g.raw
	g.run(exitFailed, []string{"WRONG", "hint: "}, "import", "logs", g.broken, "--out", out, "--zone", wrong, "--currency", wrong, "--referrer", wrong, "--partners", g.odd)
}

// refused is what a file may not hold: controls in its texts, and keys, choices
// and references that nobody knows. Each is told of, and none is obeyed.
func (g *guest) refused() {
	g.t.Helper()
	text := hostile.TOML(strings.ToValidUTF8(g.raw, ""))
	// Line ends and tabs in a title or a story are spaces.
	controls := strings.ContainsFunc(strings.ToValidUTF8(g.raw, ""), func(r rune) bool { return unicode.IsControl(r) && !unicode.IsSpace(r) })
	for _, field := range []string{
		"title = @", "story = @", "app = @", `partner = [{ code = "a", name = @ }]`, `partner = [{ code = @ }]`, "program = [{ name = @ }]",
		`product = [{ code = @, price = "1.00" }]`, `link = [{ code = @, url = "https://a.example" }]`, `link = [{ code = "a", url = @ }]`,
		`event = [{ at = 2026-01-01T00:00:00Z, form = @ }]`, `event = [{ at = 2026-01-01T00:00:00Z, form = "a", browser = @ }]`,
		`event = [{ at = 2026-01-01T00:00:00Z, sale = @, contact = "a" }]`, "[settings]\ncode_prefix = @", "[settings]\nlink_url = @",
	} {
		if controls {
			g.write(g.broken, strings.ReplaceAll(field, "@", text))
			g.run(exitFailed, []string{"BPATH", "hint: "}, "simulate", g.broken)
		}
	}
	g.write(g.broken, strings.ReplaceAll(`@ = 1
currency = @
[settings]
@ = 1
credit = @
[[event]]
at = @
click = @
@ = 1
[[want]]
sale = @
by = @
`, "@", text))
	g.run(exitFailed, []string{"BPATH", "hint: "}, "check", g.broken)
	g.write(g.broken, "title = \"WRONG"+g.raw+"\" x\n"+g.raw) // as it is: no TOML, or not even text
	g.run(exitFailed, []string{"BPATH"}, "check", g.broken)
}

// arguments are wrong in every place an argument can have.
func (g *guest) arguments() {
	g.t.Helper()
	wrong := "WRONG" + g.raw
	for _, args := range [][]string{
		{wrong}, {"help", wrong}, {"settings", wrong}, {"--" + wrong}, {"-" + g.raw}, {"--colors", wrong}, {"completion", wrong}, {"--ascii=" + wrong},
		{"simulate", g.odd}, {"check", g.odd}, {"simulate", g.file, "--set", wrong}, {"simulate", g.file, "--set", wrong + "=1"},
		{"simulate", g.file, "--set", "credit=" + wrong}, {"simulate", g.file, "--case", wrong}, {"explain", g.file, "--case", wrong},
		{"policy", g.file, "--case", wrong}, {"policy", g.odd}, {"seal", g.odd}, {"seal", g.broken}, {"seal", g.file, "--case", wrong}, {"verify", g.odd}, {"verify", g.broken}, {"policy", g.broken}, {"explain", g.odd}, {"explain", g.file, "--sale", wrong}, {"explain", g.file, "--partner", wrong}, {"explain", g.broken}, {"simulate", g.file, "--set", "code_prefix=" + wrong + "="},
		{"--db", g.odd, "settings", "show"}, {"--db", g.file, "settings", "history"}, {"--db", g.odd, "backup"}, {"--db", g.odd, "restore"},
		{"--db", g.odd, "doctor"}, {"--db", g.odd, "--plain"}, {"--db", g.path, "init"}, {"--db", g.path + "/x", "init"},
		{"--db", g.path, "settings", "restore", wrong}, {"--db", g.path, "settings", "diff", wrong, "1"}, {"--db", g.path, "settings", "import", g.broken},
		{"--db", g.path, "settings", "import", g.odd}, {"--db", g.path, "settings", "export", g.file}, {"--db", g.path, "settings", "set", "levels=" + wrong},
	} {
		g.run(exitFailed, []string{"referee: "}, args...)
	}
	if !strings.Contains(g.raw, "\x00") { // no shell can hand that over
		g.run(exitFine, nil, "__complete", "settings", "set", wrong)
	}
}

// settings saves an address and a note, and reads them back. Without what is
// refused, controls, most hostile texts are harmless, and the rest is spared.
func (g *guest) settings() {
	g.t.Helper()
	at := []string{"--db", g.path, "settings"}
	note, address := "NOTE"+hostile.Uncontrolled(g.raw), "link_url=https://www.example.com/URL"
	if note != "NOTE"+g.raw {
		g.run(exitFailed, []string{"referee: ", "hint: "}, append(at, "set", address, "--note", "NOTE"+g.raw)...)
	}
	if hostile.Active(note) == "" {
		return
	}
	if !g.tried(append(at, "set", address+hostile.InAddress(g.raw), "--note", note)...) {
		g.run(exitFine, nil, append(at, "set", address, "--note", note)...)
	}
	g.run(exitFine, []string{"NOTE", "URL"}, append(at, "show")...)
	g.run(exitFine, []string{"NOTE", "URL"}, append(at, "history")...)
	g.run(exitDiffers, []string{"URL"}, append(at, "diff", "1", "2")...)
	g.run(exitFine, []string{"URL"}, append(at, "export")...)
	g.run(exitFine, []string{"PROGRAM"}, append(at, "set", "levels=1", "--dry-run")...)
	out, _ := g.run(exitFine, nil, append(at, "history", "--json")...)
	g.exact(out, note)
	out, _ = g.run(exitFine, nil, append(at, "show", "--json")...)
	g.exact(out)
}

// catalog shows, exports and imports partners, programs, products and links, while
// a kept case names one that goes away.
func (g *guest) catalog() {
	g.t.Helper()
	at := []string{"--db", g.path, "catalog"}
	fields := []string{"CODE", "NAME", "PROGRAM", "PRODUCT", "LINK", "APP"}
	g.run(exitFine, fields, append(at, "show")...)
	g.run(exitFine, fields, append(at, "export")...)
	out, _ := g.run(exitFine, nil, append(at, "show", "--json")...)
	g.exact(out, "CODE"+hostile.InCode(g.raw), "PROGRAM"+hostile.Uncontrolled(g.raw))
	if hostile.Active("KEPT"+hostile.Uncontrolled(g.raw)) == "" {
		return // without controls it is harmless, and the rest is spared
	}
	g.keep(db.Case{Name: "KEPT" + hostile.Uncontrolled(g.raw), Text: []byte(hostile.Scenario(g.raw)), Pinned: true})
	g.write(g.broken, "title = 'BROKEN'\n[[partner]]\ncode = 'other'\n")
	g.run(exitDiffers, append(fields, "TITLE"), append(at, "import", g.broken, "--dry-run")...)
	out, _ = g.run(exitDiffers, nil, append(at, "import", g.broken, "--dry-run", "--json")...)
	g.exact(out, "CODE"+hostile.InCode(g.raw))
	g.run(exitFine, fields, append(at, "import", g.broken)...)
	g.run(exitFine, fields, append(at, "import", g.file)...)
	g.keep(db.Case{Name: "KEPT" + hostile.Uncontrolled(g.raw), Text: []byte("WRONG" + hostile.Uncontrolled(g.raw))})
	g.run(exitFine, []string{"KEPT", "cannot be read"}, append(at, "import", g.file, "--dry-run")...)
}

func (g *guest) keep(c db.Case) {
	g.t.Helper()
	store, err := db.Open(g.path, db.Options{})
	if err == nil {
		err = errors.Join(store.KeepCase(c), store.Close())
	}
	if err != nil {
		g.t.Fatal(err)
	}
}

// imports takes affiliates and programs of another system with the text in all of
// their fields, and refuses them with it in all of their values.
func (g *guest) imports() {
	g.t.Helper()
	code, text := hostile.InCode(g.raw), hostile.Uncontrolled(g.raw)
	g.json(map[string]any{
		"affiliates": []any{map[string]any{"id": "ID" + text, "code": "KEAP" + code, "name": "NAME" + text, "status": "ACTIVE", "FIELD" + g.raw: 1}},
		"PROGRAMS" + g.raw: []any{map[string]any{"name": "PROGRAM" + text, "affiliate_ids": []any{"ID" + text},
			"product_commissions": []any{map[string]any{"product_id": "PRODUCT" + text, "level_1": map[string]any{"sale_percent": 10}}}}},
	})
	at := []string{"--db", g.path, "import", "keap", g.broken}
	g.run(exitDiffers, []string{"KEAP", "NAME", "PROGRAM", "PRODUCT", "FIELD"}, append(at, "--dry-run")...)
	if hostile.Active("NAME"+text) != "" {
		out, _ := g.run(exitDiffers, nil, append(at, "--dry-run", "--json")...)
		g.exact(out, "KEAP"+code, "NAME"+text)
		g.run(exitFine, []string{"KEAP"}, at...)
	}
	wrong := "WRONG" + g.raw
	g.json([]any{
		map[string]any{"id": 1, "code": wrong + " ", "status": wrong, "parent_affiliate_id": wrong, "notify_on_lead": wrong, "track_leads_days": wrong},
		map[string]any{"name": wrong, "priority": wrong, "affiliate_ids": []any{wrong}, "default_commission": map[string]any{"payout_type": wrong, "level_1": map[string]any{"sale_percent": wrong}}},
	})
	g.run(exitFailed, []string{"BPATH", "WRONG", "hint: "}, at...)
	g.run(exitFailed, []string{"hint: "}, append(at, "--set", wrong)...)
	g.run(exitFailed, []string{"hint: "}, append(at, "--set", "credit="+wrong)...)
}

func (g *guest) json(document any) {
	g.t.Helper()
	text, err := json.Marshal(document)
	if err != nil {
		g.t.Fatal(err)
	}
	g.write(g.broken, string(text))
}

// database is what is told of the database's own path.
func (g *guest) database() {
	g.t.Helper()
	g.run(exitFine, []string{"PATH"}, "--db", g.path, "backup")
	g.run(exitFine, []string{"PATH"}, "--db", g.path, "backup", "--list")
	g.run(exitFine, []string{"PATH"}, "--db", g.odd, "init")
	if err := os.Remove(g.path + ".anchor"); err != nil {
		g.t.Fatal(err)
	}
	g.run(exitFine, nil, "--db", g.path, "settings", "show") // with whatever it has to note
	if err := os.WriteFile(g.odd, []byte(g.raw+strings.Repeat(g.raw+"\n", 500)), 0o600); err != nil {
		g.t.Fatal(err)
	}
	g.run(exitFailed, []string{"PATH", "hint: "}, "--db", g.odd, "settings", "show")
	g.run(exitFailed, []string{"PATH", "hint: "}, "--db", g.odd, "backup")
}

// plain answers the questions of the program without a screen: with nothing
// that can be kept first, and with what can.
func (g *guest) plain() {
	g.t.Helper()
	line := strings.NewReplacer("\n", "", "\r", "").Replace(g.raw)
	answers := "A" + line + "/\n\n" + "\n" + "W" + line + "\n\n" + "\n\n" + "ADDRESS " + line + "\n\n" + "3\n" + "\n\n\n" + line + "?\nyes\nNOTE" + line + "\nNOTE\n"
	g.write(g.in.Name(), answers)
	if _, err := g.in.Seek(0, 0); err != nil {
		g.t.Fatal(err)
	}
	g.run(exitFine, []string{"PROGRAM", "Saved as revision"}, "--db", g.path, "--plain")
}
