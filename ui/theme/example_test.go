package theme_test

import (
	"fmt"

	"referee/ui/theme"
)

// One Line draws all rows of a pane. The theme without colours and with
// seven-bit glyphs shows that nothing depends on either.
func ExampleLine() {
	th := theme.New(theme.None, theme.ASCII())
	var l theme.Line
	for _, row := range []struct{ name, amount string }{{"Jim", "200.00"}, {"Zoe the partner of the month", "1,200.00"}} {
		l.Reset(30)
		l.Put(th.Text, th.Glyphs.Arrow+" ")
		l.Put(th.Text, row.name)
		if l.Left() > 9 {
			l.Right(th.Money, row.amount)
		}
		fmt.Println(l.String() + th.Glyphs.VLine)
	}
	// Output:
	// -> Jim                  200.00|
	// -> Zoe the partner of the mont|
}
