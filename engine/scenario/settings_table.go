package scenario

import "referee/model"

// SettingsTable is settings as they stand under [settings] in a file, for JSON:
// keys in the page's order, lists as lists.
type SettingsTable struct {
	CodePrefix        string   `json:"code_prefix"`        // S1
	SkipNotifications bool     `json:"skip_notifications"` // S2
	Credit            string   `json:"credit"`             // S3
	Tracking          string   `json:"tracking"`           // S4
	UseIP             bool     `json:"use_ip"`             // S5
	LinkURL           string   `json:"link_url"`           // S6
	Levels            int      `json:"levels"`             // S7
	PayFor            []string `json:"pay_for"`            // S8
	PayAs             []string `json:"pay_as"`             // S9
	PayIfUnused       bool     `json:"pay_if_unused"`      // S10
}

// TableOf is the table of settings.
func TableOf(s model.Settings) SettingsTable {
	d := s.Draft()
	return SettingsTable{
		CodePrefix:        d.CodePrefix,
		SkipNotifications: d.SkipNotifications,
		Credit:            d.Credit.String(),
		Tracking:          d.Tracking.String(),
		UseIP:             d.UseIP,
		LinkURL:           d.LinkURL,
		Levels:            d.Levels,
		PayFor:            splitList(d.Text(model.PayFor)),
		PayAs:             splitList(d.Text(model.PayAs)),
		PayIfUnused:       d.PayIfUnused,
	}
}
