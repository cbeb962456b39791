package scenario

import "github.com/pelletier/go-toml/v2/unstable"

// making is how a table or an array of tables came to be, which decides what
// may still be added to it.
type making uint8

const (
	byValue  making = iota + 1 // { … } or [ … ]: complete, nothing may be added
	byHeader                   // [a], or one of [[a]]
	byPath                     // a in [a.b]: [a] may still follow
	byDots                     // a in a.b = 1: only more dotted keys may follow
	byDouble                   // the array of [[a]]
)

func newTable(at offset, made making) *node {
	return &node{kind: unstable.Table, made: made, at: at}
}

// builder turns the parser's expressions into a tree and refuses what is
// defined twice. go-toml's own check walks a list for each key; maps keep a
// hostile file from taking minutes.
type builder struct {
	*reader
	parser unstable.Parser
	root   *node
	table  *node // what the next keys belong to
}

// part is one name of a dotted key.
type part struct {
	name string
	at   offset
}

func (b *builder) expression(n *unstable.Node) {
	switch n.Kind {
	case unstable.KeyValue:
		b.keyValue(b.table, n)
	case unstable.Table, unstable.ArrayTable:
		b.header(b.parts(n.Key()), n.Kind == unstable.ArrayTable)
	}
}

func (b *builder) parts(keys unstable.Iterator) []part {
	var parts []part
	for keys.Next() {
		key := keys.Node()
		parts = append(parts, part{string(key.Data), offset(key.Raw.Offset)})
	}
	return parts
}

// header opens [a.b] or [[a.b]]. After a refused one its keys go into a table
// that hangs nowhere, so that they are still looked at for duplicates.
func (b *builder) header(parts []part, array bool) {
	last := parts[len(parts)-1]
	b.table = newTable(last.at, byHeader)
	parent := b.root
	for _, p := range parts[:len(parts)-1] {
		if parent = b.descend(parent, p); parent == nil {
			return
		}
	}
	known := parent.get(last.name)
	switch {
	case known == nil && array:
		list := &node{kind: unstable.Array, made: byDouble, at: last.at, items: []*node{b.table}}
		parent.put(last.name, last.at, list)
	case known == nil:
		parent.put(last.name, last.at, b.table)
	case array && known.made == byDouble:
		known.items = append(known.items, b.table)
	case !array && known.kind == unstable.Table && known.made == byPath:
		known.made, known.at = byHeader, last.at
		b.table = known
	default:
		b.twice(last, known)
	}
}

// descend steps into a table on the way of a header, making it if need be.
func (b *builder) descend(parent *node, p part) *node {
	child := parent.get(p.name)
	switch {
	case child == nil:
		child = newTable(p.at, byPath)
		parent.put(p.name, p.at, child)
	case child.made == byDouble:
		child = child.items[len(child.items)-1]
	case child.kind != unstable.Table || child.made == byValue:
		b.twice(p, child)
		return nil
	}
	return child
}

func (b *builder) keyValue(table *node, n *unstable.Node) {
	parts := b.parts(n.Key())
	last := parts[len(parts)-1]
	for _, p := range parts[:len(parts)-1] {
		child := table.get(p.name)
		if child == nil {
			child = newTable(p.at, byDots)
			table.put(p.name, p.at, child)
		} else if child.made != byDots {
			b.twice(p, child)
			return
		}
		table = child
	}
	value := b.value(n.Value(), last.at)
	if known := table.get(last.name); known != nil {
		b.twice(last, known)
		return
	}
	table.put(last.name, last.at, value)
}

// value copies a value out of the parser, whose memory the next expression
// uses again. A value whose place the parser does not tell (an array) stands
// where its key does.
func (b *builder) value(n *unstable.Node, at offset) *node {
	if n.Raw.Length > 0 {
		at = offset(n.Raw.Offset)
	}
	v := &node{kind: n.Kind, made: byValue, at: at, text: string(n.Data)}
	items := n.Children()
	switch n.Kind {
	case unstable.Array:
		for items.Next() {
			v.items = append(v.items, b.value(items.Node(), at))
		}
	case unstable.InlineTable:
		v.kind = unstable.Table
		for items.Next() {
			b.keyValue(v, items.Node())
		}
		v.close()
	}
	return v
}

// close makes the dotted tables inside an inline table complete as well.
func (n *node) close() {
	for _, f := range n.fields {
		if f.value.made == byDots {
			f.value.made = byValue
			f.value.close()
		}
	}
}

func (b *builder) twice(p part, first *node) {
	b.refuse(p.at, "keep one of them", "%q is already defined in line %d", p.name, b.source.line(first.at))
}
