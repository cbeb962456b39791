package main

import (
	"context"
	"flag"
	"fmt"
	"log"
	"os"
	"os/signal"
	"path/filepath"
)

// options are what is measured.
type options struct {
	touches, sales, runs int
	dir, memory          string
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := run(ctx)
	stop()
	if err != nil {
		log.Fatalln("bench:", err)
	}
}

func run(ctx context.Context) error {
	if folders := os.Getenv(duckChild); folders != "" {
		return duckProcess(ctx, filepath.SplitList(folders))
	}
	var o options
	flag.IntVar(&o.touches, "touches", 10_000_000, "rows of touches.csv; less than 16 million against DuckDB")
	flag.IntVar(&o.sales, "sales", 2_000_000, "rows of sales.csv")
	flag.IntVar(&o.runs, "runs", 3, "how often each is run")
	flag.StringVar(&o.dir, "dir", "", "keep the log in this folder, and take it from there if it is there")
	flag.StringVar(&o.memory, "memory", "", "measure the replay with this bound on memory against itself without one")
	flag.Parse()
	if o.memory == "" && (o.touches >= 1<<24 || o.sales >= 1<<24) || o.runs < 1 {
		return fmt.Errorf("ids must fit 24 bits for DuckDB, and there must be a run")
	}
	work, err := os.MkdirTemp("", "referee-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	folder, err := o.logFolder(work)
	if err != nil {
		return err
	}
	b := &bench{options: o, work: work, log: folder}
	if o.memory != "" {
		return b.bounded(ctx)
	}
	return b.measure(ctx)
}

// logFolder is the folder of the log, made if it is not there.
func (o options) logFolder(work string) (string, error) {
	folder := filepath.Join(work, "log")
	if o.dir != "" {
		folder = filepath.Join(o.dir, fmt.Sprintf("%d-%d", o.touches, o.sales))
		if _, err := os.Stat(filepath.Join(folder, "sales.csv")); err == nil {
			return folder, nil
		}
	}
	fmt.Printf("generating %d touches and %d sales\n", o.touches, o.sales)
	return folder, generate(folder, o.touches, o.sales)
}
