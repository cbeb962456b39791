package theme

import "fmt"

// Mode says what the terminal can show and what the person asked for.
type Mode uint8

const (
	// Neutral is the mode at start, readable on dark and on light while the
	// terminal has not yet said which it is. Some never say.
	Neutral Mode = iota
	// Dark is for light text on a dark background.
	Dark
	// Light is for dark text on a light background.
	Light
	// ANSI uses only the terminal's 16 colours, as its owner has set them.
	ANSI
	// None uses no colour at all (NO_COLOR): bold and underline only.
	None
)

// Modes returns every mode, in the order they are declared.
func Modes() []Mode { return []Mode{Neutral, Dark, Light, ANSI, None} }

// String is the name used on the command line.
func (m Mode) String() string {
	switch m {
	case Neutral:
		return "auto"
	case Dark:
		return "dark"
	case Light:
		return "light"
	case ANSI:
		return "ansi"
	case None:
		return "none"
	}
	return fmt.Sprintf("Mode(%d)", uint8(m))
}

// ParseMode reads the name of a mode, as String writes it. "auto" is
// [Neutral]: the program then asks the terminal which it is.
func ParseMode(name string) (Mode, error) {
	for _, m := range Modes() {
		if m.String() == name {
			return m, nil
		}
	}
	return Neutral, fmt.Errorf("colours %q are not known; the choices are auto, dark, light, ansi, none", name)
}
