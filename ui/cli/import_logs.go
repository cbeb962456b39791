package cli

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"referee/db/logs"
	"referee/engine/intake/foreign"
	"referee/model"
	"referee/ui/text"
)

// logsImport is what an import of exports is asked to do.
type logsImport struct {
	out, zone, currency, referrer, partners string
	force                                   bool
}

func (in *invocation) importLogsCommand() *cobra.Command {
	var o logsImport
	c := &cobra.Command{
		Use:   "logs FILE… --out FOLDER",
		Short: "Make log files for referee replay of what other systems export",
		Long: "Reads exports of Tapfiliate (conversions), AffiliateWP (affiliates, visits, referrals), Shopify\n" +
			"(orders) and Keap (referrals, orders), and writes partners.csv, touches.csv and sales.csv. The\n" +
			"header says what a file is; files that belong together are given together. All is taken, or\n" +
			"nothing. What an export does not say stays unknown, and is said.",
		Example: "  referee import logs conversions.csv --out logs\n" +
			"  referee import logs affiliates.csv visits.csv referrals.csv amounts.csv --zone America/New_York --out logs\n" +
			"  referee import logs orders_export.csv --referrer code --partners codes.csv --out logs",
		Args: number(1, -1, "one or more files"),
		RunE: func(c *cobra.Command, args []string) error { return in.importLogs(c.Context(), args, o) },
	}
	f := c.Flags()
	f.StringVar(&o.out, "out", "", "write the log files into `FOLDER`")
	f.StringVar(&o.zone, "zone", "", "the `ZONE` of times that do not say theirs, like Europe/Berlin or UTC")
	f.StringVar(&o.currency, "currency", model.USD.Code(), "the `CURRENCY` of the amounts")
	f.StringVar(&o.referrer, "referrer", "", "where a Shopify order names its partner: code, or note:NAME (`PLACE`)")
	f.StringVar(&o.partners, "partners", "", "a CSV `FILE` that gives each code its partner: code,partner")
	f.BoolVar(&o.force, "force", false, "overwrite log files that are there")
	_ = c.RegisterFlagCompletionFunc("out", completeFolders)
	_ = c.RegisterFlagCompletionFunc("referrer", cobra.FixedCompletions([]string{"code", "note:"}, cobra.ShellCompDirectiveNoSpace|cobra.ShellCompDirectiveNoFileComp))
	return c
}

func (in *invocation) importLogs(ctx context.Context, paths []string, o logsImport) error {
	options, err := in.intakeOptions(ctx, o)
	if err != nil {
		return err
	}
	if err := o.checkFolder(); err != nil {
		return err
	}
	var sources []foreign.Source
	for _, path := range paths {
		source, err := in.openExport(path)
		if err != nil {
			return err
		}
		defer source.Close()
		sources = append(sources, foreign.Source{Name: path, Data: logs.Until(ctx, source)})
	}
	log, err := foreign.Read(sources, options)
	if ctx.Err() != nil {
		return interrupted()
	}
	if err != nil {
		return err
	}
	if err := writeLogs(log, options.Currency, o.out); err != nil {
		return err
	}
	return in.tellLogs(log, o.out)
}

// openExport opens a file, or the standard input.
func (in *invocation) openExport(path string) (io.ReadCloser, error) {
	if path == stdinName {
		return io.NopCloser(in.In), nil
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return nil, &failure{fmt.Sprintf("%q is a folder; nothing was written", path), "name the exports in it, one by one or as " + filepath.Join(path, "*.csv")}
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, unreadable(path, err)
	}
	return file, nil
}

// intakeOptions is what the flags say. It returns every problem at once.
func (in *invocation) intakeOptions(ctx context.Context, o logsImport) (foreign.Options, error) {
	var options foreign.Options
	var errs []error
	var err error
	if options.Currency, err = model.ParseCurrency(o.currency); err != nil {
		errs = append(errs, &failure{err.Error(), "write --currency USD"})
	}
	if o.zone != "" {
		if options.Zone, err = time.LoadLocation(o.zone); err != nil || o.zone == "Local" {
			errs = append(errs, &failure{fmt.Sprintf("there is no time zone %q", o.zone), "write one like --zone Europe/Berlin, --zone America/New_York or --zone UTC"})
		}
	}
	if note, isNote := strings.CutPrefix(o.referrer, "note:"); o.referrer != "" && o.referrer != "code" && (!isNote || note == "") {
		errs = append(errs, &failure{fmt.Sprintf("--referrer cannot be %q", o.referrer), "write --referrer code, or --referrer note:NAME"})
	}
	options.Referrer = o.referrer
	if o.out == "" {
		errs = append(errs, &failure{"there is no folder to write to", "write --out FOLDER"})
	}
	if o.partners != "" {
		if options.Partners, err = in.readCodes(ctx, o.partners); err != nil {
			errs = append(errs, err)
		}
	}
	return options, errors.Join(errs...)
}

// readCodes reads which code is whose.
func (in *invocation) readCodes(ctx context.Context, path string) (map[string]string, error) {
	data, err := in.readFile(ctx, path)
	if err != nil {
		return nil, err
	}
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(data), "\ufeff"))).ReadAll()
	if err != nil || len(rows) == 0 || len(rows[0]) != 2 || !strings.EqualFold(rows[0][0], "code") || !strings.EqualFold(rows[0][1], "partner") {
		return nil, &failure{fmt.Sprintf("%q does not say which code is whose", path), "make it a CSV with the columns code,partner"}
	}
	codes := map[string]string{}
	for i, row := range rows[1:] {
		code := strings.ToLower(strings.TrimSpace(row[0]))
		if _, twice := codes[code]; twice {
			return nil, &failure{fmt.Sprintf("%s: row %d: the code %q is there twice", path, i+1, row[0]), "keep one of them"}
		}
		codes[code] = strings.TrimSpace(row[1])
	}
	return codes, nil
}

// logFiles are what an import writes.
var logFiles = [...]string{"partners.csv", "touches.csv", "sales.csv"}

// checkFolder refuses to write over log files that nobody said may go.
func (o logsImport) checkFolder() error {
	if err := logs.CheckFolder(o.out); err != nil {
		return err
	}
	for _, name := range logFiles {
		path := filepath.Join(o.out, name)
		if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) && !o.force {
			return &failure{fmt.Sprintf("%q exists already; it was left as it is", path), "choose another folder, or add --force to overwrite it"}
		}
	}
	return nil
}

// writeLogs puts all three files in their place, or none.
func writeLogs(log foreign.Log, currency model.Currency, folder string) error {
	result, err := logs.NewResult(folder)
	if err != nil {
		return err
	}
	defer result.Discard()
	for i, write := range []func(io.Writer) error{
		log.WritePartners, log.WriteTouches, func(w io.Writer) error { return log.WriteSales(w, currency) },
	} {
		w, err := result.Create(logFiles[i], "") // whatever is there may go: it was looked for before
		if err != nil {
			return err
		}
		if err := write(w); err != nil {
			return &failure{fmt.Sprintf("%s could not be written: %v; nothing was left behind", logFiles[i], err), "check the disk"}
		}
	}
	return result.Publish()
}

// tellLogs says what was taken, and what cannot be known.
func (in *invocation) tellLogs(log foreign.Log, folder string) error {
	out := in.lines()
	for _, line := range log.Holds {
		out.Put("%s", line)
	}
	out.Put("Wrote %s, %s and %s to %q.", text.Count(len(log.Partners), "partner", "partners"), text.Count(len(log.Touches), "touch", "touches"), text.Count(len(log.Sales), "sale", "sales"), folder)
	out.Put("Parents and track days are in none of these exports: clicks never expire, and nobody stands above a partner.")
	if len(log.Remarks) > 0 {
		out.Put("What could not be known, or not be kept:")
	}
	for _, line := range log.Remarks {
		out.Put("  %s", line)
	}
	return out.Err()
}
