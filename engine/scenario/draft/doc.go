// Package draft is a case as somebody types it: a list of events whose fields are
// texts, any of which may be wrong.
//
//	Case ──Reader.Parse──► Parsed: a model.Journal, or every problem beside its field
//	  ▲                        and when each event happens, as far as that can be told
//	  └──From── scenario.Case
//
// A [Case] is a value. What edits it ([Case.With], [Case.Insert], [Case.Delete],
// [Case.Move], [Case.Shift] …) answers with another one and leaves the old one as it
// was, so an undo step is the old one. It goes through the same door as a file:
// what parses is a [model.Journal], which only [model.Catalog.Journal] makes, and
// its problems name the event and the key they would have in a file.
//
// # When
//
// The list is in the order of the file, not of time: it is what settles equal times,
// and what relative times refer to. A time is one of
//
//	6 Jan 2026 10:00   2026-01-06 10:00:00Z   a moment, in UTC unless it says otherwise
//	6 Jan 10:00                               in the year of the event above
//	6 Jan                                     at the time of day of the event above
//	10:00                                     on the day of the event above
//	+3d   3d later   -2h   2h earlier         from the event above
//	same time                                 as the event above
//	2h before   2h before order-1             the next order below, or that order
//	3d after    3d after order-1              the last order above, or that order
//
// with the units s, min, h, d, w, mo and y; a day is 24 hours, months and years are
// the calendar's. Times that refer to each other in a circle are refused.
//
// What changes the list keeps every moment: a time that referred to an event that is
// gone, or is another one now, is written anew. A click that is deleted does not move
// the order below it. What moves an event in time moves those that refer to it.
//
// # What was bought
//
// An order has an item for each line: the product, and around it, where they are not
// 1, the price of the product and nothing, how many, for how much and less what:
//
//	shampoo   2 x shampoo   shampoo at 40.00   2 x shampoo at 40.00 less 10 %
//
// A discount is an amount or a percentage; "not for commissions" behind it leaves the
// commission base alone (C4). A product whose name would be mistaken stands in quotes.
//
// Partners may be written by code or by name; "nobody" set by hand is explicitly
// nobody. Its sentences are those of problems, as in the model.
package draft
