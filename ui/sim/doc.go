// Package sim is the simulator pane: sample sales under the saved policy and
// under the draft, side by side, and why.
//
// A policy is settings and a catalog. A [Bench] runs the engine: it keeps a
// casebook for each case and catalog, so a new draft of the settings costs a
// compile and a fixed number of steps for each sale, and only a new catalog has a
// case indexed again. A case runs on the catalogs it is given if they hold every
// partner, product and link it names. One that only the saved catalog holds is not
// run under the draft, and one that the saved catalog does not hold runs on its own;
// the pane says so, and what a new catalog changes in either is never told as no
// change but counted apart. A [Pane] shows one case of the bench: its timeline, its sales, and the
// selected sale rung by rung. Nothing is worked out twice: sales are settled when
// the policy changes, and a sale is explained when it is first looked at.
package sim
