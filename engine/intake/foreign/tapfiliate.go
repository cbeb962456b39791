package foreign

// tapfiliate takes a conversion. Its click and its address stand in the same row,
// so the two share a browser.
func (r *reader) tapfiliate(row row) error {
	if err := r.sameCurrency(row); err != nil {
		return err
	}
	at, err := r.moment("created_at", row.get("created_at"))
	if err != nil {
		return err
	}
	paid, err := amount(r.Currency, "amount", row.get("amount"))
	if err != nil {
		return err
	}
	ip, err := address(row.get("ip"))
	if err != nil {
		return err
	}
	s := Sale{ID: row.get("external_id"), At: at, Contact: row.get("customer_id"), IP: ip, Amount: paid}
	partner := row.get("affiliate_email")
	if clicked := row.get("click_date"); partner != "" && clicked != "" {
		t := Touch{ID: "click of " + s.ID, Contact: s.Contact, Cookie: "conversion " + s.ID, IP: s.IP, Partner: partner}
		if t.At, err = r.moment("click_date", clicked); err != nil {
			return err
		}
		s.Cookie = t.Cookie
		if err := r.touch(t, partner); err != nil {
			return err
		}
	} else if partner != "" {
		if s.Cookie, err = r.named(s, partner, partner); err != nil {
			return err
		}
	}
	return r.sale(s)
}
