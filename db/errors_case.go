package db

import "fmt"

// CaseError says that a case cannot be kept as it is. Nothing was written.
type CaseError struct {
	Name string
	Why  string // "is too long"
	What string // to do about it
}

func (e *CaseError) Error() string {
	if e.Name == "" {
		return fmt.Sprintf("the case %s; nothing was kept", e.Why)
	}
	return fmt.Sprintf("the case %q %s; nothing was kept", e.Name, e.Why)
}

// Hint says how it could be kept.
func (e *CaseError) Hint() string { return e.What }

// NoCaseError says that no case of that name is kept. Nothing was written.
type NoCaseError struct{ Name string }

func (e *NoCaseError) Error() string {
	return fmt.Sprintf("no case %q is kept; nothing was changed", e.Name)
}

// Hint says where names come from.
func (e *NoCaseError) Hint() string { return "choose one of the cases that are listed" }

// TakenError says that a case of that name is kept already, also if it cannot be read.
// Nothing was written.
type TakenError struct{ Name string }

func (e *TakenError) Error() string {
	return fmt.Sprintf("a case %q is kept already; it was left as it is", e.Name)
}

// Hint says what else to do.
func (e *TakenError) Hint() string { return "choose another name" }
