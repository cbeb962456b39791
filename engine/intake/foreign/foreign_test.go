package foreign_test

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"referee/engine/intake/foreign"
	"referee/model"
	"referee/ui/uitest/hostile"
)

var update = flag.Bool("update", false, "rewrite what the samples come to")

// TestSamples reads a sample of each export and holds all three files, and what is
// said of it, to what a person has read.
func TestSamples(t *testing.T) {
	newYork, err := time.LoadLocation("America/New_York")
	if err != nil {
		t.Fatal(err)
	}
	usual := foreign.Options{Currency: model.USD}
	for name, sample := range map[string]struct {
		files   []string
		options foreign.Options
	}{
		"tapfiliate":      {[]string{"tapfiliate.csv"}, usual},
		"affiliatewp":     {[]string{"affiliates.csv", "visits.csv", "referrals.csv", "amounts.csv"}, foreign.Options{Currency: model.USD, Zone: newYork}},
		"shopify":         {[]string{"shopify.csv"}, foreign.Options{Currency: model.USD, Referrer: "code", Partners: map[string]string{"jim10": "jim"}}},
		"shopify-by-note": {[]string{"shopify.csv"}, foreign.Options{Currency: model.USD, Referrer: "note:ref"}},
		"keap":            {[]string{"keap-orders.json", "keap-referrals.json"}, usual},
		"keap-alone":      {[]string{"keap-orders.json"}, usual},
	} {
		t.Run(name, func(t *testing.T) {
			var sources []foreign.Source
			for _, file := range sample.files {
				data, err := os.ReadFile(filepath.Join("testdata", file))
				if err != nil {
					t.Fatal(err)
				}
				sources = append(sources, foreign.Source{Name: file, Data: bytes.NewReader(data)})
			}
			log, err := foreign.Read(sources, sample.options)
			if err != nil {
				t.Fatal(told(err))
			}
			golden(t, name+".txt", written(t, log))
		})
	}
}

func written(t *testing.T, log foreign.Log) string {
	t.Helper()
	var b bytes.Buffer
	err := errors.Join(log.WritePartners(&b), log.WriteTouches(&b), log.WriteSales(&b, model.USD))
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(log.Holds, "\n") + "\n" + b.String() + strings.Join(log.Remarks, "\n") + "\n"
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}

// told is every problem with its hint, a line each.
func told(err error) string {
	var lines []string
	var all foreign.Errors
	if !errors.As(err, &all) {
		return fmt.Sprint(err)
	}
	for _, e := range all {
		lines = append(lines, e.Error()+" | "+e.Hint())
	}
	return strings.Join(lines, "\n")
}

func read(text string, o foreign.Options) (foreign.Log, error) {
	return foreign.Read([]foreign.Source{{Name: "x", Data: strings.NewReader(text)}}, o)
}

const conversions = "external_id,amount,created_at,affiliate_email,click_date,currency,ip\n"

// What cannot be read is named with its line and the reason, every row of it, and
// nothing else is handed out.
func TestRefused(t *testing.T) {
	usual := foreign.Options{Currency: model.USD}
	for want, text := range map[string]string{
		"x:2: created_at \"2026-03-02 10:00:00\" does not say its zone":   conversions + "1,1.00,2026-03-02 10:00:00,a@b\n",
		"x:2: created_at \"03/04/2026\" may mean two days":                conversions + "1,1.00,03/04/2026,a@b\n",
		"x:2: created_at \"yesterday\" is no time":                        conversions + "1,1.00,yesterday,a@b\n",
		"x:2: created_at \"0026-03-02T10:00:00Z\" cannot be right":        conversions + "1,1.00,0026-03-02T10:00:00Z,a@b\n",
		"x:2: there is no created_at":                                     conversions + "1,1.00,,a@b\n",
		"x:2: there is no amount":                                         conversions + "1,,2026-03-02T10:00:00Z,a@b\n",
		"x:2: amount \"10.55505\" is no amount of USD":                    conversions + "1,10.55505,2026-03-02T10:00:00Z,a@b\n",
		"x:2: amount \"1,00\" is no amount of USD":                        conversions + "1,\"1,00\",2026-03-02T10:00:00Z,a@b\n",
		"x:2: amount \"-1.00\" is negative, and refunds are not reckoned": conversions + "1,-1.00,2026-03-02T10:00:00Z,a@b\n",
		"x:2: the amount is in EUR, not in USD":                           conversions + "1,1.00,2026-03-02T10:00:00Z,a@b,,EUR\n",
		"x:2: \"1.2.3\" is no IP address":                                 conversions + "1,1.00,2026-03-02T10:00:00Z,a@b,,,1.2.3\n",
		"x:2: \"a b\" cannot be a partner's code":                         conversions + "1,1.00,2026-03-02T10:00:00Z,a b\n",
		"x:2: the sale has no id":                                         conversions + ",1.00,2026-03-02T10:00:00Z,\n",
		"x:3: the sale \"1\" is there twice":                              conversions + strings.Repeat("1,1.00,2026-03-02T10:00:00Z,\n", 2),
		"x:2: the row has more columns than the header":                   conversions + "1,1.00,2026-03-02T10:00:00Z,,,,,,\n",
		"x:2: the row is not UTF-8":                                       conversions + "1,1.00,2026-03-02T10:00:00Z,\xff\n",
		"x:2: a quote stands where none can, or is not closed":            conversions + "\"1,1.00\n",
		"x:1: the file is text in UTF-16":                                 "\xff\xfea\x00",
		"x: the file is a PNG picture, not text":                          "\x89PNG\r\n\x1a\n",
		"x:1: its lines end with carriage returns only":                   "a,b\r1,2\r",
		"x: the file is empty":                                            "",
		"x:1: the columns are those of no export that is known here":      "a,b\n1,2\n",
		"x:1: there are more than 200 columns":                            strings.Repeat("a,", 200) + "b\n",
		"x:1: it is a WooCommerce report":                                 "Date,Order #,N. Revenue (formatted),Status,Customer,Product(s),Items sold\n",
		"x: it is no JSON document":                                       `{"orders": [`,
		"x: the document holds no list of objects":                        `{"orders": []}`,
		"x:1: Shopify's orders do not say who referred them":              "Name,Created at,Lineitem price,Lineitem quantity\n#1,2026-03-02 10:00:00 +0200,1.00,1\n#2,2026-03-02 10:00:00 +0200,1.00,1\n",
		"x:2: what order \"5\" came to is not in AffiliateWP's export":    "Affiliate ID,Amount,Reference,Date\n7,1.00,5,2026-03-02T10:00:00Z\n",
		"x:2: affiliate \"Jim\" is not like Name (#7)":                    "Visit ID,Affiliate,Converted,Date\n1,Jim,No,2026-03-02T10:00:00Z\n",
	} {
		log, err := read(text, usual)
		if got := told(err); !strings.HasPrefix(got, want) || strings.Contains(got, "\n") || strings.HasSuffix(got, "| ") {
			t.Errorf("%q:\ngot  %s\nwant %s", cut(text), got, want)
		}
		if !cmp.Equal(log, foreign.Log{}) {
			t.Errorf("%q: something was handed out: %+v", cut(text), log)
		}
	}
}

func cut(s string) string { return s[:min(len(s), 120)] }

// What strangers wrote cannot act in a spreadsheet in which somebody looks at the logs.
// Who was whom stays as it was.
func TestNoFormulas(t *testing.T) {
	log, err := read("external_id,amount,created_at,affiliate_email,customer_id\n=1+1,1.00,2026-03-02T10:00:00Z,jim,@SUM(A1)\n", foreign.Options{Currency: model.USD})
	if err != nil {
		t.Fatal(err)
	}
	got := written(t, log)
	for _, want := range []string{"\n'=1+1,", ",'@SUM(A1),"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	for _, formula := range []string{"\n=", ",=", ",@"} {
		if strings.Contains(got, formula) {
			t.Errorf("%q is in\n%s", formula, got)
		}
	}
}

// An hour that clocks left out is no time; any other is one in its zone.
func TestZones(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"2026-03-29 01:59:59": "2026-03-29T00:59:59Z", "2026-03-29 02:30:00": "", "2026-03-29 03:00:00": "2026-03-29T01:00:00Z",
		"2026-07-01": "2026-06-30T22:00:00Z", "July 1, 2026 3:04 PM": "2026-07-01T13:04:00Z", "2026-07-01T10:00:00.25Z": "2026-07-01T10:00:00.25Z",
		"2025-10-07 09:50:26 +0200": "2025-10-07T07:50:26Z", "2026-07-01T10:00:00+0530": "2026-07-01T04:30:00Z",
	} {
		log, err := read(conversions+"1,1.00,\""+text+"\",\n", foreign.Options{Currency: model.USD, Zone: berlin})
		got := ""
		if err == nil {
			got = log.Sales[0].At.Format(time.RFC3339Nano)
		}
		if got != want {
			t.Errorf("%s is %q, want %q (%v)", text, got, want, err)
		}
	}
}

// Amounts as people's spreadsheets write them.
func TestAmounts(t *testing.T) {
	jpy, err := model.ParseCurrency("JPY")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		currency model.Currency
		text     string
		want     model.Money
	}{{model.USD, "1,250.00", 125_000}, {model.USD, "$12.5", 1250}, {model.USD, "10.0000", 1000}, {model.USD, "1250.000", 125_000}, {model.USD, "0.500", 50}, {model.USD, "1,000.000", 100_000}, {model.USD, "1,000,000", 100_000_000}, {jpy, "1,250", 1250}, {jpy, "1250.00", 1250}} {
		log, err := read(conversions+"1,\""+test.text+"\",2026-03-02T10:00:00Z,\n", foreign.Options{Currency: test.currency})
		if err != nil || log.Sales[0].Amount != test.want {
			t.Errorf("%s: %+v, %v", test.text, log.Sales, err)
		}
	}
}

// Half of the world writes a dot where the other half writes a comma: what may be a
// thousand times as much is refused.
func TestAmountsThatMayBeTwo(t *testing.T) {
	kwd, err := model.ParseCurrency("KWD")
	if err != nil {
		t.Fatal(err)
	}
	jpy, err := model.ParseCurrency("JPY")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		currency model.Currency
		text     string
	}{{model.USD, "1.000"}, {model.USD, "10.000"}, {model.USD, "$999.000"}, {model.USD, "1.234"}, {jpy, "1.000"}, {kwd, "1,234"}} {
		_, err := read(conversions+"1,\""+test.text+"\",2026-03-02T10:00:00Z,\n", foreign.Options{Currency: test.currency})
		var wrong foreign.Errors
		if !errors.As(err, &wrong) || !strings.Contains(wrong[0].What, "may mean two amounts") {
			t.Errorf("%s %s: %v", test.currency.Code(), test.text, err)
		}
	}
	log, err := read(conversions+"1,1.234,2026-03-02T10:00:00Z,\n2,\"1,234.500\",2026-03-02T10:00:00Z,\n", foreign.Options{Currency: kwd})
	if err != nil || log.Sales[0].Amount != 1234 || log.Sales[1].Amount != 1_234_500 {
		t.Errorf("KWD: %+v, %v", log.Sales, err)
	}
}

// A row without an end is refused before it is in memory.
func TestEndlessRow(t *testing.T) {
	for what, endless := range map[string]string{"a quote that is not closed": "\"" + strings.Repeat("a\n", 8<<20), "a line": strings.Repeat("a", 16<<20)} {
		text := conversions + endless
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := read(text, foreign.Options{Currency: model.USD})
		runtime.ReadMemStats(&after)
		if got := told(err); !strings.Contains(got, "a row is longer than 1048576 bytes") {
			t.Errorf("%s: %s", what, cut(got))
		}
		if used := after.TotalAlloc - before.TotalAlloc; used > 12<<20 {
			t.Errorf("%s: %d bytes were allocated", what, used)
		}
	}
}

// Whatever stands in a field, the log that comes of it can be read as CSV, and
// errors are never longer than a page.
func TestHostileFields(t *testing.T) {
	for _, p := range hostile.Payloads() {
		quoted := `"` + strings.ReplaceAll(strings.ToValidUTF8(p.Raw, "?"), `"`, `""`) + `"`
		for _, text := range []string{
			conversions + quoted + ",1.00,2026-03-02T10:00:00Z,\n",
			conversions + "1," + quoted + ",2026-03-02T10:00:00Z,\n",
			"Affiliate ID,Username,Status,Rate\n7," + quoted + ",active,1\n",
			quoted + "\n",
		} {
			if log, err := read(text, foreign.Options{Currency: model.USD}); err == nil {
				written(t, log)
			} else if len(told(err)) > 1000 {
				t.Errorf("%s: %d bytes of error", p.Name, len(told(err)))
			}
		}
	}
}
