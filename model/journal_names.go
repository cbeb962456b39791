package model

// Names reports whether anything that happened names a row of the catalog: a
// partner, by a click, a form, a referral or set by hand, a product, by being sold, or a
// link.
func (j Journal) Names(table, code string) bool {
	for _, e := range j.events {
		if code != "" && eventNames(e, table, code) {
			return true
		}
	}
	return false
}

func eventNames(e Event, table, code string) bool {
	switch e := e.(type) {
	case Click:
		return table == PartnerTable && e.Partner == code || table == LinkTable && e.Link == code
	case Form:
		return table == PartnerTable && e.Partner == code
	case Referral:
		return table == PartnerTable && e.Partner == code
	case Order:
		if table == PartnerTable {
			return e.SalePartner == Some(code) || e.LeadPartner == Some(code)
		}
		for _, line := range e.Lines {
			if table == ProductTable && line.Product == code {
				return true
			}
		}
	}
	return false
}
