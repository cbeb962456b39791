package scenario

import (
	"fmt"
	"slices"
	"strings"

	"referee/model"
)

// eventKind is one thing that can happen: the key that says so, the keys that
// go with it, and how it is read.
type eventKind struct {
	key  string
	with []string
	read func(*catalogReader, section) model.Event
}

func eventKinds() []eventKind {
	return []eventKind{
		{"click", []string{"browser", "contact", "ip", "link"}, (*catalogReader).click},
		{"form", []string{"browser", "partner", "ip"}, (*catalogReader).form},
		{"refer", []string{"contact", "type", "days"}, (*catalogReader).referral},
		{"clear", nil, (*catalogReader).clearing},
		{"sale", []string{"contact", "browser", "ip", "lines", "tax", "shipping", "fee", "finance_charge",
			"discount", "sale_partner", "lead_partner"}, (*catalogReader).order},
		{"payment", []string{"amount", "commissions"}, (*catalogReader).payment},
		{"refund", []string{"amount"}, (*catalogReader).refund},
	}
}

// kindOf is what an event's table is about: it must have exactly one of the
// keys that say so.
func (c *catalogReader) kindOf(n *node, kinds []eventKind) (kind eventKind, ok bool) {
	for _, f := range n.fields {
		i := slices.IndexFunc(kinds, func(k eventKind) bool { return k.key == f.key })
		if i < 0 {
			continue
		}
		if ok {
			c.refuse(f.at, "make two events of it", "one event cannot be both a %s and a %s", kind.key, f.key)
			return kind, false
		}
		kind, ok = kinds[i], true
	}
	if !ok && c.clean(func() { c.section(n, eventKeys(kinds)...) }) {
		c.refuse(n.at, "add click, form, refer, clear, sale, payment or refund", "the event does not say what happened")
	}
	return kind, ok
}

func eventKeys(kinds []eventKind) []string {
	keys := []string{"at"}
	for _, k := range kinds {
		keys = append(keys, k.key)
		keys = append(keys, k.with...)
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// refuseStrangers refuses keys that a kind of event does not have, and tells a
// misspelt one from one that belongs to another kind.
func (c *catalogReader) refuseStrangers(n *node, kind eventKind, kinds []eventKind) {
	own := append([]string{"at", kind.key}, kind.with...)
	for _, f := range n.fields {
		switch {
		case slices.Contains(own, f.key):
		case slices.Contains(eventKeys(kinds), f.key):
			c.refuse(f.at, fmt.Sprintf("a %s takes %s", kind.key, strings.Join(own, ", ")), "a %s has no %s", kind.key, f.key)
		default:
			c.refuse(f.at, c.didYouMean(f.key, own), "unknown key %q", f.key)
		}
	}
}
