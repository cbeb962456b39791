package model

import (
	"fmt"
	"strings"
)

// Currency is an ISO 4217 code with its number of decimals.
type Currency struct {
	code   string
	digits int
}

// USD is the currency of a scenario that names none.
var USD = Currency{"USD", 2}

// The active codes of ISO 4217, by their number of decimals. The tables that
// come with Unicode's locale data are not used: they say how money is shown in
// a country (IQD and RSD without decimals), not what its minor unit is.
var iso4217 = [...]string{
	0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF ",
	2: "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD " +
		"CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ " +
		"GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK " +
		"MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB " +
		"SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN " +
		"UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG ",
	3: "BHD IQD JOD KWD LYD OMR TND ",
	4: "CLF UYW ",
}

// ParseCurrency finds a currency by its ISO 4217 code in capitals.
func ParseCurrency(code string) (Currency, error) {
	for digits, codes := range iso4217 {
		if len(code) == 3 && !strings.Contains(code, " ") && strings.Contains(codes, code+" ") {
			return Currency{code, digits}, nil
		}
	}
	return Currency{}, fmt.Errorf(`%q is not a currency code of ISO 4217, like "USD", "EUR" or "JPY"`, code)
}

// Code is the ISO 4217 code.
func (c Currency) Code() string { return c.code }

// Digits is the number of decimals of the minor unit: USD 2, JPY 0, KWD 3.
func (c Currency) Digits() int { return c.digits }
