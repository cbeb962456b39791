// Package sim is the simulator pane: sample sales under the saved settings and
// under the draft, side by side, and why.
//
// A [Bench] runs the engine: it keeps one casebook for each scenario, so a new
// draft costs a compile and a fixed number of steps for each sale. A [Pane]
// shows one scenario of the bench: its timeline, its sales, and the selected
// sale rung by rung. Nothing is worked out twice: sales are settled when a
// setting changes, and a sale is explained when it is first looked at.
package sim
