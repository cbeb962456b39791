package engine_test

import (
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"referee/engine"
	"referee/model"
)

// TestRoomIsUsedAgain: decisions and rows are made where others were. Whatever stood there,
// down to the last field, nothing of it stays.
func TestRoomIsUsedAgain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := play(t, drawWorld(t), drawSettings(t))
		for i := range p.book.Cases() {
			c := &p.book.Cases()[i]
			clean := p.plan.Decide(&c.Evidence)
			var used engine.Decision
			fill(reflect.ValueOf(&used).Elem())
			p.plan.DecideInto(&used, &c.Evidence)
			if diff := cmp.Diff(clean, used); diff != "" {
				t.Fatalf("a decision (-new +used again):\n%s", diff)
			}
			room := make([]engine.Row, 64)
			for row := range room {
				fill(reflect.ValueOf(&room[row]).Elem())
			}
			for reading := engine.OurReading; reading <= engine.UnusedIsThePool; reading++ {
				want := p.plan.AppendRows(nil, c, &clean, reading)
				got := p.plan.AppendRows(room[:0], c, &used, reading)
				if diff := cmp.Diff(want, got); diff != "" && len(want)+len(got) > 0 {
					t.Fatalf("rows (-new +used again):\n%s", diff)
				}
			}
		}
	})
}

// fill gives every field a value that nothing in a test has.
func fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i))
		}
	case reflect.Array:
		for i := range v.Len() {
			fill(v.Index(i))
		}
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Uint8:
		v.SetUint(0x7b)
	case reflect.Int32, reflect.Int64:
		v.SetInt(0x7b7b7b)
	default:
		panic("a field of a kind that is not filled: " + v.Type().String())
	}
}

// A window that is wider than time itself closes never, and none closes before it opens.
func TestWindowsAtTheEndsOfTime(t *testing.T) {
	const never = 1<<63 - 1
	day := int64(86_400_000_000_000)
	for _, test := range []struct {
		days     model.Optional[int]
		at, want int64
	}{
		{model.Optional[int]{}, 0, never},
		{model.Optional[int]{}, -never, never},
		{model.Some(0), 5, 5},
		{model.Some(1), -day, 0},
		{model.Some(2), never - 2*day, never},
		{model.Some(2), never - 2*day + 1, never},
		{model.Some(2), never, never},
	} {
		if got := engine.WindowOf(test.days).Closes(test.at); got != test.want {
			t.Errorf("%v days from %d: %d, want %d", test.days, test.at, got, test.want)
		}
	}
}
