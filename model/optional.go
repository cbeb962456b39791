package model

// Optional is a value or a blank. Blank is not zero: an explicit 0 in a rate
// card pays nothing, a blank one is not there (C3). The zero Optional is blank.
type Optional[T any] struct {
	value T
	set   bool
}

// Some is an Optional that holds v.
func Some[T any](v T) Optional[T] { return Optional[T]{v, true} }

// Get is the value, and whether there is one.
func (o Optional[T]) Get() (T, bool) { return o.value, o.set }

// IsSet reports whether there is a value.
func (o Optional[T]) IsSet() bool { return o.set }

// Or is the value, or the given one where it is blank.
func (o Optional[T]) Or(blank T) T {
	if o.set {
		return o.value
	}
	return blank
}
