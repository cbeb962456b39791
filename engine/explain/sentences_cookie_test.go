package explain_test

import "referee/model"

func byHand() []sentence {
	jim := click("jim", "1 Jan 10:00")
	return []sentence{
		{"", story(order("6 Jan 10:00")), "hand", "not-set", "No partner was set on the order.", nil},
		{"", story(order("6 Jan 10:00", sold("hal"))), "hand", "decides", "hal was set on the order.", nil},
		{"", story(order("6 Jan 10:00", sold(""))), "hand", "decides", "Set on the order: nobody. No sale commission is paid.", nil},
		{"", story(jim, order("6 Jan 10:00", sold("zoe"))), "cookie", "not-reached",
			"Not reached: the order was decided by hand. Valid there: Jim, 1 Jan 10:00.",
			[]string{"Jim 1 Jan 10:00: valid, but the order was decided by hand"}},
		{"", story(phone("6 Jan 10:00", sold(""))), "cookie", "not-reached",
			"Not reached: the order was decided by hand. Phone or hand-entered order: no browser, so no cookie.", nil},
	}
}

func byCookie() []sentence {
	jim, zoe := click("jim", "1 Jan 10:00"), click("zoe", "5 Jan 10:00")
	same := []model.Event{click("jim", "5 Jan 10:00"), zoe, order("6 Jan 10:00")}
	return []sentence{
		{"", story(zoe, order("6 Jan 10:00")), "cookie", "decides", "Zoe, 5 Jan 10:00: the only valid referral in browser laptop.",
			[]string{"Zoe 5 Jan 10:00: decides"}},
		{"", story(jim, zoe, order("6 Jan 10:00")), "cookie", "decides",
			"Zoe, 5 Jan 10:00: the latest of 2 valid referrals in browser laptop (How to choose is latest).",
			[]string{"Jim 1 Jan 10:00: valid, but How to choose is latest", "Zoe 5 Jan 10:00: decides"}},
		{"credit=first", story(jim, zoe, order("6 Jan 10:00")), "cookie", "decides",
			"Jim, 1 Jan 10:00: the first of 2 valid referrals in browser laptop (How to choose is first).",
			[]string{"Jim 1 Jan 10:00: decides", "Zoe 5 Jan 10:00: valid, but How to choose is first"}},
		{"", same, "cookie", "decides",
			"Zoe, 5 Jan 10:00: the latest of 2 valid referrals in browser laptop (How to choose is latest).",
			[]string{"Jim 5 Jan 10:00: valid, but How to choose is latest: of one moment, the later row", "Zoe 5 Jan 10:00: decides"}},
		{"credit=first", same, "cookie", "decides",
			"Jim, 5 Jan 10:00: the first of 2 valid referrals in browser laptop (How to choose is first).",
			[]string{"Jim 5 Jan 10:00: decides", "Zoe 5 Jan 10:00: valid, but How to choose is first: of one moment, the earlier row"}},
		{"", story(jim, click("ina", "2 Jan 10:00"), zoe, order("2 Feb 09:00"), click("hal", "4 Feb 09:30")), "cookie", "decides",
			"Zoe, 5 Jan 10:00: the only valid referral in browser laptop.",
			[]string{
				"Jim 1 Jan 10:00: expired 31 Jan 10:00, order 2 Feb 09:00, 1 d 23 h too late",
				"Ina 2 Jan 10:00: the partner is inactive and passed over",
				"Zoe 5 Jan 10:00: decides",
				"hal 4 Feb 09:30: recorded 2 d after the order",
			}},
	}
}

func noCookie() []sentence {
	jim, ina := click("jim", "1 Jan 10:00"), click("ina", "2 Jan 10:00")
	return []sentence{
		{"", story(phone("6 Jan 10:00")), "cookie", "no-browser", "Phone or hand-entered order: no browser, so no cookie.", nil},
		{"", story(phone("6 Jan 10:00", inCafe)), "cookie", "no-browser", "The order names no browser, so there is no cookie.", nil},
		{"", story(order("6 Jan 10:00")), "cookie", "none-recorded", "Nothing recorded in browser laptop.", nil},
		{"", story(jim, order("2 Feb 09:00")), "cookie", "expired",
			"Cookie of Jim: expired 31 Jan 10:00, order 2 Feb 09:00, 1 d 23 h too late.",
			[]string{"Jim 1 Jan 10:00: expired 31 Jan 10:00, order 2 Feb 09:00, 1 d 23 h too late"}},
		{"", story(jim, order("31 Jan 10:00")), "cookie", "expired",
			"Cookie of Jim: expired 31 Jan 10:00, order at that very moment: too late.",
			[]string{"Jim 1 Jan 10:00: expired 31 Jan 10:00, order at that very moment: too late"}},
		{"", story(click("jim", "1 Dec 2025 10:00"), jim, order("2 Feb 09:00:30")), "cookie", "expired",
			"None of 2 referrals in browser laptop counts: all had expired.",
			[]string{
				"Jim 1 Dec 2025 10:00: expired 31 Dec 2025 10:00, order 2 Feb 2026 09:00:30, 32 d 23 h too late",
				"Jim 1 Jan 10:00: expired 31 Jan 10:00, order 2 Feb 09:00:30, 1 d 23 h too late",
			}},
		{"", story(ina, order("6 Jan 10:00")), "cookie", "inactive", "Cookie of Ina: the partner is inactive and passed over.",
			[]string{"Ina 2 Jan 10:00: the partner is inactive and passed over"}},
		{"", story(ina, ina, order("6 Jan 10:00")), "cookie", "inactive",
			"None of 2 referrals in browser laptop counts: their partners are inactive.",
			[]string{"Ina 2 Jan 10:00: the partner is inactive and passed over", "Ina 2 Jan 10:00: the partner is inactive and passed over"}},
		{"", story(order("6 Jan 10:00"), click("zoe", "6 Jan 10:20")), "cookie", "later", "Cookie of Zoe: recorded 20 min after the order.",
			[]string{"Zoe 6 Jan 10:20: recorded 20 min after the order"}},
		{"", story(order("6 Jan 10:00"), click("zoe", "6 Jan 10:20"), click("zoe", "7 Jan 11:00")), "cookie", "later",
			"None of 2 referrals in browser laptop counts: all came after the order.",
			[]string{"Zoe 6 Jan 10:20: recorded 20 min after the order", "Zoe 7 Jan 11:00: recorded 1 d 1 h after the order"}},
		{"", story(jim, cleared("2 Jan 09:00"), order("6 Jan 10:00")), "cookie", "cleared",
			"Cookie of Jim: cleared from the browser 2 Jan 09:00, 4 d 1 h before the order.",
			[]string{"Jim 1 Jan 10:00: cleared from the browser 2 Jan 09:00, 4 d 1 h before the order"}},
		{"", story(jim, cleared("6 Jan 10:00"), order("6 Jan 10:00")), "cookie", "cleared",
			"Cookie of Jim: cleared from the browser at the order's moment, just before it.",
			[]string{"Jim 1 Jan 10:00: cleared from the browser at the order's moment, just before it"}},
		{"", story(jim, ina, cleared("6 Jan 09:00"), order("6 Jan 10:00")), "cookie", "cleared",
			"None of 2 referrals in browser laptop counts: all were cleared before the order.",
			[]string{
				"Jim 1 Jan 10:00: cleared from the browser 6 Jan 09:00, 1 h before the order",
				"Ina 2 Jan 10:00: cleared from the browser 6 Jan 09:00, 1 h before the order",
			}},
		{"", story(jim, ina, order("2 Feb 09:00")), "cookie", "none-valid",
			"None of 2 referrals in browser laptop counts: each for its own reason.",
			[]string{
				"Jim 1 Jan 10:00: expired 31 Jan 10:00, order 2 Feb 09:00, 1 d 23 h too late",
				"Ina 2 Jan 10:00: the partner is inactive and passed over",
			}},
	}
}
