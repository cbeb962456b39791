package text_test

import (
	"fmt"

	"referee/ui/text"
)

// A name that would clear the screen and turn itself around, typed into a field
// and read from an old file.
func Example() {
	hostile := "Jim\x1b[2J\u202eeoZ"
	fmt.Println(text.Accept(hostile, 0))
	fmt.Println(text.Show(hostile))
	// Output:
	// Jim[2JeoZ
	// Jim·[2J·eoZ
}

// A column of names is straight, whatever the names are.
func ExamplePad() {
	for _, name := range []string{"Jim", "山田 太郎", "Zoë the Great"} {
		fmt.Println(text.Pad(text.Cut(name, 9, "…"), 9) + "│")
	}
	// Output:
	// Jim      │
	// 山田 太郎│
	// Zoë the …│
}
