package scenario

import (
	"errors"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"
)

// node is a value of a TOML file that knows where it stands. go-toml parses the
// file, but its decoder keeps no positions; so the parser's nodes become this
// tree, and everything refused later can still point at its place.
type node struct {
	kind   unstable.Kind // Table, Array or the kind of a scalar
	made   making        // how a table or an array came to be
	at     offset
	text   string           // a string's content, any other scalar as it was written
	fields []field          // of a table, in the order of the file
	index  map[string]*node // of a table
	items  []*node          // of an array
}

// field is a key of a table with its value; at is where the key stands.
type field struct {
	key   string
	at    offset
	value *node
}

// get is the value of a key, nil if the table has none.
func (n *node) get(key string) *node {
	if n == nil {
		return nil
	}
	return n.index[key]
}

func (n *node) put(key string, at offset, value *node) {
	if n.index == nil {
		n.index = map[string]*node{}
	}
	n.index[key] = value
	n.fields = append(n.fields, field{key, at, value})
}

// parseTree reads TOML into a tree. It answers nil when the text is not TOML,
// after refusing the first place that is not.
func (r *reader) parseTree(data []byte) *node {
	data = data[:len(data):len(data)]
	b := builder{reader: r, root: newTable(0, byHeader)}
	b.table = b.root
	b.parser.Reset(data)
	for b.parser.NextExpression() {
		b.expression(b.parser.Expression())
	}
	var syntax *unstable.ParserError
	if err := b.parser.Error(); errors.As(err, &syntax) {
		at := offset(b.parser.Range(syntax.Highlight).Offset)
		message := strings.NewReplacer("character U+000A", "end of line", "U+000A", "the end of the line").Replace(syntax.Message)
		r.refuse(at, "check the quotes, brackets and = signs here", "this is not TOML: %s", message)
		return nil
	}
	return b.root
}
