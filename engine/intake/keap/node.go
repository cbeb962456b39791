package keap

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// maxDepth is how deep a JSON document may be nested. What Keap answers is four
// deep.
const maxDepth = 32

// node is a value of a JSON document that knows where it stands.
type node struct {
	path   string // "affiliates[3].code"
	kind   kind
	text   string // of a text, a number as it was written, "true" or "false"
	fields []member
	items  []*node
}

type member struct {
	name  string // as it was written
	value *node
}

type kind uint8

const (
	null kind = iota
	text
	number
	boolean
	object
	list
)

var errDeep = errors.New("it is nested too deep")

// parse reads one document. A field that is there twice is refused: one of the two
// values would be lost.
func parse(data []byte) (*node, error) {
	d := json.NewDecoder(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	d.UseNumber()
	n, err := value(d, "", 0)
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, errors.New("it ends before it is complete")
	}
	if err != nil {
		return nil, err
	}
	if _, err := d.Token(); err != io.EOF {
		return nil, errors.New("something follows the document")
	}
	return n, nil
}

func value(d *json.Decoder, path string, depth int) (*node, error) {
	token, err := d.Token()
	if err != nil {
		return nil, err
	}
	if depth == maxDepth {
		return nil, errDeep
	}
	n := &node{path: path}
	switch t := token.(type) {
	case json.Delim:
		if t == '{' {
			n.kind = object
			return n, n.members(d, depth)
		}
		n.kind = list
		return n, n.elements(d, depth)
	case string:
		n.kind, n.text = text, t
	case json.Number:
		n.kind, n.text = number, t.String()
	case bool:
		n.kind, n.text = boolean, fmt.Sprint(t)
	}
	return n, nil
}

func (n *node) members(d *json.Decoder, depth int) error {
	seen := map[string]bool{}
	for d.More() {
		token, err := d.Token()
		if err != nil {
			return err
		}
		name := token.(string) // the decoder allows nothing else here
		path := strings.TrimPrefix(n.path+"."+name, ".")
		if plain(name) == "password" {
			var unread json.RawMessage
			if err := d.Decode(&unread); err != nil {
				return err
			}
			continue
		}
		if seen[plain(name)] {
			return fmt.Errorf("%s is there twice", path)
		}
		seen[plain(name)] = true
		v, err := value(d, path, depth+1)
		if err != nil {
			return err
		}
		n.fields = append(n.fields, member{name, v})
	}
	_, err := d.Token()
	return err
}

func (n *node) elements(d *json.Decoder, depth int) error {
	for d.More() {
		v, err := value(d, fmt.Sprintf("%s[%d]", n.path, len(n.items)), depth+1)
		if err != nil {
			return err
		}
		n.items = append(n.items, v)
	}
	_, err := d.Token()
	return err
}

// plain is a field's name as it is compared.
func plain(name string) string { return strings.ToLower(strings.ReplaceAll(name, "_", "")) }

// get is the value of the first of some names that is there, nil if none is.
func (n *node) get(names ...string) *node {
	if n == nil {
		return nil
	}
	for _, name := range names {
		for _, f := range n.fields {
			if plain(f.name) == plain(name) {
				return f.value
			}
		}
	}
	return nil
}

func (n *node) has(names ...string) bool { return n.get(names...) != nil }

// isBlank reports whether a field is missing, null or an empty text.
func (n *node) isBlank() bool {
	return n == nil || n.kind == null || n.kind == text && strings.TrimSpace(n.text) == ""
}
