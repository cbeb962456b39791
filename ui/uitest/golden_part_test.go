package uitest

import "testing"

func TestCutPart(t *testing.T) {
	for _, test := range []struct{ content, before, part, after string }{
		{"a\n<!-- keys: as they are -->\nb\nc\n<!-- /keys -->\nd\n", "a\n<!-- keys: as they are -->\n", "b\nc\n", "<!-- /keys -->\nd\n"},
		{"<!-- keys: -->\n<!-- /keys -->", "<!-- keys: -->\n", "", "<!-- /keys -->"},
		{"<!-- rooms: -->\n<!-- /rooms -->\n", "", "", ""},
		{"<!-- keys: -->\nb\n", "", "", ""},
		{"<!-- /keys -->\n<!-- keys: -->\nb\n", "", "", ""},
		{"<!-- keys: --> <!-- /keys -->", "", "", ""},
	} {
		before, part, after, err := cutPart(test.content, "keys")
		if before != test.before || part != test.part || after != test.after {
			t.Errorf("%q: %q, %q, %q", test.content, before, part, after)
		}
		if (err != nil) != (test.before == "") {
			t.Errorf("%q: error %v", test.content, err)
		}
	}
}
