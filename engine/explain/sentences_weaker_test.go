package explain_test

func byHistory() []sentence {
	jim, zoe := known("jim", "1 Jan 10:00"), manual("zoe", "5 Jan 10:00")
	return []sentence{
		{"", story(jim, phone("6 Jan 10:00")), "history", "decides", "Jim, 1 Jan 10:00: the only valid referral in the history of katie.",
			[]string{"Jim 1 Jan 10:00: decides"}},
		{"", story(jim, zoe, phone("6 Jan 10:00")), "history", "decides",
			"Zoe, 5 Jan 10:00: the latest of 2 valid referrals in the history of katie (How to choose is latest).",
			[]string{"Jim 1 Jan 10:00: valid, but How to choose is latest", "Zoe 5 Jan 10:00: decides"}},
		{"tracking=only-cookies", story(jim, zoe, phone("6 Jan 10:00")), "history", "not-asked",
			"Not asked: Tracking method is only cookies. Valid there: Zoe, 5 Jan 10:00, the latest of 2.",
			[]string{
				"Jim 1 Jan 10:00: valid, but Tracking method is only cookies",
				"Zoe 5 Jan 10:00: valid, but Tracking method is only cookies",
			}},
		{"tracking=only-cookies", story(phone("6 Jan 10:00")), "history", "not-asked",
			"Not asked: Tracking method is only cookies. Nothing recorded in the history of katie.", nil},
		{"", story(jim, zoe, order("6 Jan 10:00")), "history", "not-reached",
			"Not reached: the cookie decided. Valid there: Zoe, 5 Jan 10:00, the latest of 2.",
			[]string{"Jim 1 Jan 10:00: valid, but the cookie decided", "Zoe 5 Jan 10:00: valid, but the cookie decided"}},
		{"credit=first", story(zoe, click("hal", "6 Jan 09:00"), order("10 Jan 10:00")), "history", "not-reached",
			"Not reached: the cookie decided. Valid there: hal, 6 Jan 09:00.",
			[]string{
				"Zoe 5 Jan 10:00: expired 7 Jan 10:00, order 10 Jan 10:00, 3 d too late",
				"hal 6 Jan 09:00: valid, but the cookie decided",
			}},
	}
}

func noHistory() []sentence {
	zoe, ina := manual("zoe", "5 Jan 10:00"), permanent("ina", "5 Jan 11:00")
	return []sentence{
		{"", story(phone("6 Jan 10:00")), "history", "none-recorded", "Nothing recorded in the history of katie.", nil},
		{"", story(order("6 Jan 10:00", unknown)), "history", "no-contact",
			"The order does not say who bought, so there is no history.", nil},
		{"", story(zoe, phone("9 Jan 10:00")), "history", "expired",
			"Manual referral of Zoe: expired 7 Jan 10:00, order 9 Jan 10:00, 2 d too late.",
			[]string{"Zoe 5 Jan 10:00: expired 7 Jan 10:00, order 9 Jan 10:00, 2 d too late"}},
		{"", story(ina, phone("9 Jan 10:00")), "history", "inactive",
			"Permanent referral of Ina: the partner is inactive and passed over.",
			[]string{"Ina 5 Jan 11:00: the partner is inactive and passed over"}},
		{"", story(phone("4 Jan 10:00"), zoe), "history", "later", "Manual referral of Zoe: recorded 1 d after the order.",
			[]string{"Zoe 5 Jan 10:00: recorded 1 d after the order"}},
		{"", story(click("zoe", "1 Jan 10:00"), phone("6 Jan 10:00"), form("laptop", "7 Jan 10:00")), "history", "later",
			"Click of Zoe: tied to katie only after the order.",
			[]string{"Zoe 1 Jan 10:00: tied to katie only after the order"}},
		{"", story(zoe, ina, phone("9 Jan 10:00")), "history", "none-valid",
			"None of 2 referrals in the history of katie counts: each for its own reason.",
			[]string{
				"Zoe 5 Jan 10:00: expired 7 Jan 10:00, order 9 Jan 10:00, 2 d too late",
				"Ina 5 Jan 11:00: the partner is inactive and passed over",
			}},
	}
}

func byAddress() []sentence {
	const ip, tracks = "use_ip=true", "use_ip=true tracking=only-cookies"
	jim, ina, zoe := away("jim", "1 Jan 10:00"), away("ina", "2 Jan 10:00"), away("zoe", "5 Jan 10:00")
	here := order("6 Jan 10:00", inCafe)
	return []sentence{
		{ip, story(zoe, here), "address", "decides",
			"Zoe, 5 Jan 10:00: the only valid referral from address 203.0.113.9. No other partner shares it.",
			[]string{"Zoe 5 Jan 10:00: decides"}},
		{tracks, story(jim, zoe, here), "address", "decides",
			"Zoe, 5 Jan 10:00: the latest of 2 valid referrals from address 203.0.113.9 (How to choose is latest). 2 partners share that address.",
			[]string{"Jim 1 Jan 10:00: valid, but How to choose is latest", "Zoe 5 Jan 10:00: decides"}},
		{"", story(zoe, here), "address", "not-asked", "Not asked: Use IP address is no. Valid there: Zoe, 5 Jan 10:00.",
			[]string{"Zoe 5 Jan 10:00: valid, but Use IP address is no"}},
		{"", story(zoe, order("6 Jan 10:00")), "address", "not-asked", "Not asked: Use IP address is no. The order has no IP address.", nil},
		{"", story(jim, order("2 Feb 09:00", inCafe)), "address", "not-asked",
			"Not asked: Use IP address is no. Click of Jim: expired 31 Jan 10:00, order 2 Feb 09:00, 1 d 23 h too late.",
			[]string{"Jim 1 Jan 10:00: expired 31 Jan 10:00, order 2 Feb 09:00, 1 d 23 h too late"}},
		{ip, story(click("jim", "1 Jan 10:00"), zoe, here), "address", "not-reached",
			"Not reached: the cookie decided. Valid there: Zoe, 5 Jan 10:00.",
			[]string{"Zoe 5 Jan 10:00: valid, but the cookie decided"}},
		{ip, story(permanent("jim", "1 Jan 10:00"), zoe, here), "address", "not-reached",
			"Not reached: the history decided. Valid there: Zoe, 5 Jan 10:00.",
			[]string{"Zoe 5 Jan 10:00: valid, but the history decided"}},
		{ip, story(phone("6 Jan 10:00")), "address", "no-address", "The order has no IP address.", nil},
		{ip, story(here), "address", "none-recorded", "Nothing recorded from address 203.0.113.9.", nil},
		{ip, story(jim, order("2 Feb 09:00", inCafe)), "address", "expired",
			"Click of Jim: expired 31 Jan 10:00, order 2 Feb 09:00, 1 d 23 h too late.",
			[]string{"Jim 1 Jan 10:00: expired 31 Jan 10:00, order 2 Feb 09:00, 1 d 23 h too late"}},
		{ip, story(ina, here), "address", "inactive", "Click of Ina: the partner is inactive and passed over.",
			[]string{"Ina 2 Jan 10:00: the partner is inactive and passed over"}},
		{ip, story(order("4 Jan 10:00", inCafe), zoe), "address", "later", "Click of Zoe: recorded 1 d after the order.",
			[]string{"Zoe 5 Jan 10:00: recorded 1 d after the order"}},
		{ip, story(ina, order("4 Jan 10:00", inCafe), zoe), "address", "none-valid",
			"None of 2 referrals from address 203.0.113.9 counts: each for its own reason.",
			[]string{"Ina 2 Jan 10:00: the partner is inactive and passed over", "Zoe 5 Jan 10:00: recorded 1 d after the order"}},
	}
}

func byNobody() []sentence {
	zoe, katie := known("zoe", "5 Jan 10:00"), order("6 Jan 10:00", inCafe)
	return []sentence{
		{"", story(katie), "nobody", "decides", "No valid referral counts, so no sale commission is paid.", nil},
		{"", story(zoe, order("6 Jan 10:00", sold(""))), "nobody", "not-reached", "Not reached: the order was decided by hand.", nil},
		{"", story(zoe, katie), "nobody", "not-reached", "Not reached: the cookie decided.", nil},
		{"", story(zoe, phone("6 Jan 10:00")), "nobody", "not-reached", "Not reached: the history decided.", nil},
		{"use_ip=true", story(away("zoe", "5 Jan 10:00"), katie), "nobody", "not-reached", "Not reached: the address decided.", nil},
	}
}
