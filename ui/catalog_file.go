package ui

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"

	tea "charm.land/bubbletea/v2"

	"referee/engine/scenario"
	"referee/model"
	"referee/ui/files"
)

// carrying is taking the catalog out to a file, and in from one.
func carrying() []action {
	return []action{
		{
			label: "import a catalog", reach: desktop,
			help:   "Take the partners, programs, products and links of a scenario file as the draft",
			whyNot: possible, do: (*App).askImport,
		},
		{
			label: "export the catalog", reach: desktop,
			help:   "Write the catalog and the settings, as they are drafted, to a scenario file",
			whyNot: whyNotExport, do: (*App).askExport,
		},
	}
}

// catalogReadMsg is the catalog of a file, read from the disk.
type catalogReadMsg struct {
	path    string
	catalog model.Catalog
	err     error
}

func (a *App) askImport() tea.Cmd { return a.askImportPath("") }

func (a *App) askImportPath(path string) tea.Cmd {
	return a.openPath("Import a catalog", "The path of a scenario file. Its catalog becomes the draft: nothing is saved yet, and ctrl+z takes it back.", path,
		func(_ *App, path string) tea.Cmd {
			return func() tea.Msg {
				catalog, err := readCatalog(path)
				return catalogReadMsg{path, catalog, err}
			}
		})
}

// errNoCatalog is found in a file that would take every row away.
var errNoCatalog = errors.New("that file has no partners, programs, products or links, so nothing was taken from it")

func readCatalog(path string) (model.Catalog, error) {
	data, err := files.Read(path, scenario.MaxFile)
	if err != nil {
		return model.Catalog{}, err
	}
	file, err := scenario.Read(path, data)
	if err != nil {
		return model.Catalog{}, err
	}
	catalog := file.Cases[0].Catalog // the cases of a file share it
	if catalog.IsEmpty() {
		return model.Catalog{}, errNoCatalog
	}
	return catalog, nil
}

// arrive makes the catalog of a file the draft, as one step that can be undone.
func (msg catalogReadMsg) arrive(a *App) tea.Cmd {
	if msg.err != nil {
		return a.askAgain("The catalog cannot be imported", told(msg.err), func() tea.Cmd { return a.askImportPath(msg.path) })
	}
	a.replace(a.form.Draft(), model.CatalogEdit{Catalog: msg.catalog})
	a.openCatalog()
	if rows := len(a.catalog.Changes()); rows > 0 {
		a.say(gainStyle, fmt.Sprintf("The draft is the catalog of %q now: %s. Saving makes a revision; ctrl+z takes it back.",
			filepath.Base(msg.path), count(rows, "row differs", "rows differ")))
	} else {
		a.say(noticeStyle, fmt.Sprintf("The catalog of %q is the saved one already.", filepath.Base(msg.path)))
	}
	return nil
}

func whyNotExport(a *App) string {
	if problems := a.problems(); len(problems) > 0 {
		return "the draft has a problem: " + problems[0].What
	}
	return ""
}

// catalogWrittenMsg is what writing the catalog to a file came to.
type catalogWrittenMsg struct {
	path, content string
	err           error
}

func (a *App) askExport() tea.Cmd {
	var content bytes.Buffer
	if err := scenario.WritePolicy(&content, a.draft()); err != nil {
		panic("ui: memory cannot be written to: " + err.Error())
	}
	return a.askExportPath(content.String(), "catalog"+caseEnding)
}

func (a *App) askExportPath(content, path string) tea.Cmd {
	return a.openPath("Export the catalog", "Where to write the catalog and the settings, as they are drafted: a scenario file in which nothing happens.", path,
		func(_ *App, path string) tea.Cmd { return writeCatalog(path, content, files.New) })
}

func writeCatalog(path, content string, write func(path, content string) error) tea.Cmd {
	return func() tea.Msg { return catalogWrittenMsg{path, content, write(path, content)} }
}

// arrive takes in what writing came to. A file that is there is not
// overwritten unless somebody says so.
func (msg catalogWrittenMsg) arrive(a *App) tea.Cmd {
	if exists, is := errors.AsType[*files.ExistsError](msg.err); is {
		return a.askOverwrite(exists.Path,
			func() tea.Cmd { return a.askExportPath(msg.content, msg.path) },
			func() tea.Cmd { return writeCatalog(msg.path, msg.content, files.Overwrite) })
	}
	if msg.err != nil {
		return a.askAgain("The catalog was not exported", sentences(msg.err), func() tea.Cmd { return a.askExportPath(msg.content, msg.path) })
	}
	a.say(gainStyle, fmt.Sprintf("The catalog and the settings were written to %q.", msg.path))
	return nil
}
