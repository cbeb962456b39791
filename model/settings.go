package model

// Settings is the ten settings, complete and right: only [Draft.Parse] makes
// one. It is comparable. The zero Settings is nobody's choice: all but IsZero
// panics on it, so that it never decides anything.
type Settings struct{ d Draft }

// Defaults is the settings of a program nobody has touched (table S).
func Defaults() Settings {
	s, problems := DefaultDraft().Parse()
	if problems != nil {
		panic("model: the defaults do not parse: " + problems.Error())
	}
	return s
}

// made is the settings as [Draft.Parse] made them.
func (s *Settings) made() *Draft {
	if s.d.Levels == 0 {
		panic("model: a zero Settings; use Draft.Parse or Defaults")
	}
	return &s.d
}

// Draft is the settings as something that can be edited.
func (s Settings) Draft() Draft { return *s.made() }

// IsZero reports whether nobody made these settings.
func (s Settings) IsZero() bool { return s == Settings{} }

func (s Settings) CodePrefix() string      { return s.made().CodePrefix }        // S1
func (s Settings) SkipNotifications() bool { return s.made().SkipNotifications } // S2
func (s Settings) Credit() Credit          { return s.made().Credit }            // S3
func (s Settings) Tracking() Tracking      { return s.made().Tracking }          // S4
func (s Settings) UseIP() bool             { return s.made().UseIP }             // S5
func (s Settings) LinkURL() string         { return s.made().LinkURL }           // S6, without a trailing slash
func (s Settings) Levels() int             { return s.made().Levels }            // S7, 1 to 3
func (s Settings) PayIfUnused() bool       { return s.made().PayIfUnused }       // S10

// PaysFor reports whether a role is ticked (S8).
func (s Settings) PaysFor(r Role) bool {
	d := s.made()
	return r == Lead && d.PayLead || r == Sale && d.PaySale
}

// PaysAs reports whether a kind is ticked (S9).
func (s Settings) PaysAs(k Kind) bool {
	d := s.made()
	return k == Amount && d.PayAmount || k == Percent && d.PayPercent
}

// UnusedCounts reports whether the unused row is looked at: S10 is yes and
// there is a level above the first (C6, N1).
func (s Settings) UnusedCounts() bool { return s.made().PayIfUnused && s.d.Levels > 1 }
