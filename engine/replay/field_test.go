package replay

import (
	"fmt"
	"net/netip"
	"testing"
	"time"

	"referee/model"
)

// FuzzFields holds the quick ways of reading a time and an address to the standard
// library's, and that of reading an amount to the model's.
func FuzzFields(f *testing.F) {
	for _, text := range []string{
		"2026-01-05T10:00:00Z", "2024-02-29T23:59:59Z", "2025-02-29T00:00:00Z", "1899-12-31T23:59:59Z", "2200-12-31T23:59:59Z", "2026-13-01T00:00:00Z",
		"2026-01-05T10:00:00.5+02:00", "203.0.113.9", "203.0.113.09", "256.0.0.1", "1.2.3", "1.2.3.4.5", "::1", "::ffff:1.2.3.4", "::1.2.3.4", "1::1.2.3.4", "12::", "123:4::5.6.7.8", "1.2:3.4", "fe80::1%eth0", "0.0.0.0",
		"1234.50", "0.00", "007.10", ".50", "1.5", "1,234.50", "-1.00", "999999999.99", "9999999999.99",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		want, err := time.Parse(time.RFC3339Nano, text)
		ok := err == nil && want.UTC().Year() >= model.FirstYear && want.UTC().Year() <= model.LastYear
		if got, bad := parseTime([]byte(text)); (bad == fault{}) != ok || ok && got != want.UnixNano() {
			t.Errorf("%q: %d, %v; want %v, %v", text, got, bad, want, err)
		}
		amount, err := model.USD.ParseMoney(text)
		if got, bad := (&saleReader{currency: model.USD}).money([]byte(text)); (bad == fault{}) != (err == nil) || got != amount {
			t.Errorf("%q: %d, %v; want %d, %v", text, got, bad, amount, err)
		}
		ip, err := netip.ParseAddr(text)
		ok = err == nil && ip.Zone() == ""
		if got, known := parseAddress([]byte(text)); known != ok || ok && netip.AddrFrom16(got).Unmap() != ip.Unmap() {
			t.Errorf("%q: %v, %v; want %v, %v", text, got, known, ip, err)
		}
		var room roomForAddress
		if name := string(addressName([]byte(text), &room)); ok && name != nameOf(ip.Unmap()) {
			t.Errorf("%q is called %q, not %q", text, name, nameOf(ip.Unmap()))
		} else if !ok && name != "" && name != text {
			t.Errorf("%q, which is no address, is called %q", text, name)
		}
	})
}

// nameOf is what an address is looked up by.
func nameOf(ip netip.Addr) string {
	if ip.Is4() {
		return ip.String()
	}
	bytes := ip.As16()
	return ":" + string(bytes[:])
}

// TestEveryDay: the calendar agrees with the standard library's on every day there is.
func TestEveryDay(t *testing.T) {
	for day := time.Date(model.FirstYear, 1, 1, 7, 8, 9, 0, time.UTC); day.Year() <= model.LastYear; day = day.AddDate(0, 0, 1) {
		text := fmt.Sprintf("%04d-%02d-%02dT07:08:09Z", day.Year(), day.Month(), day.Day())
		if got, ok := plainTime([]byte(text)); !ok || got != day.Unix() {
			t.Fatalf("%s: %d, %v, want %d", text, got, ok, day.Unix())
		}
	}
}
