package form

import "referee/model"

// Field is a setting's field, for tests of the field alone.
func (f *Form) Field(s model.Setting) *Field {
	for _, field := range f.fields {
		if field.setting == s {
			return field
		}
	}
	return nil
}
