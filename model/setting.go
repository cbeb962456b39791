package model

import "fmt"

// Setting names one of the ten settings of the page, S1 to S10, in its order.
type Setting uint8

const (
	CodePrefix        Setting = iota + 1 // S1
	SkipNotifications                    // S2
	HowToChoose                          // S3
	TrackingMethod                       // S4
	UseIPAddress                         // S5
	CustomLinkURL                        // S6
	NumberOfLevels                       // S7
	PayFor                               // S8
	PayAs                                // S9
	PayIfUnused                          // S10
)

// AllSettings lists the ten in the page's order.
var AllSettings = [...]Setting{
	CodePrefix, SkipNotifications, HowToChoose, TrackingMethod, UseIPAddress,
	CustomLinkURL, NumberOfLevels, PayFor, PayAs, PayIfUnused,
}

var settingNames = [...]struct{ key, name string }{
	CodePrefix:        {"code_prefix", "Code prefix"},
	SkipNotifications: {"skip_notifications", "Skip notifications"},
	HowToChoose:       {"credit", "How to choose"},
	TrackingMethod:    {"tracking", "Tracking method"},
	UseIPAddress:      {"use_ip", "Use IP address"},
	CustomLinkURL:     {"link_url", "Custom link URL"},
	NumberOfLevels:    {"levels", "Levels"},
	PayFor:            {"pay_for", "Pay for"},
	PayAs:             {"pay_as", "Pay as"},
	PayIfUnused:       {"pay_if_unused", "Pay if unused"},
}

// Key is the setting's name in files and on the command line.
func (s Setting) Key() string { return settingNames[s].key }

// SettingKeys lists the keys of all ten, in the page's order.
func SettingKeys() []string {
	keys := make([]string, len(AllSettings))
	for i, s := range AllSettings {
		keys[i] = s.Key()
	}
	return keys
}

// Name is the setting's name as people read it.
func (s Setting) Name() string { return settingNames[s].name }

// Rule is the setting's rule number, "S1" to "S10".
func (s Setting) Rule() string { return fmt.Sprintf("S%d", s) }

// ParseSetting finds a setting by its key.
func ParseSetting(key string) (Setting, bool) {
	for _, s := range AllSettings {
		if s.Key() == key {
			return s, true
		}
	}
	return 0, false
}

const settingsTable = "settings"

func (s Setting) place() Place { return Place{Table: settingsTable, Row: -1, Key: s.Key()} }
