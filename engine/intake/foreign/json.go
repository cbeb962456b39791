package foreign

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
)

// maxDocument bounds a JSON file: it is read as a whole.
const maxDocument = 64 << 20

// rows is a file that is read row by row: a table, or what an API answered.
type rows struct {
	table *table
	list  []row // of a document
	names map[string]int
}

// openRows finds out which of the two a file is. It returns an [*Error].
func openRows(s Source) (*rows, error) {
	in := bufio.NewReader(s.Data)
	start, _ := in.Peek(512)
	text := strings.TrimLeftFunc(strings.TrimPrefix(string(start), "\xef\xbb\xbf"), unicode.IsSpace)
	s.Data = in
	if !strings.HasPrefix(text, "{") && !strings.HasPrefix(text, "[") {
		t, err := openTable(s)
		if err != nil {
			return nil, err
		}
		return &rows{table: t, names: t.header}, nil
	}
	return readDocument(s)
}

func (r *rows) columns() map[string]int { return r.names }

func (r *rows) next() (row, bool, error) {
	if r.table != nil {
		return r.table.next()
	}
	if len(r.list) == 0 {
		return row{}, true, io.EOF
	}
	first := r.list[0]
	r.list = r.list[1:]
	return first, false, nil
}

// readDocument reads a list of objects, or an object that holds one under any name.
// A row's line is its place in the list.
func readDocument(s Source) (*rows, error) {
	data, err := io.ReadAll(io.LimitReader(s.Data, maxDocument+1))
	if err == nil && len(data) > maxDocument {
		return nil, &Error{s.Name, 0, fmt.Sprintf("the file has more than %d bytes", maxDocument), "give the pages of the list one by one"}
	}
	var document any
	decoder := json.NewDecoder(strings.NewReader(strings.TrimPrefix(string(data), "\xef\xbb\xbf")))
	decoder.UseNumber()
	if err == nil {
		err = decoder.Decode(&document)
	}
	if err == nil && decoder.More() {
		err = fmt.Errorf("something stands behind its end")
	}
	if err != nil {
		return nil, &Error{s.Name, 0, "it is no JSON document: " + err.Error(), "save the answer of the API as it is"}
	}
	r := &rows{names: map[string]int{}}
	for i, object := range objects(document) {
		r.list = append(r.list, flat(i+1, object))
		for name := range r.list[i].names {
			r.names[name] = 0 // that it is there is all that is asked of the whole
		}
	}
	if len(r.list) == 0 {
		return nil, &Error{s.Name, 0, "the document holds no list of objects", "save the answer of the API as it is"}
	}
	return r, nil
}

// objects are the elements of the list in a document.
func objects(document any) (all []map[string]any) {
	list, isList := document.([]any)
	if object, is := document.(map[string]any); is {
		for _, name := range sortedKeys(object) {
			if inner, is := object[name].([]any); is && !isList {
				list, isList = inner, true
			}
		}
	}
	for _, element := range list {
		object, _ := element.(map[string]any)
		all = append(all, object)
	}
	return all
}

// flat is an object as a row: {"contact": {"id": 7}} has a column contact_id.
func flat(line int, object map[string]any) row {
	r := row{line: line, names: map[string]int{}}
	put := func(name string, value any) {
		switch value.(type) {
		case nil, map[string]any, []any:
			return
		}
		r.names[strings.ToLower(name)] = len(r.values)
		r.values = append(r.values, fmt.Sprint(value))
	}
	for _, name := range sortedKeys(object) {
		switch value := object[name].(type) {
		case map[string]any:
			for _, inner := range sortedKeys(value) {
				put(name+"_"+inner, value[inner])
			}
		case []any:
			for i, element := range value {
				if item, is := element.(map[string]any); is && strings.EqualFold(name, "order_items") {
					r.items = append(r.items, flat(i+1, item))
				}
			}
		default:
			put(name, value)
		}
	}
	return r
}

func sortedKeys(object map[string]any) []string {
	keys := make([]string, 0, len(object))
	for key := range object {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}
