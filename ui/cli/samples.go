package cli

import "referee/engine/scenario"

// workedCases is the sample that is a test of the rules rather than a situation:
// many cases, each under settings of its own.
const workedCases = "worked-cases"

// examples is what the simulator offers: one for each situation that comes with
// the program. Here the settings are the person's.
func examples() []scenario.Example {
	var all []scenario.Example
	for _, sample := range scenario.Samples() {
		if sample.Name != workedCases {
			all = append(all, sample.Example())
		}
	}
	return all
}

// samples is the examples, read: what a change of settings is tried on.
func samples() []scenario.Case {
	var cases []scenario.Case
	for _, e := range examples() {
		cases = append(cases, e.Read())
	}
	return cases
}
