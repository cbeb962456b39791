// Package foreign reads what other systems export about clicks, conversions and
// orders, and makes the log files of it that the replay reads: partners, touches
// and sales.
//
//	files ──Read(options)──► Log ──WriteTo…──► partners.csv, touches.csv, sales.csv
//
// # What a file is
//
// Its header says, not its name. Columns are found by their names, in any order and
// case, behind a byte order mark, between commas, semicolons or tabs:
//
//	Tapfiliate conversions   external_id, amount, created_at, affiliate_email
//	AffiliateWP affiliates   Affiliate ID, Username, Status
//	AffiliateWP visits       Visit ID, Affiliate, Converted, Date
//	AffiliateWP referrals    Affiliate ID, Amount, Reference, Date
//	amounts of orders        reference, amount
//	Shopify orders           Name, Created at, Lineitem price, Lineitem quantity
//	Keap referrals           referral_partner_id, referral_time, contact_id
//	Keap orders              id, contact_id, order_time, total
//
// Keap's field names are those of its API; what the API answers is read as JSON
// too, a list or an object that holds one. A WooCommerce report is recognised and
// refused: it names products only in words, so that no rate of a product could
// be applied.
//
// # Nothing is guessed
//
// What a column would say that is not there is unknown, and stays empty. A time
// without a zone is refused unless the zone is given; so is a day such as 03/04/2026.
// AffiliateWP's referrals carry the commission and not the order's amount: that must
// come from a file with reference and amount. Shopify knows no clicks: which column
// names the partner must be said. Where an export says whose an order is but not
// when the click was, the click is put at the order's own moment, in a browser of the
// order's own, and [Log.Remarks] counts them: such a click never expires.
//
// Everything is read or nothing: each row that cannot be is named with its line and
// the reason. A row may have 1 MiB and 200 columns, and files come as a stream.
//
// A name, an id, a contact or a cookie that a spreadsheet would take for a formula is
// written with an apostrophe in front. The replay takes it away from names; of the
// others it is a part, in all three files alike, so that who was whom stays as it was.
// Codes of partners and products stay as they are, because rates are found by them.
//
// The sentences are here because they are about these exports alone; a terminal's
// border is elsewhere.
package foreign
