package keap

import (
	"errors"
	"slices"

	"referee/model"
)

// Over lays what was read over a policy: rows are put in the place of those of the
// same code or name, new ones come behind, and the rest stays, unless replace asks
// for partners or programs that no file names to go. Amounts are taken in the
// policy's currency, as the API names none. Remarks are what is worth knowing about
// what was read and what could not be taken.
//
// It returns, joined, an [Error] for every value that is not right. All questions
// have to be answered.
func (x Export) Over(policy model.Policy, answers Answers, replace bool) (model.Policy, []string, error) {
	r := &reader{remarks: slices.Clone(x.remarks)}
	next := policy
	if x.settings != nil {
		next.Settings = x.over(r, policy.Settings.Draft(), answers)
		r.ignore(x.settings.node)
	}
	if len(x.affiliates)+len(x.programs) > 0 {
		next.Catalog = x.catalog(r, policy.Catalog, answers, replace)
	}
	if r.unused > 0 {
		r.remark("Not needed here, and ignored: %s (%d values).", r.ignoredNames(), r.unused)
	}
	if len(r.errs) > 0 {
		return model.Policy{}, nil, errors.Join(r.errs...)
	}
	return next, r.remarks, nil
}

func (x Export) catalog(r *reader, was model.Catalog, answers Answers, replace bool) model.Catalog {
	draft := was.Draft()
	codes := x.codes(r)
	partners, places := x.partners(r, draft.Partners, codes, answers, replace)
	programs, programPlaces := x.programRows(r, draft, answers, replace)
	draft.Partners, draft.Programs = partners, programs
	x.enrol(r, &draft, codes)
	catalog, problems := draft.Parse()
	for _, p := range problems {
		rows := map[string][]row{model.PartnerTable: places, model.ProgramTable: programPlaces, model.ProgramTable + "." + model.ProductTable: programPlaces}[p.Place.Table]
		if p.Place.Row < 0 || p.Place.Row >= len(rows) || rows[p.Place.Row].node == nil {
			r.errs = append(r.errs, p)
			continue
		}
		r.refuse(rows[p.Place.Row].file, rows[p.Place.Row].node, p.Hint, "%s", p.What)
	}
	return catalog
}

// partners are the partners afterwards, and for each the affiliate it comes from.
func (x Export) partners(r *reader, was []model.Partner, codes map[string]string, answers Answers, replace bool) (next []model.Partner, from []row) {
	replaced := x.merge(len(was), func(i int) string { return was[i].Code }, x.affiliates, "code", "AffCode")
	for i, p := range was {
		a, named := replaced[p.Code]
		switch {
		case named:
			next, from = append(next, r.partner(a, was[i], codes, answers)), append(from, a)
		case !replace || len(x.affiliates) == 0:
			next, from = append(next, p), append(from, row{})
		}
	}
	single := 0
	for _, a := range x.affiliates {
		r.ignore(a.node)
		if a.has("LeadAmt", "LeadPercent", "SaleAmt", "SalePercent") {
			single++
		}
		if at, ok := replaced[textOf(a.get("code", "AffCode"))]; !ok || at.node != a.node {
			next, from = append(next, r.partner(a, model.Partner{}, codes, answers)), append(from, a)
		}
	}
	if len(x.programs) == 0 && len(next) > len(was) {
		r.remark("New partners are in no program: who is enrolled stands in the file of the commission programs.")
	}
	if single > 0 {
		r.remark("Rates of single affiliates (%d) are not taken: here rates belong to programs.", single)
	}
	return next, from
}

// merge finds, for each row that is there already, the first of the read ones that
// takes its place.
func (x Export) merge(n int, name func(int) string, rows []row, fields ...string) map[string]row {
	there := map[string]bool{}
	for i := range n {
		there[name(i)] = true
	}
	merged := map[string]row{}
	for _, r := range rows {
		key := textOf(r.get(fields...))
		if _, taken := merged[key]; there[key] && !taken {
			merged[key] = r
		}
	}
	return merged
}

func (x Export) programRows(r *reader, was model.CatalogDraft, answers Answers, replace bool) (next []model.Program, from []row) {
	replaced := x.merge(len(was.Programs), func(i int) string { return was.Programs[i].Name }, x.programs, "name")
	currency := was.Currency
	if currency == (model.Currency{}) {
		currency = model.USD
	}
	for i, p := range was.Programs {
		read, named := replaced[p.Name]
		switch {
		case named:
			next, from = append(next, r.program(read, was.Programs[i], currency, answers)), append(from, read)
		case !replace || len(x.programs) == 0:
			next, from = append(next, p), append(from, row{})
		}
	}
	for _, p := range x.programs {
		r.ignore(p.node)
		if at, ok := replaced[textOf(p.get("name"))]; !ok || at.node != p.node {
			next, from = append(next, r.program(p, model.Program{}, currency, answers)), append(from, p)
		}
	}
	if len(x.programs) > 0 {
		r.remark("Amounts are taken in %s, and level 3 as it was or blank: Keap's API carries neither.", currency.Code())
	}
	return next, from
}

// enrol puts the partners that a program names into it, takes those that are named
// in the files but not by the program out of it, and takes everybody out of
// programs that are gone.
func (x Export) enrol(r *reader, draft *model.CatalogDraft, codes map[string]string) {
	in := map[string]map[string]bool{} // by program, then partner; a program that lists nobody's ids is missing
	for _, p := range x.programs {
		ids := p.get("affiliate_ids")
		if ids == nil || ids.kind != list {
			continue
		}
		enrolled := map[string]bool{}
		for _, id := range ids.items {
			code, known := codes[textOf(id)]
			if !known {
				r.refuse(p.file, id, "give the file that has this affiliate too", "there is no affiliate with the id %q in these files", textOf(id))
			}
			enrolled[code] = true
		}
		in[textOf(p.get("name"))] = enrolled
	}
	read := map[string]bool{}
	for _, code := range codes {
		read[code] = true
	}
	for i, partner := range draft.Partners {
		var programs []string
		for _, program := range draft.Programs {
			enrolled, listed := in[program.Name]
			if listed && read[partner.Code] {
				if enrolled[partner.Code] {
					programs = append(programs, program.Name)
				}
			} else if slices.Contains(partner.Programs, program.Name) {
				programs = append(programs, program.Name)
			}
		}
		if !sameNames(programs, partner.Programs) {
			draft.Partners[i].Programs = programs
		}
	}
}

// sameNames compares lists without regard to their order.
func sameNames(a, b []string) bool {
	return slices.Equal(slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b)))
}
