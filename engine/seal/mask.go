package seal

import (
	"fmt"
	"net/netip"
	"slices"

	"referee/model"
)

// Shuffle puts n things in a random order, as math/rand/v2 does.
type Shuffle func(n int, swap func(i, j int))

// mask is what everything is called instead.
type mask struct {
	shuffle  Shuffle
	people   map[string]string // partners and contacts: one person can be both
	programs map[string]string
	browsers map[string]string
	products map[string]string
	links    map[string]string
	orders   map[string]string
	ips      map[netip.Addr]netip.Addr
}

// newMask deals masks to all that a cast names.
func newMask(c *cast, shuffle Shuffle) *mask {
	m := &mask{shuffle: shuffle, people: map[string]string{}}
	m.deal(m.people, "partner", c.partners)
	m.deal(m.people, "contact", slices.DeleteFunc(slices.Clone(c.contacts), func(code string) bool { return m.people[code] != "" }))
	m.browsers, m.products = m.dealt("browser", c.browsers), m.dealt("product", c.products)
	m.links, m.orders = m.dealt("link", c.links), m.dealt("order", c.orders)
	m.programs = inOrder(c.programs)
	m.addresses(c.ips)
	return m
}

func (m *mask) dealt(word string, names []string) map[string]string {
	to := map[string]string{}
	m.deal(to, word, names)
	return to
}

func (m *mask) deal(to map[string]string, word string, names []string) {
	for i, n := range m.numbers(len(names)) {
		to[names[i]] = fmt.Sprintf("%s-%d", word, n)
	}
}

// numbers is 1 to n in a random order.
func (m *mask) numbers(n int) []int {
	numbers := make([]int, n)
	for i := range numbers {
		numbers[i] = i + 1
	}
	m.shuffle(n, func(i, j int) { numbers[i], numbers[j] = numbers[j], numbers[i] })
	return numbers
}

// inOrder masks names so that they sort as before.
func inOrder(names []string) map[string]string {
	to, width := map[string]string{}, len(fmt.Sprint(len(names)))
	for i, name := range slices.Sorted(slices.Values(names)) {
		to[name] = fmt.Sprintf("program-%0*d", width, i+1)
	}
	return to
}

// The ranges of RFC 5737, as many as there are, and that of RFC 3849.
var documentation = [...][3]byte{{192, 0, 2}, {198, 51, 100}, {203, 0, 113}}

const hosts = 254 // of each of the ranges

func (m *mask) addresses(ips []netip.Addr) {
	m.ips = map[netip.Addr]netip.Addr{{}: {}}
	for i, n := range m.numbers(len(ips)) {
		m.ips[ips[i]] = documented(ips[i].Is4(), n-1)
	}
}

func documented(short bool, n int) netip.Addr {
	if short && n < len(documentation)*hosts {
		r := documentation[n/hosts]
		return netip.AddrFrom4([4]byte{r[0], r[1], r[2], byte(1 + n%hosts)})
	}
	n++
	return netip.AddrFrom16([16]byte{0: 0x20, 1: 0x01, 2: 0x0d, 3: 0xb8, 13: byte(n >> 16), 14: byte(n >> 8), 15: byte(n)})
}

// optional masks a partner that may be set by hand; nobody stays nobody.
func (m *mask) optional(code model.Optional[string]) model.Optional[string] {
	if who, set := code.Get(); set {
		return model.Some(m.people[who])
	}
	return code
}

// shuffled is a list in a random order.
func shuffled[T any](list []T, shuffle Shuffle) []T {
	shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	return list
}
