package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"syscall"
	"time"

	"referee/engine"
	"referee/engine/replay"
)

type bench struct {
	options
	work, log string
}

// outcome is one run of a process.
type outcome struct {
	wall, cpu time.Duration // cpu is that of all processors together
	peak      int64         // bytes that were resident at most
}

func (b *bench) measure(ctx context.Context) error {
	program, policy, err := b.prepare(ctx)
	if err != nil {
		return err
	}
	self, err := os.Executable()
	if err != nil {
		return err
	}
	var ours, theirs []outcome
	for i := range b.runs {
		out, other := b.folder("referee", i), b.folder("duckdb", i)
		a, err := again(func() *exec.Cmd {
			return exec.CommandContext(ctx, program, "replay", b.log, "--policy", policy, "--out", out)
		})
		if err != nil {
			return err
		}
		d, err := again(func() *exec.Cmd {
			duck := exec.CommandContext(ctx, self)
			duck.Env = append(os.Environ(), duckEnvironment(b.log, other))
			return duck
		})
		if err != nil {
			return err
		}
		if err := sameFiles(out, other); err != nil {
			return err
		}
		ours, theirs = append(ours, a), append(theirs, d)
		fmt.Printf("run %d: replay %s; DuckDB %s\n", i+1, a, d)
	}
	report("CSV to CSV", column(ours, outcome.wallTime), column(theirs, outcome.wallTime))
	report("The same in processor time, for a machine that is not quiet", column(ours, outcome.cpuTime), column(theirs, outcome.cpuTime))
	fmt.Printf("  most memory resident: replay %d MB, DuckDB %d MB\n", peak(ours)/1e6, peak(theirs)/1e6)
	return b.loaded(ctx)
}

// prepare builds the program, writes the policy down and says what is measured.
func (b *bench) prepare(ctx context.Context) (program, policy string, err error) {
	program, policy = filepath.Join(b.work, "referee"), filepath.Join(b.work, "policy.toml")
	if err := buildProgram(ctx, program); err != nil {
		return "", "", err
	}
	if err := os.WriteFile(policy, []byte(firstPolicy), 0o644); err != nil {
		return "", "", err
	}
	size, err := b.bytes()
	fmt.Printf("%d touches, %d sales, %d MB, %d processors\n", b.touches, b.sales, size/1e6, runtime.NumCPU())
	return program, policy, err
}

// buildProgram builds the program as it is in the repository.
func buildProgram(ctx context.Context, path string) error {
	home, err := exec.CommandContext(ctx, "go", "list", "-m", "-f", "{{.Dir}}", "referee").Output()
	if err != nil {
		return fmt.Errorf("run it in the folder engine/sql/databases: %w", err)
	}
	build := exec.CommandContext(ctx, "go", "build", "-o", path, ".")
	build.Dir = string(bytes.TrimSpace(home))
	if said, err := build.CombinedOutput(); err != nil {
		return fmt.Errorf("go build: %w\n%s", err, said)
	}
	return nil
}

// folder is a new folder for a result.
func (b *bench) folder(name string, run int) string {
	folder := filepath.Join(b.work, fmt.Sprint(name, run))
	_ = os.Mkdir(folder, 0o755) // if it cannot be made, writing there will say so
	return folder
}

func (b *bench) bytes() (size int64, err error) {
	for _, name := range []string{"partners.csv", "touches.csv", "sales.csv"} {
		info, err := os.Stat(filepath.Join(b.log, name))
		if err != nil {
			return 0, err
		}
		size += info.Size()
	}
	return size, nil
}

// again runs a process twice, one run after the other, and measures the second. The first
// finds the machine as another program has left it: on one that gives memory back to its
// host that costs every program a tenth of a second for each 40 MB.
func again(command func() *exec.Cmd) (outcome, error) {
	if _, err := timed(command()); err != nil {
		return outcome{}, err
	}
	return timed(command())
}

// timed runs a process to its end. What was resident at most counts what this process itself
// holds when it starts the other, so it must not hold much.
func timed(command *exec.Cmd) (outcome, error) {
	var said bytes.Buffer
	command.Stderr = &said
	start := time.Now()
	if err := command.Run(); err != nil {
		return outcome{}, fmt.Errorf("%s: %w\n%s", filepath.Base(command.Path), err, said.Bytes())
	}
	used, ok := command.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		return outcome{}, errors.New("this system does not tell how much memory was used")
	}
	cpu := command.ProcessState.UserTime() + command.ProcessState.SystemTime()
	return outcome{time.Since(start), cpu, used.Maxrss * 1024}, nil
}

// loaded measures the second policy on data that is loaded. The replay writes its
// rows to nowhere; DuckDB keeps its own in a table.
func (b *bench) loaded(ctx context.Context) error {
	theirs, want, err := loadedDuck(ctx, b.log, b.folder("loaded", 0), b.runs)
	if err != nil {
		return err
	}
	c, err := policyCase("second.toml", secondPolicy)
	if err != nil {
		return err
	}
	load, err := b.read(ctx)
	if err != nil {
		return err
	}
	catalog, err := load.Partners.Catalog(c.Catalog)
	if err != nil {
		return err
	}
	var ours []time.Duration
	for range b.runs {
		var totals replay.Totals
		start := time.Now()
		err := load.Settle(ctx, engine.Compile(c.Settings, catalog), runtime.GOMAXPROCS(0), io.Discard, &totals)
		ours = append(ours, time.Since(start))
		if err != nil {
			return err
		}
		if got, err := totals.Paid(); err != nil || int64(got) != want {
			return fmt.Errorf("the second policy pays %d, and %d by DuckDB (%w)", got, want, err)
		}
	}
	report("A second policy on loaded data", ours, theirs)
	return nil
}

func (b *bench) read(ctx context.Context) (*replay.Load, error) {
	var files replay.Files
	for name, source := range map[string]*replay.Source{"partners.csv": &files.Partners, "touches.csv": &files.Touches, "sales.csv": &files.Sales} {
		data, err := os.ReadFile(filepath.Join(b.log, name))
		if err != nil {
			return nil, err
		}
		*source = replay.Source{Name: name, Data: data}
	}
	c, err := policyCase("policy.toml", firstPolicy)
	if err != nil {
		return nil, err
	}
	load, _, err := replay.Read(ctx, files, c.Catalog.Currency(), replay.Options{Workers: runtime.GOMAXPROCS(0)})
	return load, err
}

func (o outcome) wallTime() time.Duration { return o.wall }
func (o outcome) cpuTime() time.Duration  { return o.cpu }

func (o outcome) String() string {
	return fmt.Sprintf("%.2f s, %.2f s of processors, %d MB", o.wall.Seconds(), o.cpu.Seconds(), o.peak/1e6)
}

func column(runs []outcome, of func(outcome) time.Duration) (all []time.Duration) {
	for _, r := range runs {
		all = append(all, of(r))
	}
	return all
}

func peak(runs []outcome) (most int64) {
	for _, r := range runs {
		most = max(most, r.peak)
	}
	return most
}

// report prints two rows of times, and how many times faster ours are run by run.
func report(what string, ours, theirs []time.Duration) {
	var ratios []float64
	for i := range ours {
		ratios = append(ratios, theirs[i].Seconds()/ours[i].Seconds())
	}
	fmt.Printf("%s, least / median / most\n  replay %s\n  DuckDB %s\n", what, seconds(ours), seconds(theirs))
	slices.Sort(ratios)
	fmt.Printf("  DuckDB takes %.1f / %.1f / %.1f times as long\n", ratios[0], ratios[len(ratios)/2], ratios[len(ratios)-1])
}

func seconds(times []time.Duration) string {
	times = slices.Sorted(slices.Values(times))
	return fmt.Sprintf("%.2f / %.2f / %.2f s", times[0].Seconds(), times[len(times)/2].Seconds(), times[len(times)-1].Seconds())
}
