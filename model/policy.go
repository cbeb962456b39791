package model

// Policy is everything that decides who is credited and what is paid: the ten
// settings, and the catalog they are applied to. It is comparable: equal
// policies decide alike.
type Policy struct {
	Settings Settings // zero: there is nothing to decide by
	Catalog  Catalog
}
