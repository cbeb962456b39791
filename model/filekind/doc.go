// Package filekind says what a file is that was given where another one was meant: by
// its first bytes, so that a person sees at once which of their files they named, and
// is not told of quotes and columns in a picture.
//
//	if kind := filekind.Of(data); kind != "" {
//		return fmt.Errorf("the file is %s, not text", kind)
//	}
package filekind
