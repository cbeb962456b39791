// Package hostile is what the tests of the borders share: texts that would do
// harm if they reached a terminal as they are, a scenario file with such a text
// in every field a person can write in, and a look at what was written. Only
// tests import it.
//
//	for _, p := range hostile.Payloads() {
//		file, err := scenario.Read("hostile.toml", []byte(hostile.Scenario(p.Raw)))
//		…
//		if bad := hostile.Active(written); bad != "" {
//			t.Error(bad)
//		}
//	}
//
// Each field begins with a mark, so that a failure names the field. [Active]
// lists what is bad; package text, which it is held against, lists what is good.
package hostile
