package keap

import (
	"strconv"
	"strings"

	"referee/model"
)

// codes are the partners' codes by the id that Keap gives them.
func (x Export) codes(r *reader) map[string]string {
	codes := map[string]string{}
	for _, a := range x.affiliates {
		id := a.get("id")
		if id.isBlank() {
			continue
		}
		if _, taken := codes[textOf(id)]; taken {
			r.refuse(a.file, id, "give each file once", "there is another affiliate with the id %s", textOf(id))
		}
		codes[textOf(id)] = textOf(a.get("code", "AffCode"))
	}
	return codes
}

// partner is an affiliate as a partner. What the file leaves out is as it was.
func (r *reader) partner(a row, was model.Partner, codes map[string]string, answers Answers) model.Partner {
	p := was
	p.Code = textOf(a.get("code", "AffCode"))
	if name := a.get("name", "AffName"); name != nil {
		p.Name = textOf(name)
	}
	p.Parent = r.parent(a, was.Parent, codes)
	p.TrackDays = r.days(a, was.TrackDays, answers)
	if status := a.get("status"); !status.isBlank() {
		active, ok := truth(status)
		switch word := strings.ToUpper(status.text); {
		case word == "ACTIVE" || word == "INACTIVE":
			active = word == "ACTIVE"
		case !ok:
			r.refuse(a.file, status, "ACTIVE or INACTIVE", "the status %q is not known", status.text)
		}
		p.Inactive = !active
	}
	r.flag(a, &p.NotifyLead, "notify_on_lead", "NotifyLead")
	r.flag(a, &p.NotifySale, "notify_on_sale", "NotifySale")
	return p
}

func (r *reader) parent(a row, was string, codes map[string]string) string {
	n := a.get("parent_affiliate_id", "ParentId")
	switch {
	case n == nil:
		return was
	case n.isBlank() || textOf(n) == "0":
		return ""
	}
	code, there := codes[textOf(n)]
	if !there {
		r.refuse(a.file, n, "give the file that has this affiliate too", "there is no affiliate with the id %q in these files", textOf(n))
	}
	return code
}

func (r *reader) days(a row, was model.Optional[int], answers Answers) model.Optional[int] {
	n := a.get("track_leads_days", "LeadCookieFor")
	switch {
	case n == nil:
		return was
	case n.isBlank(), isZero(n) && answers[ZeroDays] == "forever":
		return model.Optional[int]{}
	}
	days, err := strconv.Atoi(textOf(n))
	if err != nil {
		r.refuse(a.file, n, "write a whole number of days", "%q is no number of days", n.text)
	}
	return model.Some(days)
}

func (r *reader) flag(a row, to *bool, names ...string) {
	n := a.get(names...)
	if n.isBlank() {
		return
	}
	yes, ok := truth(n)
	if !ok {
		r.refuse(a.file, n, "true or false", "%q is neither yes nor no", n.text)
	}
	*to = yes
}
