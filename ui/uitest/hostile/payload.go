package hostile

import "slices"

// Payload is a text that would do harm, or hide something, if it were sent to a
// terminal as it is: Raw. Accept and Show are what the two borders of package
// text make of it.
type Payload struct {
	Name, Raw, Accept, Show string
}

// Payloads is the corpus of hostile texts. The borders do not know these
// sequences; they hold because no code point in them is on the whitelist.
func Payloads() []Payload {
	return slices.Concat(systemCommands(), controlStrings(), controlSequences(), escapes(), otherControls(), unseen(), notText(), spaces(), marks())
}

// Operating system commands: title, clipboard, links, colours.
func systemCommands() []Payload {
	return []Payload{
		{"OSC title, BEL", "a\x1b]0;owned\x07b", "a]0;ownedb", "a·]0;owned·b"},
		{"OSC title, ST", "a\x1b]2;owned\x1b\\b", "a]2;owned\\b", "a·]2;owned·\\b"},
		{"OSC title, 8-bit ST", "a\x1b]2;t\u009cb", "a]2;tb", "a·]2;t·b"},
		{"OSC 52 clipboard", "\x1b]52;c;cm0gLXJm\x07", "]52;c;cm0gLXJm", "·]52;c;cm0gLXJm·"},
		{"OSC 8 link", "\x1b]8;;http://x\x1b\\x\x1b]8;;\x1b\\", "]8;;http://x\\x]8;;\\", "·]8;;http://x·\\x·]8;;·\\"},
		{"OSC 4 palette", "\x1b]4;1;?\x07", "]4;1;?", "·]4;1;?·"},
		{"OSC 11 background", "\x1b]11;#fff\x07", "]11;#fff", "·]11;#fff·"},
		{"OSC 9 notification", "\x1b]9;hi\x07", "]9;hi", "·]9;hi·"},
		{"OSC 1337 file", "\x1b]1337;File=:QQ==\x07", "]1337;File=:QQ==", "·]1337;File=:QQ==·"},
		{"OSC 133 prompt mark", "\x1b]133;A\x07", "]133;A", "·]133;A·"},
		{"OSC unterminated", "a\x1b]0;rest", "a]0;rest", "a·]0;rest"},
		{"OSC 8-bit", "a\u009d0;t\u0007b", "a0;tb", "a·0;t·b"},
		{"OSC 8-bit raw byte", "a\x9d0;t\x9cb", "a0;tb", "a·0;t·b"},
	}
}

// Device control, application, privacy and start-of-string strings.
func controlStrings() []Payload {
	return []Payload{
		{"DCS", "\x1bPq#0\x1b\\", "Pq#0\\", "·Pq#0·\\"},
		{"DCS 8-bit", "\u0090q#0\u009c", "q#0", "·q#0·"},
		{"DCS unterminated", "x\x1bP1$r", "xP1$r", "x·P1$r"},
		{"DCS tmux passthrough", "\x1bPtmux;\x1b\x1b]0;t\x07\x1b\\", "Ptmux;]0;t\\", "·Ptmux;··]0;t··\\"},
		{"APC", "\x1b_Gi=1\x1b\\", "_Gi=1\\", "·_Gi=1·\\"},
		{"APC 8-bit", "\u009fGi=1\u009c", "Gi=1", "·Gi=1·"},
		{"APC unterminated", "\x1b_G", "_G", "·_G"},
		{"PM", "\x1b^x\x1b\\", "^x\\", "·^x·\\"},
		{"PM 8-bit", "\u009ex\u009c", "x", "·x·"},
		{"SOS", "\x1bXx\x1b\\", "Xx\\", "·Xx·\\"},
		{"SOS 8-bit", "\u0098x\u009c", "x", "·x·"},
	}
}

// Control sequences: move, erase, report, change modes.
func controlSequences() []Payload {
	return []Payload{
		{"CSI colour", "\x1b[31mred\x1b[0m", "[31mred[0m", "·[31mred·[0m"},
		{"CSI erase", "\x1b[2J\x1b[H", "[2J[H", "·[2J·[H"},
		{"CSI move", "\x1b[999;999H", "[999;999H", "·[999;999H"},
		{"CSI conceal", "\x1b[8mhidden", "[8mhidden", "·[8mhidden"},
		{"CSI alternate screen", "\x1b[?1049h", "[?1049h", "·[?1049h"},
		{"CSI mouse on", "\x1b[?1003h", "[?1003h", "·[?1003h"},
		{"CSI cursor report", "\x1b[6n", "[6n", "·[6n"},
		{"CSI title report", "\x1b[21t", "[21t", "·[21t"},
		{"CSI scroll region", "\x1b[5;5r", "[5;5r", "·[5;5r"},
		{"CSI 8-bit", "\u009b31m", "31m", "·31m"},
		{"CSI 8-bit raw byte", "\x9b31m", "31m", "·31m"},
		{"CSI unterminated", "a\x1b[", "a[", "a·["},
		{"CSI with colons", "\x1b[38:2::1:2:3m", "[38:2::1:2:3m", "·[38:2::1:2:3m"},
		{"CSI with a control inside", "\x1b[3\n1m", "[3 1m", "·[3·1m"},
	}
}

// Single escapes.
func escapes() []Payload {
	return []Payload{
		{"reset", "\x1bc", "c", "·c"},
		{"line drawing set", "\x1b(0", "(0", "·(0"},
		{"index", "\x1bD", "D", "·D"},
		{"reverse index 8-bit", "a\u008db", "ab", "a·b"},
		{"next line 8-bit", "a\u0085b", "ab", "a·b"},
		{"escape at the end", "a\x1b", "a", "a·"},
		{"double escape", "\x1b\x1b[A", "[A", "··[A"},
	}
}

// Other controls.
func otherControls() []Payload {
	return []Payload{
		{"bell", "a\ab", "ab", "a·b"},
		{"backspace over", "safe\b\b\b\bevil", "safeevil", "safe····evil"},
		{"carriage return over", "safe\revil", "safe evil", "safe·evil"},
		{"line feed", "a\nb", "a b", "a·b"},
		{"CR LF", "a\r\nb", "a b", "a··b"},
		{"tab", "a\tb", "a b", "a·b"},
		{"vertical tab and form feed", "a\v\fb", "ab", "a··b"},
		{"NUL", "a\x00b", "ab", "a·b"},
		{"DEL", "a\x7fb", "ab", "a·b"},
		{"shift out", "a\x0eb\x0f", "ab", "a·b·"},
		{"XON and XOFF", "\x11a\x13", "a", "·a·"},
		{"DLE to US", "\x10\x1f", "", "··"},
	}
}

// What is not there to see.
func unseen() []Payload {
	return []Payload{
		{"right-to-left override", "a\u202egpj.exe", "agpj.exe", "a·gpj.exe"},
		{"left-to-right embedding", "\u202aa\u202c", "a", "·a·"},
		{"isolates", "\u2066a\u2067b\u2068c\u2069", "abc", "·a·b·c·"},
		{"direction marks", "\u200ea\u200f\u061c", "a", "·a··"},
		{"zero width space", "Ji\u200bm", "Jim", "Ji·m"},
		{"zero width non-joiner", "Ji\u200cm", "Jim", "Ji·m"},
		{"joiner between letters", "Ji\u200dm", "Jim", "Ji·m"},
		{"joiner at an edge", "\u200da\u200d", "a", "·a·"},
		{"joiner after an emoji", "👨\u200dx", "👨x", "👨·x"},
		{"word joiner", "a\u2060b", "ab", "a·b"},
		{"invisible operators", "a\u2061\u2062\u2063\u2064b", "ab", "a····b"},
		{"byte order mark", "\ufeffa", "a", "·a"},
		{"soft hyphen", "Ji\u00adm", "Jim", "Ji·m"},
		{"grapheme joiner", "a\u034fb", "ab", "a·b"},
		{"Hangul fillers", "a\u115f\u1160\u3164\uffa0b", "ab", "a····b"},
		{"Khmer invisible vowels", "a\u17b4\u17b5b", "ab", "a··b"},
		{"Mongolian separator", "a\u180eb", "ab", "a·b"},
		{"tags", "a\U000e0041\U000e007f", "a", "a··"},
		{"selector on a letter", "a\ufe0fb", "ab", "a·b"},
		{"text selector", "❤\ufe0e", "❤", "❤·"},
		{"supplementary selectors", "a\U000e0100\U000e01ef", "a", "a··"},
		{"braille blank", "a\u2800b", "ab", "a·b"},
		{"interlinear annotation", "a\ufff9b\ufffac\ufffb", "abc", "a·b·c·"},
		{"shorthand controls", "a\U0001bca0b", "ab", "a·b"},
		{"musical controls", "a\U0001d173b", "ab", "a·b"},
	}
}

// What is not text.
func notText() []Payload {
	return []Payload{
		{"private use", "a\ue000\U000f0000\U00100000b", "ab", "a···b"},
		{"noncharacters", "a\ufdd0\uffff\U0001fffeb", "ab", "a···b"},
		{"unassigned", "a\u0378b", "ab", "a·b"},
		{"lone surrogate bytes", "a\xed\xa0\x80b", "ab", "a···b"},
		{"overlong slash", "a\xc0\xafb", "ab", "a··b"},
		{"overlong escape", "a\xe0\x80\x9bb", "ab", "a···b"},
		{"truncated", "a\xe2\x82", "a", "a··"},
		{"beyond Unicode", "a\xf4\x90\x80\x80", "a", "a····"},
		{"high bytes", "\xff\xfe", "", "··"},
	}
}

// Other spaces and line ends.
func spaces() []Payload {
	return []Payload{
		{"no-break space", "a\u00a0b", "a b", "a·b"},
		{"ideographic space", "a\u3000b", "a b", "a·b"},
		{"thin and hair space", "a\u2009\u200ab", "a  b", "a··b"},
		{"line and paragraph separator", "a\u2028\u2029b", "a  b", "a··b"},
	}
}

// Marks that reach for a neighbour.
func marks() []Payload {
	return []Payload{
		{"mark on nothing", "\u0301a", "a", "·a"},
		{"vowel that clings, on nothing", "\u0e33a", "a", "·a"},
		{"skin tone on nothing", "🏽a", "a", "·a"},
		{"mark on a refused one", "\x1b\u0301", "", "··"},
		{"a pile of marks", "a\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308", "a\u0301\u0302\u0303\u0304\u0305\u0306", "a\u0301\u0302\u0303\u0304\u0305\u0306··"},
		{"letter that swallows the next", "\u0d4e│", "│", "·│"},
		{"half a flag", "🇩", "🇩", "·"},
	}
}
