package logbook

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"runtime/debug"
	"sync"

	"referee/db/logs"
	"referee/engine"
	"referee/engine/replay"
	"referee/engine/scenario"
	"referee/model"
)

// Book is a log in a folder.
type Book struct {
	Folder   string
	Load     *replay.Load    // after [Book.Read]
	Skipped  *replay.BadRows // what Read left out
	currency model.Currency
	files    *logs.Folder
	using    sync.RWMutex // held by whoever reads what Close takes away
	closed   bool
}

// errClosed is what is said to whoever comes too late.
var errClosed = errors.New("the log was closed")

// Open opens the files of a folder. It returns the errors of [logs.Open].
func Open(ctx context.Context, folder string) (*Book, error) {
	files, err := logs.Open(ctx, folder)
	if err != nil {
		return nil, err
	}
	return &Book{Folder: folder, files: files}, nil
}

// Close closes the files once nobody is at work on them. What is asked of the book
// after that is refused.
func (b *Book) Close() error {
	b.using.Lock()
	defer b.using.Unlock()
	if b.closed {
		return nil
	}
	b.closed = true
	return b.files.Close()
}

// use keeps the book open until done is called; it is not if the book is closed.
func (b *Book) use() (done func(), err error) {
	b.using.RLock()
	if b.closed {
		b.using.RUnlock()
		return nil, errClosed
	}
	return b.using.RUnlock, nil
}

func (b *Book) sources() replay.Files {
	source := func(file logs.File) replay.Source {
		return replay.Source{Name: file.Path, Data: file.Data, At: file}
	}
	return replay.Files{Partners: source(b.files.Partners), Touches: source(b.files.Touches), Sales: source(b.files.Sales)}
}

// guarded is work on the files as they are mapped: if one can no longer be read, that
// is an error which names it.
func (b *Book) guarded(work func() error) error {
	err := replay.Guarded(work)
	if crash, is := errors.AsType[*replay.Crash](err); is {
		return b.files.Lost(crash.Address(), crash)
	}
	return err
}

// Workers is how many goroutines a replay has.
func Workers() int { return runtime.GOMAXPROCS(0) }

// memory is about how much memory the log takes: the sales are held, with as many
// touches as a log usually has for them.
func (b *Book) memory() int { return 3 * len(b.files.Sales.Data) }

// Read reads the log, amounts in a currency. It returns the errors of
// [replay.Read], and an [*logs.Error] for a file that was cut short meanwhile.
func (b *Book) Read(ctx context.Context, currency model.Currency, skipBad bool, p *replay.Progress) error {
	b.currency = currency
	logs.Spacious(b.memory())
	return b.guarded(func() (err error) {
		b.Load, b.Skipped, err = replay.Read(ctx, b.sources(), currency, replay.Options{Workers: Workers(), SkipBad: skipBad, Progress: p})
		return err
	})
}

// Parts reads the log in parts that fit into so much memory, 0 for all at once, and
// gives each to a function as b.Load. It returns the errors of [replay.Parts] and of
// the function. The collector is set for it, which is the whole process's: it is for a
// process that does nothing else meanwhile.
func (b *Book) Parts(ctx context.Context, currency model.Currency, o replay.Options, each func() error) error {
	if o.Memory == 0 {
		logs.Spacious(b.memory())
	}
	// Its memory is few large columns: looking at them is cheap, room beside them is not.
	defer debug.SetGCPercent(debug.SetGCPercent(10))
	if o.Memory > 0 {
		defer debug.SetMemoryLimit(debug.SetMemoryLimit(o.Memory * 9 / 10))
	}
	b.currency, b.Skipped = currency, &replay.BadRows{}
	return b.guarded(func() error {
		for load, err := range replay.Parts(ctx, b.sources(), currency, o, b.Skipped) {
			if err != nil {
				return err
			}
			b.Load = load
			if err := each(); err != nil {
				return err
			}
		}
		return nil
	})
}

// Plan is a policy for the partners of the log. The error is of the currency or the
// model's problems.
func (b *Book) Plan(p model.Policy) (*engine.Plan, error) {
	if c := p.Catalog.Currency(); c != b.currency {
		return nil, &currencyError{b.currency, c}
	}
	catalog, err := b.Load.Partners.Catalog(p.Catalog)
	if err != nil {
		return nil, err
	}
	return engine.Compile(p.Settings, catalog), nil
}

// currencyError is a policy in another currency than the log was read in.
type currencyError struct{ log, policy model.Currency }

func (e *currencyError) Error() string {
	return fmt.Sprintf("the log was read in %s, and the policy pays in %s", e.log.Code(), e.policy.Code())
}

// Hint is what to do about it.
func (e *currencyError) Hint() string {
	return "save the policy, then read the log again: its amounts are in the currency that is saved"
}

// Compared is what two policies come to over a log.
type Compared struct {
	replay.Comparison
	Catalog model.Catalog // of the first, with the log's partners: all names come from it
}

// AsRead is a policy in the names that partners and products had before a renaming. The
// error is the model's problems.
func AsRead(p model.Policy, renamed model.Renames) (model.Policy, error) {
	as, problems := p.Catalog.Renamed(model.Renames(nil).Since(renamed))
	if problems != nil {
		return p, problems
	}
	p.Catalog = as
	return p, nil
}

// Compare settles two policies over the log. The log knows partners and products as they
// were when it was read: what has been renamed since then in the first policy is told by
// since, and what was in the second after that by renamed. It
// returns the errors of [Book.Plan] and [replay.Comparing.Add], the model's problems,
// and an [*logs.Error] for a file that was cut short meanwhile.
func (b *Book) Compare(ctx context.Context, from, to model.Policy, since, renamed model.Renames) (Compared, error) {
	done, err := b.use()
	if err != nil {
		return Compared{}, err
	}
	defer done()
	if from, err = AsRead(from, since); err != nil {
		return Compared{}, err
	}
	if to, err = AsRead(to, since.Followed(renamed)); err != nil {
		return Compared{}, err
	}
	before, err := b.Plan(from)
	if err != nil {
		return Compared{}, err
	}
	after, err := b.Plan(to)
	if err != nil {
		return Compared{}, err
	}
	comparing := replay.NewComparing(before, after)
	err = b.guarded(func() error { return comparing.Add(ctx, b.Load, Workers()) })
	if err != nil {
		return Compared{}, err
	}
	sum, err := comparing.Sum()
	return Compared{sum, before.Catalog()}, err
}

// Case is everything in the log that bears on one sale, as a case under a policy. It
// tells which rows are too broken to tell whether they bear on it. It returns the errors
// of [replay.Excerpt] and the model's problems, and an [*logs.Error] for a file that was
// cut short meanwhile.
func (b *Book) Case(ctx context.Context, p model.Policy, sale string, skipBad bool) (c scenario.Case, broken *replay.BadRows, err error) {
	done, err := b.use()
	if err != nil {
		return scenario.Case{}, nil, err
	}
	defer done()
	err = b.guarded(func() error {
		log, err := replay.Excerpt(ctx, b.sources(), p.Catalog.Currency(), sale, skipBad)
		if err == nil {
			broken = log.Broken
			c, err = b.caseOf(log, p, sale)
		}
		return err
	})
	return c, broken, err
}

func (b *Book) caseOf(log replay.Log, p model.Policy, sale string) (scenario.Case, error) {
	partners, err := replay.ReadPartners(b.sources().Partners)
	if err != nil {
		return scenario.Case{}, err
	}
	catalog, err := partners.Of(log).Catalog(p.Catalog)
	if err != nil {
		return scenario.Case{}, err
	}
	journal, problems := catalog.Journal(log.Events())
	if problems != nil {
		return scenario.Case{}, problems
	}
	return scenario.Case{Title: sale + ", from the logs", Settings: p.Settings, Catalog: catalog, Journal: journal}, nil
}
