package keap

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"referee/model/filekind"
)

// Source is a file by the name it was given, with what is in it.
type Source struct {
	Name string
	Data []byte
}

// Export is what files of Keap's API hold. It is as it was written; whether its
// values are right is for [Export.Over] to say.
type Export struct {
	settings   *row
	affiliates []row
	programs   []row
	remarks    []string
}

// row is an object that was recognised, and the file it is in.
type row struct {
	*node
	file string
}

// Read recognises what each file holds by its fields. It returns, joined, an
// [Error] for each file that holds nothing of the kind, is no JSON, or whose
// settings come a second time.
func Read(sources []Source) (Export, error) {
	var x Export
	r := &reader{}
	for _, s := range sources {
		if kind := filekind.Of(s.Data); kind != "" {
			r.refuse(s.Name, &node{}, "save the answer of the API as it is, as JSON in UTF-8", "it is %s, and no JSON", kind)
			continue
		}
		root, err := parse(s.Data)
		if err != nil {
			r.refuse(s.Name, &node{}, "save the answer of the API as it is, as JSON", "it is no JSON that can be used: %v", err)
			continue
		}
		before := x.size()
		x.recognise(r, s.Name, root)
		if x.size() == before && len(r.errs) == 0 {
			r.refuse(s.Name, root, "give files with affiliates, commission programs or the settings (applications:getConfiguration?fields=AFFILIATE)",
				"nothing in it is an affiliate, a commission program or the settings of referral partners")
		}
		if next := root.get("next_page_token", "next"); !next.isBlank() {
			r.remark("%s may be one page of a longer list, for it names a next one: give the other pages too.", s.Name)
		}
	}
	x.remarks = r.remarks
	return x, errors.Join(r.errs...)
}

func (x *Export) size() int {
	n := len(x.affiliates) + len(x.programs)
	if x.settings != nil {
		n++
	}
	return n
}

// recognise takes an object for what its fields say it is, and looks into what is
// none of the three.
func (x *Export) recognise(r *reader, file string, n *node) {
	switch {
	case n.kind == list:
		for _, item := range n.items {
			x.recognise(r, file, item)
		}
	case n.kind != object:
	case isSettings(n):
		if x.settings != nil {
			r.refuse(file, n, "give one file with settings", "there are settings in %s already", x.settings.file)
		}
		x.settings = &row{n, file}
	case isProgram(n):
		x.programs = append(x.programs, row{n, file})
	case isAffiliate(n):
		x.affiliates = append(x.affiliates, row{n, file})
	default:
		for _, f := range n.fields {
			x.recognise(r, file, f.value)
		}
	}
}

func isSettings(n *node) bool {
	return n.has("choose_affiliate", "skip_pay_if_unused", "use_referral_history_if_no_tracking_cookie",
		"display_affiliate_ip_address", "do_not_notify_affiliate", "custom_affiliate_url") || n.get("commission").has("participant_types", "calculation_type")
}

func isProgram(n *node) bool {
	return n.has("default_commission", "product_commissions", "subscription_commissions", "affiliate_ids")
}

func isAffiliate(n *node) bool {
	return n.has("AffCode") || n.has("code") && n.has("parent_affiliate_id", "track_leads_days", "notify_on_lead", "notify_on_sale", "status", "contact_id")
}

// Holds says what was found, in a sentence.
func (x Export) Holds() string {
	var parts []string
	if x.settings != nil {
		parts = append(parts, "the settings")
	}
	for _, part := range []struct {
		n         int
		one, many string
	}{{len(x.affiliates), "partner", "partners"}, {len(x.programs), "program", "programs"}} {
		if part.n == 1 {
			parts = append(parts, "1 "+part.one)
		} else if part.n > 1 {
			parts = append(parts, fmt.Sprintf("%d %s", part.n, part.many))
		}
	}
	return "Found: " + strings.Join(parts, ", ") + "."
}

// known are the fields that are used, of all three kinds, as they are compared.
const known = " chooseaffiliate skippayifunused usereferralhistoryifnotrackingcookie displayaffiliateipaddress donotnotifyaffiliate" +
	" customaffiliateurl commission levels participanttypes calculationtype defaultcommission productcommissions subscriptioncommissions" +
	" affiliateids payouttype level1 level2 unused leadamount leadpercent saleamount salepercent productid productname product id code" +
	" affcode name affname status parentaffiliateid parentid notifyonlead notifylead notifyonsale notifysale trackleadsdays leadcookiefor priority "

// ignore counts the fields of a row that are not used.
func (r *reader) ignore(n *node) {
	for _, f := range n.fields {
		if !strings.Contains(known, " "+plain(f.name)+" ") {
			if r.ignored == nil {
				r.ignored = map[string]bool{}
			}
			r.ignored[f.name] = true
			r.unused++
			continue
		}
		for _, item := range append(f.value.items, f.value) {
			if item.kind == object {
				r.ignore(item)
			}
		}
	}
}

// ignoredNames are told once, and not all if there are many.
func (r *reader) ignoredNames() string {
	const most = 12
	names := slices.Sorted(maps.Keys(r.ignored))
	if len(names) > most {
		return fmt.Sprintf("%s and %d more", strings.Join(names[:most], ", "), len(names)-most)
	}
	return strings.Join(names, ", ")
}
