// Package keap reads what the API of Keap (Infusionsoft) answers about referral
// partners, and lays it over a policy: the settings, the partners and the
// commission programs. It reads JSON that somebody saved to files; it never calls
// anybody.
//
//	files ──Read──► Export ──Questions──► what the API does not say
//	                   └─────Over(policy, answers)──► policy, or all that is wrong
//
// # What a file is
//
// The fields say, not the name of the file. An object with choose_affiliate,
// skip_pay_if_unused or their neighbours is the settings; one with
// default_commission, product_commissions or affiliate_ids is a commission
// program; one with a code beside track_leads_days, parent_affiliate_id and the
// like, or with AffCode as in the old tables, is an affiliate. They may stand
// alone, in an array, or under any name in an object, as {"affiliates": […],
// "next": …}. Names are compared without regard to case and underscores. Other
// fields are counted, told once, and not used. A Password is passed over unread.
//
// # What it means
//
//	do_not_notify_affiliate                      S2
//	use_referral_history_if_no_tracking_cookie   S4
//	display_affiliate_ip_address                 S5
//	custom_affiliate_url                         S6
//	commission.levels                            S7
//	commission.participant_types                 S8
//	commission.calculation_type                  S9
//	skip_pay_if_unused                           S10, the other way round
//	status, Status                               ACTIVE or 1; INACTIVE or 0 (A5)
//	parent_affiliate_id, ParentId                0 is none
//	track_leads_days, LeadCookieFor              A2; null is for ever
//	affiliate_ids                                who is enrolled
//	payout_type                                  UPFRONT, PAYMENT_RECEIVED (C9)
//
// # What it does not say
//
// It is asked, never guessed; a [Question] has the name of the answer and what can
// be answered. How a partner is chosen (S3) is asked although choose_affiliate is
// there, because nobody says which way round it is; the prefix (S1) is not
// exposed; a 0 among rates may be a 0 or a field left empty, and C3 and C6 tell
// those apart; so it is with 0 days. Whatever else of the ten settings is missing
// or not understood is asked too.
//
// Level 3 is not in the API. A program that was there keeps the level 3 it had; in
// a new one it is blank, and [Read] says so. Products are known by their id, if no
// name comes with it. Subscriptions and rates of single affiliates have no place
// here, and are told of.
//
// # All or nothing
//
// Every value that is not right is told with its file and its path in the JSON,
// like affiliates.json: affiliates[3].code. With one of them nothing is taken.
//
// The sentences are here because they are about Keap alone; a terminal's border is
// elsewhere.
package keap
