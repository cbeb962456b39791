package sql

import (
	"fmt"
	"strings"

	"referee/engine"
	"referee/model"
)

// Columns are those of the result, in their order. Rows come in order of the
// sales' ids, then by level, then the lead's before the sale's.
var Columns = [...]string{"sale_id", "partner", "level", "role", "cents", "reason"}

// Compile writes a plan down as one statement over the tables partners, touches
// and sales. The statement ends with a semicolon and a line end; it holds nothing
// but printable characters, whatever people called their programs.
func Compile(p *engine.Plan, d Dialect) string {
	s := statement{plan: p, d: d, settings: p.Settings(), tariffs: reachable(p), restricted: restricted(p)}
	s.header()
	s.tables()
	s.ladder()
	s.payouts()
	return s.out.String()
}

// statement is a text being written: named parts, each of which reads those
// before it.
type statement struct {
	plan       *engine.Plan
	d          Dialect
	settings   model.Settings
	tariffs    []engine.Tariff // in the order they are asked
	restricted []model.Partner // who is not in every program
	out        strings.Builder
	parts      int
}

// part writes one named part: what it is, in words, and its query.
func (s *statement) part(name, about, query string) { s.write(name, "", about, query) }

// shared writes a part that several others join, by what it worked out.
func (s *statement) shared(name, about, query string) {
	s.write(name, dialects[s.d].shared, about, query)
}

func (s *statement) write(name, how, about, query string) {
	if s.parts == 0 {
		s.out.WriteString("WITH\n")
	} else {
		s.out.WriteString("),\n\n")
	}
	s.parts++
	s.comment(about)
	fmt.Fprintf(&s.out, "%s AS %s(\n", name, how)
	s.indent(query)
}

func (s *statement) comment(text string) {
	for line := range strings.Lines(text) {
		s.out.WriteString(strings.TrimRight("-- "+line, " \n") + "\n")
	}
}

// indent writes a query without the lines that a setting left empty.
func (s *statement) indent(query string) {
	for line := range strings.Lines(query) {
		if line = strings.TrimRight(line, " \n"); line != "" {
			s.out.WriteString("  " + line + "\n")
		}
	}
}

// header says what the statement is, so that it can be read without the program.
func (s *statement) header() {
	s.comment(fmt.Sprintf(`Who is credited and what is paid: a policy of Referee, for %s.
Rule numbers (A1, C3 …) are those of Referee's README.

The settings it was made of:`, s.d))
	draft := s.settings.Draft()
	for _, setting := range []model.Setting{model.HowToChoose, model.TrackingMethod, model.UseIPAddress, model.NumberOfLevels, model.PayFor, model.PayAs, model.PayIfUnused} {
		s.comment(fmt.Sprintf("  %s: %s", setting.Name(), draft.Text(setting)))
	}
	currency := s.plan.Catalog().Currency()
	s.comment(fmt.Sprintf(`
It reads partners, touches and sales, and writes nothing. Times are with a zone, or
text like 2026-01-05T10:00:00Z; amounts are in %s with at most %d decimals, up to 10^12
minor units. All is reckoned in whole numbers, to the microsecond and the minor unit.
Rows are taken as they are: what the command replay refuses, such as sale ids that come
twice and partners that are not there, nobody tells of here. A database knows no order
of rows: of equal times the higher touch id is the later, where replay goes by the rows.
Addresses are compared as they are written, where replay knows the same one in any spelling.
`, currency.Code(), currency.Digits()))
	s.out.WriteString("\n")
}
