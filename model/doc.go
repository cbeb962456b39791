// Package model is the vocabulary of Referee: the words a referral-partner
// program is spoken about in, as types. It decides nothing and does nothing.
//
// Its one promise is that a value you hold is a value that is right. What a
// person types goes into a [Draft], where anything may stand. [Draft.Parse] is
// the only way from there to [Settings], and it answers either with settings or
// with every [Problem] at once. A [Catalog] (partners, programs, products,
// links) and a [Journal] (clicks, forms, referrals, orders) are made the same
// way. So the engine, which only takes Settings, Catalog and Journal, has no
// error to return and nothing to check.
//
// A catalog that somebody is working on is a [CatalogEdit]: a catalog at any moment,
// and beside it the texts that cannot stand where they were typed. A row that is
// called otherwise keeps all that refers to it, and [Renames] say what it was called.
//
// Three choices run through everything:
//
//   - [Money] is a whole number of a currency's minor units (cents, yen, fils)
//     and a [Rate] is a whole number of parts per million. Nothing is ever a
//     float, and there is one place that rounds: [Rate.Of] (rule C7).
//   - Blank is not zero (rule C3): what may be left out is an [Optional].
//   - Enumerations start at one, so a zero value is visibly a mistake and not
//     a silent default.
//
// Rule numbers (S1, A3, C6, N2 …) are those of the README's rule table; they
// never change their meaning.
package model
