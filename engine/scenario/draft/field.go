package draft

import "slices"

// Kind is what an event is about.
type Kind uint8

const (
	Click    Kind = iota + 1 // on a partner's link
	Form                     // a web form
	Referral                 // entered by hand
	Clearing                 // a browser's cookies
	Order
)

// Kinds is every kind of event, in the order of the rules.
var Kinds = [...]Kind{Click, Form, Referral, Clearing, Order}

// Field is what a text of an event is about.
type Field uint8

const (
	At Field = iota + 1
	Partner
	Contact
	Browser
	Address
	Link
	Type
	Days
	ID
	Item
	Discount
	Tax
	Shipping
	Fee
	FinanceCharge
	SalePartner
	LeadPartner
	Title // of the head
	Story
	numFields
)

// form is the fields of a kind of event, in the order they are asked for, and the
// key of the first of them, which says in a file what the event is.
type form struct {
	fields []Field
	names  Field
	key    string
}

// forms is indexed by Kind. It is only read.
var forms = [...]form{
	Click:    {[]Field{At, Partner, Browser, Contact, Link, Address}, Partner, "click"},
	Form:     {[]Field{At, Contact, Browser, Partner, Address}, Contact, "form"},
	Referral: {[]Field{At, Partner, Contact, Type, Days}, Partner, "refer"},
	Clearing: {[]Field{At, Browser}, Browser, "clear"},
	Order: {[]Field{At, ID, Contact, Browser, Item, Discount, SalePartner, LeadPartner,
		Address, Tax, Shipping, Fee, FinanceCharge}, ID, "sale"},
}

// keys are those of a file, by Field; the one that names the kind of event is
// another (see form).
var keys = [numFields]string{
	At: "at", Partner: "partner", Contact: "contact", Browser: "browser", Address: "ip", Link: "link", Type: "type", Days: "days",
	ID: "sale", Item: "lines", Discount: "discount", Tax: "tax", Shipping: "shipping", Fee: "fee",
	FinanceCharge: "finance_charge", SalePartner: "sale_partner", LeadPartner: "lead_partner",
}

// Fields lists the fields of a kind of event. It is not to be written to.
func (k Kind) Fields() []Field {
	if int(k) >= len(forms) {
		return nil
	}
	return forms[k].fields
}

// Key is a field's key in a file, as it stands in a [model.Place].
func (k Kind) Key(f Field) string {
	if f == forms[k].names {
		return forms[k].key
	}
	return keys[f]
}

// Has reports whether an event of the kind has a field.
func (k Kind) Has(f Field) bool { return slices.Contains(k.Fields(), f) }

// String is the key that says in a file what the event is.
func (k Kind) String() string { return forms[k].key }
