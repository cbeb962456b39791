package scenario

import "time"

// The JSON of `simulate --json`. Keys and their order are a contract; keys that
// are not in it (why a row, candidates, how many of them are left out, notes,
// forms) were added behind.
type (
	report struct {
		Title    string            `json:"title"`
		Settings SettingsTable     `json:"settings"`
		Notices  []note            `json:"notices"`
		Sales    []saleReport      `json:"sales"`
		Totals   map[string]string `json:"totals"`
		Forms    []formReport      `json:"forms"`
	}
	note struct {
		Rule string `json:"rule"`
		Text string `json:"text"`
	}
	saleReport struct {
		Sale             string            `json:"sale"`
		At               time.Time         `json:"at"`
		SalePartner      string            `json:"sale_partner"`
		LeadPartner      string            `json:"lead_partner"`
		By               string            `json:"by"`
		ReadingSensitive bool              `json:"reading_sensitive"`
		Rows             []rowReport       `json:"rows"`
		Payouts          map[string]string `json:"payouts"`
		Released         map[string]string `json:"released"`
		Clawback         map[string]string `json:"clawback"`
		Notified         []string          `json:"notified"`
		Why              []reasonReport    `json:"why"`
		LeadWhy          []reasonReport    `json:"lead_why"`
		Notes            []note            `json:"notes"`
		Flips            []flipReport      `json:"flips"`
	}
	rowReport struct {
		Partner    string `json:"partner"`
		Role       string `json:"role"`
		Level      int    `json:"level"`
		Program    string `json:"program"`
		Item       string `json:"item"`
		Base       string `json:"base"`
		Calculated string `json:"calculated"`
		Released   string `json:"released"`
		Rule       string `json:"rule"`
		Text       string `json:"text"`
	}
	reasonReport struct {
		Rung       string            `json:"rung"`
		Finding    string            `json:"finding"`
		Partner    string            `json:"partner"`
		Text       string            `json:"text"`
		Candidates []candidateReport `json:"candidates"`
		LeftOut    int               `json:"left_out,omitempty"` // referrals that are not among the candidates
	}
	candidateReport struct {
		Partner string `json:"partner"`
		Status  string `json:"status"`
		Chosen  bool   `json:"chosen"`
		Text    string `json:"text"`
	}
	flipReport struct {
		Setting string `json:"setting"`
		To      string `json:"to"`
		Partner string `json:"partner"`
		Paid    string `json:"paid"`
	}
	formReport struct {
		Form        string    `json:"form"`
		At          time.Time `json:"at"`
		LeadPartner string    `json:"lead_partner"`
		Notified    []string  `json:"notified"`
	}
)
