package theme

import "charm.land/lipgloss/v2"

// palette holds the few looks all tokens are made of.
type palette struct {
	text, strong, muted, accent, gain, problem, notice lipgloss.Style
}

func paletteOf(mode Mode) palette {
	switch mode {
	case Dark:
		return colours("#a0a8b0", "#5fd7d7", "#87d787", "#ff8787", "#e5b567")
	case Light:
		return colours("#5c636a", "#00629b", "#2b6e2f", "#b3261e", "#7d5200")
	case None:
		return uncoloured()
	default:
		return sixteen()
	}
}

func colours(muted, accent, gain, problem, notice string) palette {
	fg := func(hex string) lipgloss.Style {
		return lipgloss.NewStyle().Foreground(lipgloss.Color(hex))
	}
	return palette{
		text:    lipgloss.NewStyle(),
		strong:  lipgloss.NewStyle().Bold(true),
		muted:   fg(muted),
		accent:  fg(accent),
		gain:    fg(gain),
		problem: fg(problem),
		notice:  fg(notice),
	}
}

// sixteen uses the colours that stay readable on both backgrounds in the
// palettes terminals ship with. Yellow, white and the bright colours vanish on
// light, blue and grey on dark: so muted is faint and a notice is underlined.
func sixteen() palette {
	plain := lipgloss.NewStyle()
	return palette{
		text:    plain,
		strong:  plain.Bold(true),
		muted:   plain.Faint(true),
		accent:  plain.Foreground(lipgloss.Magenta),
		gain:    plain.Foreground(lipgloss.Green),
		problem: plain.Foreground(lipgloss.Red),
		notice:  plain.Underline(true),
	}
}

// uncoloured leaves meaning to the glyphs and the words; bold and underline
// only help the eye.
func uncoloured() palette {
	plain := lipgloss.NewStyle()
	return palette{
		text:    plain,
		strong:  plain.Bold(true),
		muted:   plain,
		accent:  plain,
		gain:    plain,
		problem: plain.Underline(true),
		notice:  plain,
	}
}
