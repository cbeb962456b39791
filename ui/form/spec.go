package form

import "referee/model"

// spec is what the form knows of a setting beside its value.
type spec struct {
	page    string   // what the page of the source document calls it
	help    string   // two lines or so, in our own words
	options []option // of a choice or of tick boxes; none for a text
	ticks   bool     // the options are tick boxes
	group   string   // the title above it, if it opens a group
}

// option is one value of a choice, or one tick box.
type option struct {
	value string // in the setting's text form
	label string
}

var yesNo = []option{{"true", "yes"}, {"false", "no"}}

// specs is the page, in its order. It is only read.
var specs = [...]spec{
	model.CodePrefix: {
		group: "Tracking",
		page:  "Referral partner code prefix",
		help:  "Goes in front of each partner's code in the links you hand out. The code itself stays as it is. Optional.",
	},
	model.SkipNotifications: {
		page:    "Skip notifications on orders and web forms?",
		help:    "Yes: no partner is mailed when a contact of theirs buys or fills in a form. No effect on money.",
		options: yesNo,
	},
	model.HowToChoose: {
		page:    "How to choose a referral partner",
		help:    "When links of several partners were clicked, the latest or the first of them gets the credit.",
		options: []option{{"latest", "latest"}, {"first", "first"}},
	},
	model.TrackingMethod: {
		page:    "Referral partner tracking method",
		help:    "Only cookies: the buyer's browser decides. History: without a cookie, the contact's past referrals do.",
		options: []option{{"only-cookies", "only cookies"}, {"history-and-cookies", "history"}},
	},
	model.UseIPAddress: {
		page:    "Use IP address",
		help:    "A last resort: credits whoever referred somebody from the order's address, shared or not.",
		options: yesNo,
	},
	model.CustomLinkURL: {
		page: "Custom referral partner link URL",
		help: "Links start with this address instead of the standard one, like https://www.example.com/go. Optional.",
	},
	model.NumberOfLevels: {
		group:   "Payout",
		page:    "Referral partner number of levels",
		help:    "1 pays the credited partner, 2 also the partner who recruited them, 3 also the one above.",
		options: []option{{"1", "1"}, {"2", "2"}, {"3", "3"}},
	},
	model.PayFor: {
		page:    "Payout type (lead/sale)",
		help:    "Sale pays who is credited with the order, lead who brought the contact. Always once a sale is made.",
		options: []option{{"lead", "lead"}, {"sale", "sale"}}, ticks: true,
	},
	model.PayAs: {
		page:    "Payout type (amount/percent)",
		help:    "A flat amount for each unit, a percentage of the sale, or the sum of both.",
		options: []option{{"amount", "amount"}, {"percent", "percent"}}, ticks: true,
	},
	model.PayIfUnused: {
		page:    "Use 'Pay if unused'?",
		help:    "Yes: a partner with nobody above to share with is paid the program's unused rates instead of level 1.",
		options: yesNo,
	},
}

// Page is what the page of the source document calls a setting.
func Page(s model.Setting) string { return specs[s].page }

// Help explains a setting in a sentence or two.
func Help(s model.Setting) string { return specs[s].help }
