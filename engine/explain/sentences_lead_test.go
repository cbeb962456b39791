package explain_test

func leadPartner() []sentence {
	jim, zoe := click("jim", "1 Jan 10:00"), click("zoe", "5 Jan 10:00")
	return []sentence{
		{"", story(order("6 Jan 10:00", led("zoe"))), "lead", "decides", "Zoe was set as lead partner on the order.", nil},
		{"", story(jim, order("6 Jan 10:00", led(""))), "lead", "decides", "Set on the order: no lead partner.", nil},
		{"", story(jim, form("laptop", "2 Jan 10:00"), zoe, order("6 Jan 10:00")), "lead", "decides",
			"Jim brought the contact: click of 1 Jan 10:00.", nil},
		{"", story(jim, zoe, order("6 Jan 10:00")), "lead", "decides",
			"Zoe brought the contact: click of 5 Jan 10:00, the latest in the browser then (How to choose is latest).", nil},
		{"credit=first", story(jim, zoe, order("6 Jan 10:00")), "lead", "decides",
			"Jim brought the contact: click of 1 Jan 10:00, the first in the browser then (How to choose is first).", nil},
		{"", story(manual("zoe", "5 Jan 10:00"), order("6 Jan 10:00")), "lead", "decides",
			"Zoe brought the contact: manual referral of 5 Jan 10:00.", nil},
		{"credit=first", story(jim, introduced("zoe", "5 Jan 10:00"), order("6 Jan 10:00")), "lead", "decides",
			"Zoe brought the contact: form of 5 Jan 10:00.", nil},
	}
}

func noLeadPartner() []sentence {
	jim, ina := click("jim", "1 Jan 10:00"), click("ina", "2 Jan 10:00")
	return []sentence{
		{"", story(known("zoe", "1 Jan 10:00"), order("6 Jan 10:00")), "lead", "existing-contact",
			"No lead partner: the contact was known before its first click.", nil},
		{"", story(jim, order("6 Jan 10:00", unknown)), "lead", "no-contact",
			"No lead partner: the order does not say who bought.", nil},
		{"", story(phone("6 Jan 10:00")), "lead", "no-browser",
			"No lead partner: the contact was created without a browser, so without a cookie.", nil},
		{"", story(order("6 Jan 10:00")), "lead", "none-recorded",
			"No lead partner: the contact came with no cookie and no manual referral.", nil},
		{"", story(permanent("zoe", "1 Jan 10:00"), order("6 Jan 10:00")), "lead", "none-recorded",
			"No lead partner: the contact came with no cookie and no manual referral.", nil},
		{"", story(jim, order("2 Feb 09:00")), "lead", "expired",
			"No lead partner: the browser's cookies had expired when the contact was created.", nil},
		{"", story(jim, form("laptop", "2 Jan 10:00"), order("2 Feb 09:00")), "lead", "expired",
			"No lead partner: Jim brought the contact, but that referral expired 31 Jan 10:00, order 2 Feb 09:00, 1 d 23 h too late.", nil},
		{"", story(ina, order("6 Jan 10:00")), "lead", "inactive",
			"No lead partner: Ina brought the contact, but is inactive.", nil},
		{"", story(form("laptop", "1 Jan 09:00"), jim, order("6 Jan 10:00")), "lead", "later",
			"No lead partner: the referral that could make one came too late.", nil},
		{"", story(permanent("zoe", "1 Jan 10:00"), order("3 Jan 10:00"), manual("zoe", "5 Jan 10:00")), "lead", "later",
			"No lead partner: the referral that could make one came too late.", nil},
		{"", story(jim, cleared("2 Jan 10:00"), order("6 Jan 10:00")), "lead", "cleared",
			"No lead partner: the browser's cookies were cleared before the contact was created.", nil},
		{"", story(jim, cleared("2 Jan 10:00"), order("6 Jan 10:00"), click("zoe", "9 Jan 10:00")), "lead", "none-valid",
			"No lead partner: no cookie in the browser was valid when the contact was created.", nil},
	}
}
