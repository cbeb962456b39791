package cli

import "referee/engine/scenario"

// workedCases is the sample that is a test of the rules rather than a situation:
// many cases, each under settings of its own.
const workedCases = "worked-cases"

// samples is what the simulator offers, and what a change of settings is tried
// on: one case of each situation that comes with the program. Their cases differ
// in settings only, and here the settings are the person's.
func samples() []scenario.Case {
	var cases []scenario.Case
	for _, sample := range scenario.Samples() {
		if sample.Name == workedCases {
			continue
		}
		c := sample.File.Cases[0]
		c.Title = sample.File.Title
		cases = append(cases, c)
	}
	return cases
}
