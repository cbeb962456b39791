package replay

import (
	"bytes"
	"fmt"
	"net/netip"
	"time"
	"unicode"
	"unicode/utf8"

	"referee/model"
)

// parseTime reads a time of RFC 3339 as nanoseconds since 1970 UTC. The way most
// logs write it, whole seconds in UTC, is read at once.
func parseTime(b []byte) (int64, fault) {
	if seconds, ok := plainTime(b); ok {
		return seconds * int64(time.Second), fault{}
	}
	at, err := time.Parse(time.RFC3339Nano, string(b))
	switch {
	case len(b) == 0:
		return 0, fault{"the row has no time", "write it like 2026-01-05T10:00:00Z"}
	case err != nil:
		return 0, fault{fmt.Sprintf("%s is not a time", quoted(b)), "write it like 2026-01-05T10:00:00Z"}
	case at.UTC().Year() < model.FirstYear || at.UTC().Year() > model.LastYear:
		return 0, fault{fmt.Sprintf("the year %d cannot be right", at.UTC().Year()), fmt.Sprintf("use a year from %d to %d", model.FirstYear, model.LastYear)}
	}
	return at.UnixNano(), fault{}
}

// plainTime reads 2026-01-05T10:00:00Z as seconds since 1970; ok is false for
// whatever is not written exactly so, or not right.
func plainTime(b []byte) (seconds int64, ok bool) {
	if len(b) != 20 || b[4] != '-' || b[7] != '-' || b[10] != 'T' || b[13] != ':' || b[16] != ':' || b[19] != 'Z' {
		return 0, false
	}
	var bad byte
	two := func(i int) int64 {
		tens, ones := b[i]-'0', b[i+1]-'0'
		if tens > 9 || ones > 9 {
			bad = 1
		}
		return int64(tens)*10 + int64(ones)
	}
	year, month, day := two(0)*100+two(2), two(5), two(8)
	hour, minute, second := two(11), two(14), two(17)
	if bad != 0 || year < model.FirstYear || year > model.LastYear || month < 1 || month > 12 || day < 1 || day > daysIn(year, month) ||
		hour > 23 || minute > 59 || second > 59 {
		return 0, false
	}
	return daysSince1970(year, month, day)*86_400 + hour*3_600 + minute*60 + second, true
}

func daysIn(year, month int64) int64 {
	if month == 2 {
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 30 + (month+month>>3)&1
}

// daysSince1970 counts the days of the Gregorian calendar, in years that begin in
// March so that a leap day comes last.
func daysSince1970(year, month, day int64) int64 {
	if month <= 2 {
		year--
		month += 12
	}
	return 365*year + year/4 - year/100 + year/400 + (153*(month-3)+2)/5 + day - 1 - 719_468
}

// plainMoney reads an amount that is written as most are, with as many decimals as the
// currency has and nothing else but digits; ok is false for all others.
func plainMoney(b []byte, decimals int) (amount model.Money, ok bool) {
	point := len(b) - decimals - 1
	if point < 1 || point > 9 || b[point] != '.' || decimals == 0 {
		return 0, false
	}
	for i, c := range b {
		if i == point {
			continue
		}
		if c -= '0'; c > 9 {
			return 0, false
		}
		amount = amount*10 + model.Money(c)
	}
	return amount, true
}

// address is an IP address in 16 bytes, an IPv4 address as IPv6 maps it, so that one
// written either way is the same.
type address [16]byte

// roomForAddress is where an IPv6 address gets its name.
type roomForAddress [1 + len(address{})]byte

// addressName is what an address is looked up by: IPv4 as it is written, for which
// there is one way, and IPv6 as a colon, so that it is no other text, and its bytes, which
// may be put into room. What is no address has no name, or one that no address has.
func addressName(b []byte, room *roomForAddress) []byte {
	if !hasColon(b) {
		return b
	}
	a, ok := parseAddress(b)
	if ip := netip.AddrFrom16(a); ip.Is4In6() {
		return ip.Unmap().AppendTo(room[:0])
	} else if !ok {
		return nil
	}
	room[0] = ':'
	copy(room[1:], a[:])
	return room[:]
}

// hasColon reports whether there may be a colon in an address. No address has one behind a
// dot that stands among its first characters, as that of every IPv4 address does.
func hasColon(b []byte) bool {
	for _, c := range b[:min(4, len(b))] {
		switch c {
		case '.':
			return false
		case ':':
			return true
		}
	}
	return bytes.IndexByte(b, ':') >= 0
}

// isAddress reports whether a cell may be an address: it is one, or empty.
func isAddress(b []byte) bool {
	_, ok := parseAddress(b)
	return ok || len(b) == 0
}

// parseAddress reads an address; ok is false for what is none, and for the empty one.
func parseAddress(b []byte) (a address, ok bool) {
	if a, ok := plainIPv4(b); ok {
		return a, true
	}
	ip, err := netip.ParseAddr(string(b))
	if err != nil || ip.Zone() != "" {
		return address{}, false
	}
	return ip.As16(), true
}

// plainIPv4 reads four numbers and three dots.
func plainIPv4(b []byte) (a address, ok bool) {
	a[10], a[11] = 0xff, 0xff
	part, digits, n := 12, 0, 0
	for _, c := range b {
		switch {
		case c == '.' && digits > 0 && part < 15:
			a[part] = byte(n)
			part, digits, n = part+1, 0, 0
		case c-'0' <= 9 && (digits == 0 || n > 0): // no zero in front
			digits, n = digits+1, n*10+int(c-'0')
			if n > 255 {
				return address{}, false
			}
		default:
			return address{}, false
		}
	}
	a[part&15] = byte(n)
	return a, digits > 0 && part == 15
}

// checkText is what is wrong with a contact, cookie, product or id. In a plain row
// nothing is, unless it is too long.
func checkText(what string, b []byte, plain bool) fault {
	if len(b) > model.MaxText || !plain && !isPlain(b) {
		return checkRunes(what, b)
	}
	return fault{}
}

func isPlain(b []byte) bool {
	for _, c := range b {
		if c < ' ' || c >= 0x7f {
			return false
		}
	}
	return true
}

func checkRunes(what string, b []byte) fault {
	if !utf8.Valid(b) {
		return faultText
	}
	n := 0
	for _, r := range string(b) {
		if n++; unicode.IsControl(r) {
			return fault{fmt.Sprintf("the %s %s holds control characters", what, quoted(b)), "remove them"}
		}
	}
	if n > model.MaxText {
		return fault{fmt.Sprintf("the %s has more than %d characters", what, model.MaxText), "shorten it"}
	}
	return fault{}
}

// quoted is a value as a message shows it: in quotes, cut short.
func quoted(b []byte) string {
	const most = 60
	if utf8.RuneCount(b) <= most {
		return fmt.Sprintf("%q", b)
	}
	return fmt.Sprintf("%q …", string([]rune(string(b))[:most]))
}
