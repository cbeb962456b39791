package model

// Settings is the ten settings, complete and right: only [Draft.Parse] makes
// one. It is comparable. The zero Settings is nobody's choice; using it panics.
type Settings struct{ d Draft }

// Defaults is the settings of a program nobody has touched (table S).
func Defaults() Settings {
	s, problems := DefaultDraft().Parse()
	if problems != nil {
		panic("model: the defaults do not parse: " + problems.Error())
	}
	return s
}

// Draft is the settings as something that can be edited.
func (s Settings) Draft() Draft {
	if s.d.Levels == 0 {
		panic("model: a zero Settings; use Draft.Parse or Defaults")
	}
	return s.d
}

// IsZero reports whether nobody made these settings.
func (s Settings) IsZero() bool { return s == Settings{} }

func (s Settings) CodePrefix() string      { return s.d.CodePrefix }        // S1
func (s Settings) SkipNotifications() bool { return s.d.SkipNotifications } // S2
func (s Settings) Credit() Credit          { return s.d.Credit }            // S3
func (s Settings) Tracking() Tracking      { return s.d.Tracking }          // S4
func (s Settings) UseIP() bool             { return s.d.UseIP }             // S5
func (s Settings) LinkURL() string         { return s.d.LinkURL }           // S6, without a trailing slash
func (s Settings) Levels() int             { return s.d.Levels }            // S7, 1 to 3
func (s Settings) PayIfUnused() bool       { return s.d.PayIfUnused }       // S10

// PaysFor reports whether a role is ticked (S8).
func (s Settings) PaysFor(r Role) bool {
	return r == Lead && s.d.PayLead || r == Sale && s.d.PaySale
}

// PaysAs reports whether a kind is ticked (S9).
func (s Settings) PaysAs(k Kind) bool {
	return k == Amount && s.d.PayAmount || k == Percent && s.d.PayPercent
}

// UnusedCounts reports whether the unused row is looked at: S10 is yes and
// there is a level above the first (C6, N1).
func (s Settings) UnusedCounts() bool { return s.d.PayIfUnused && s.d.Levels > 1 }
