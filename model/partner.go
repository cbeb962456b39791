package model

// Partner is a referral partner (affiliate).
type Partner struct {
	Code       string        // unique; what everything else refers to
	Name       string        // for people; may be empty
	Parent     string        // code of the partner that recruited this one, or ""
	TrackDays  Optional[int] // how long its clicks count, in days of 24 h; blank = for ever (A2)
	Inactive   bool          // passed over by attribution, earns 0 (A5, C2)
	NotifyLead bool          // told about web forms (M1)
	NotifySale bool          // told about orders (M1)
	Programs   []string      // names of the programs it is enrolled in
}

// MaxTrackDays bounds track_days and the days of a manual referral: a hundred years.
const MaxTrackDays = 36_500

// DisplayName is the name, or the code of a partner without one.
func (p Partner) DisplayName() string {
	if p.Name == "" {
		return p.Code
	}
	return p.Name
}

// Product is something that is sold.
type Product struct {
	Code  string
	Price Money
}

// Link is a web page partners send people to.
type Link struct {
	Code string
	URL  string // absolute, http or https; may be empty
}
