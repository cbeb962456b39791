// Package replay runs a year of logs through the engine: partners, touches and
// sales as CSV in, commission rows and totals out.
//
// It is the same engine by the same rules. What a log means is said once, by
// [Events]: it turns rows into the events of a journal. What this package adds is
// another way to the same [engine.Evidence], for logs that are far larger than a
// journal may be. The tests hold the two to the same rows.
//
// # What a row means
//
// partners.csv says who the partners are: partner (the code), parent, name and, if
// the columns are there, track_days and active. A column that is missing says
// nothing: clicks never expire, everybody is active. The policy gives settings,
// currency, programs and rates. Each partner is in every program, unless the
// policy knows the partner by its code; then it is in those that the policy says.
// What else the policy knows of partners is not used.
//
// A row of touches.csv is a referral of its partner. The time is required; contact,
// cookie and address may be empty, which is unknown, and unknown never equals
// unknown. Addresses are equal if they are the same address, however written.
//
//   - kind click: a click (A1). The cookie is the browser. One without a cookie
//     is found by its contact and its address only.
//   - kind lead: the form that brought the contact, which must be named. It is a
//     referral on every rung, as a click is.
//
// A row of sales.csv is an order of one line: quantity 1, the amount is the price,
// in the policy's currency. A cookie is the browser it came from; without one, and
// without an address, it is a phone order (A6). An unknown contact has no history
// and no lead partner. An empty product is one that no product rule is for.
//
// # Time
//
// Events happen in order of time; at equal times all touches come before all
// sales, and each of the two as its rows stand in the file. So among referrals of
// one time the lower row is the first, the higher the latest (A3). Where a row
// stands in the file means nothing else: late rows give the same answer as rows
// in order. A referral counts up to and including the moment of the sale.
//
// # Ties (A1)
//
// A row of touches or of sales that names a cookie and a contact ties that browser
// to that contact. From then on all referrals of the browser are the contact's
// history: those it held before, and those that come later, until a row ties the
// browser to another contact. The contact keeps what it has; the row that ties the
// browser elsewhere is no longer its. A tie later than a sale does not count for
// the sale. Nothing is ever cleared in logs.
//
// In the words of tables: for a sale at time m, by contact c, the history is every
// referral r with r.time ≤ m of which one holds:
//
//   - r names c, with or without a cookie;
//   - r has a cookie, and among the rows that tie this cookie, ordered by time, then
//     touches before sales, then row, there is one that ties it to c with time ≤ m,
//     and no row ties the cookie to somebody else behind it and at or before r.
//
// r itself counts among the rows that tie, so one that names another contact ends
// the tie at r. A referral that stands before the tie always qualifies.
//
// # The lead partner (A4)
//
// Of the lead rows that name the contact and are not later than the sale, the first
// by time and row makes its partner the lead partner. A contact without one has
// what A4 gives it: if a click is the first to name it, nobody, because it was
// there before; if a sale is, the referral that was in that sale's browser then and
// had not expired, the first or latest of them as S3 says; a sale without a browser
// brings nobody. In each case the one referral that brought the contact is asked
// at the sale itself whether it still counts: if its window has closed or its
// partner is inactive, there is no lead partner, and no other steps in.
//
// # What comes out
//
// commissions.csv has a row for every engine row that pays something: in order of
// the sales' rows, then level, then role (lead before sale). cents are minor units
// of the policy's currency. The reason is the rung that credited the sale partner:
// cookie, history or ip; for the lead role always cookie. Rows of 0 are left out,
// and counted by their rule: no program, inactive partner, no rate, or a rate or
// base of nothing.
//
// totals.csv has a row for every partner with a row in commissions.csv, in order of
// the partners' codes (bytewise): how many rows, and their sum.
//
// # How it is read
//
// Nearly all the time of a replay is spent waiting for memory, so what is looked at
// together stands together, and little is looked at twice.
//
// Files are handed out in pieces (feed.go), read into memory of our own, and cut into
// fields (split.go) where the processor has found the commas and line ends, 64 bytes at a
// time (marks.go; there is some assembly for it, and a slow way that gives the same).
//
// Sales come first (numbering.go): each goroutine takes a piece of the file apart, and
// then adds it to each of the columns when it is its turn. Contacts, cookies and addresses
// get numbers; they are known by 96 bits of two secret hashes (keys.go). Ids that only rise
// or only fall need no table (ids.go).
//
// Then come the touches. Once only for the cookies that no sale has, but that a row ties to
// a sale's contact (beyond.go). Then for good (touches.go): a row that names no sale's
// contact, cookie or address, and no such cookie, is dropped as it is: it is cut into
// columns, and nothing of it is parsed or checked. So memory does not grow with the touches.
//
// What is left gets its place in order of time (order.go). Then (gather.go) touches and
// sales are listed by address, by cookie and by contact, for some of the keys at a time, so
// that what is listed stays near the processor (lists.go). Each is looked at with what
// decides it (addresses.go, browsers.go, history.go): ties are followed (ties.go), and each
// sale's rungs are summed up by the engine's own [engine.Found] (survey.go; windows.go and
// sweep.go where very many meet). What stays of it is the partners (evidence.go). That is a
// [Load]; settling a plan over it looks at no touch any more (settle.go).
//
// It takes about 90 bytes of memory for each sale and 52 for each touch that is kept.
// Each phase frees what it is done with.
//
// The exception to the engine's rule: goroutines are at work here, and a hash has a
// seed drawn by chance. No answer depends on either. There is still no disk and no
// clock; files are bytes here.
//
// With a bound on memory the sales are read in parts ([Parts], memory.go): each is those of
// some contacts, by a hash, so that all that a contact bought is in one of them. A part is
// complete: it knows which sales of other parts tie its cookies (others.go). Its rows stand
// in a run by themselves, and the runs are merged (runs.go). Both files are gone through for
// each part, so a bound far below what the log takes makes it slow. Ids that come twice are
// found beforehand, if need be some of them at a time (twice.go).
//
// Rows that cannot be read are named ([BadRows]). Duplicate sale ids are refused; the
// ids of touches are not looked at, because a touch that comes twice changes nothing.
// In the results a partner's code or a sale's id that a spreadsheet would take for a
// formula, because it begins with = + - @ or a tab, has an apostrophe in front. All
// others are written as they were read.
package replay
