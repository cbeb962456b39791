package replay

import (
	"context"
	"hash/maphash"
	"sync/atomic"

	"referee/model"
)

// Files are the three files of a log.
type Files struct{ Partners, Touches, Sales Source }

// Options say how a log is read.
type Options struct {
	Workers  int  // goroutines, at least 1
	SkipBad  bool // bad rows of touches and sales are counted and left out
	Progress *Progress
	Memory   int64 // how many bytes it may take, about; 0 is no bound
}

// Load is sales that have been read, each with its evidence: all of a log, or with a
// bound on memory a part of it. It knows nothing of settings or rates, so any number
// of plans can be settled over it.
type Load struct {
	Partners Partners
	Touches  int // touches that could reach one of its sales
	Rows     int // of touches.csv, bad ones included
	sales    *sales
	evidence evidence
}

// Sales is how many sales there are.
func (l *Load) Sales() int { return l.sales.len() - l.sales.others }

// Whole reports whether it is all of the log, rather than one of several parts.
func (l *Load) Whole() bool { return l.sales.place == nil }

// Read reads a whole log, sales first. Amounts are in the currency. It returns what
// was left out too, if that was asked for. It returns a [*Problem] or a [*BadRows],
// and the error of a context that has ended.
func Read(ctx context.Context, files Files, currency model.Currency, o Options) (*Load, *BadRows, error) {
	l, err := open(files, currency, o)
	if err != nil {
		return nil, nil, err
	}
	o.Progress.expect(len(files.Sales.Data) + 2*len(files.Touches.Data))
	load, err := l.part(ctx, whole)
	if err != nil {
		return nil, nil, err
	}
	bad, err := l.bad(ctx)
	switch {
	case err != nil:
		return nil, nil, err
	case load == nil:
		return nil, nil, bad
	}
	return load, bad, nil
}

// log is a log whose headers and partners have been read.
type log struct {
	Options
	files          Files
	currency       model.Currency
	partners       Partners
	sales, touches *table
	badSales       badFile
	badTouches     badFile
	doubled        map[int]bool // bad sales whose id has come before, the first of them, by where they begin
	twice          map[int]bool // sales whose id has come before, by where they begin; nil if there is one part
	owners         maphash.Seed // of what parts go by
}

func open(files Files, currency model.Currency, o Options) (*log, error) {
	l := &log{Options: o, files: files, currency: currency, owners: maphash.MakeSeed(), doubled: map[int]bool{}}
	var err error
	if l.partners, err = ReadPartners(files.Partners); err != nil {
		return nil, err
	}
	if l.touches, err = readHeader(files.Touches, 7, "touch_id", "time", "contact", "cookie", "ip", "partner", "kind"); err != nil {
		return nil, err
	}
	l.sales, err = readHeader(files.Sales, 7, "sale_id", "time", "contact", "cookie", "ip", "amount", "product")
	return l, err
}

// bad is all bad rows.
func (l *log) bad(ctx context.Context) (*BadRows, error) {
	if err := l.tellFirst(ctx); err != nil {
		return nil, err
	}
	b := &BadRows{}
	b.name(l.files.Sales, l.badSales)
	b.name(l.files.Touches, l.badTouches)
	return b, nil
}

// refuses reports whether bad rows keep the log from being made anything of.
func (l *log) refuses() bool { return !l.SkipBad && l.badSales.count+l.badTouches.count > 0 }

// part reads the sales of a part, with all that bears on them. It is nil if the log is
// refused for its bad rows.
func (l *log) part(ctx context.Context, p part) (*Load, error) {
	rows, err := l.rows(ctx, p)
	if err != nil || l.refuses() {
		return nil, err
	}
	rows.sales.tidy()
	load := &Load{Partners: l.partners, Touches: rows.touches.len, Rows: rows.read, sales: rows.sales}
	load.evidence, err = gather(ctx, l.partners.rows, rows.touches, rows.sales, rows.size, l.Workers)
	return load, err
}

// logRows are the sales of a part, and the touches that can reach them.
type logRows struct {
	sales   *sales
	touches *touches
	read    int // rows of touches.csv
	size    sizes
}

// sizes is how many keys there are of each kind.
type sizes struct{ contacts, cookies, addresses int }

func (l *log) rows(ctx context.Context, p part) (rows logRows, err error) {
	sold, names, badSales, err := l.readSales(ctx, p)
	if err != nil {
		return rows, err
	}
	rows.sales = sold
	most, err := l.mostTouches(sold.len())
	if err != nil {
		return rows, err
	}
	scan := touchScan{table: l.touches, names: names, partners: l.partners.codes(), progress: l.Progress, most: most, kept: &touches{}}
	if err = scan.beyond(ctx, l.Workers); err != nil {
		return rows, err
	}
	if err = scan.run(ctx, l.Workers); err != nil {
		return rows, err
	}
	rows.touches, rows.read = scan.kept, int(scan.rows.Load())
	rows.size = sizes{names.contacts.len(), names.cookies.len(), names.addresses.len()}
	if p != whole {
		others := otherSales{log: l, names: names, own: p, most: int64(most-scan.kept.len) / saleBytes * touchBytes}
		if err = others.collect(ctx, sold); err != nil {
			return rows, err
		}
	}
	l.badSales.take(badSales...)
	l.badTouches.take(scan.bad...)
	return rows, nil
}

// codes numbers the partners' codes as their rows are.
func (p Partners) codes() *keys {
	codes := newKeys(len(p.rows), newSeeds())
	for _, row := range p.rows {
		codes.add([]byte(row.Code))
	}
	return codes
}

// spread shares n things out to several workers, some at a time. It returns a [*Crash],
// or the error of the context.
func spread(ctx context.Context, n, some, workers int, work func(worker int, each func(func(int)))) error {
	var next atomic.Int64
	crew, ctx := newCrew(ctx)
	for worker := range workers {
		crew.start(func() error {
			work(worker, func(one func(int)) {
				for ctx.Err() == nil {
					from := int(next.Add(int64(some))) - some
					if from >= n {
						return
					}
					for k := from; k < min(n, from+some); k++ {
						one(k)
					}
				}
			})
			return nil
		})
	}
	return crew.wait()
}
