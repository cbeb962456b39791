package cli

import (
	"context"
	"fmt"
	"io"

	"referee/db/logs"
	"referee/engine/replay"
)

// replayResult is where commissions go: into files, or nowhere.
type replayResult struct {
	io.Writer
	files *logs.Result
	runs  []io.ReadWriteSeeker // of the parts, if there are several
}

// of is where the rows of a load go. Those of a part wait until there are all.
func (r *replayResult) of(load *replay.Load) (io.Writer, error) {
	if r.files == nil || load.Whole() {
		return r.Writer, nil
	}
	run, err := r.files.Run()
	if err != nil {
		return nil, err
	}
	r.runs = append(r.runs, run)
	return run, nil
}

// merge puts the rows of the parts in order, until a context has ended.
func (r *replayResult) merge(ctx context.Context) error {
	var all []io.Reader
	for _, run := range r.runs {
		if _, err := run.Seek(0, io.SeekStart); err != nil {
			return err
		}
		all = append(all, logs.Until(ctx, run))
	}
	return replay.Merge(r.Writer, all...)
}

// begin begins commissions.csv, if it was asked for. Nothing is in its place before
// [replayResult.publish].
func (r *replaying) begin() (*replayResult, error) {
	if r.flags.out == "" {
		return &replayResult{Writer: io.Discard}, nil
	}
	files, err := logs.NewResult(r.flags.out)
	if err != nil {
		return nil, err
	}
	result := &replayResult{files: files}
	if result.Writer, err = files.Create("commissions.csv", replay.CommissionsHeader); err != nil {
		return nil, err
	}
	if _, err := io.WriteString(result, replay.CommissionsHeader); err != nil {
		result.discard()
		return nil, &failure{fmt.Sprintf("commissions.csv could not be written: %v", err), "check the disk"}
	}
	return result, nil
}

// publish writes the totals too and puts both in their place.
func (r *replayResult) publish(partners replay.Partners, totals *replay.Totals) error {
	if r.files == nil {
		return nil
	}
	out, err := r.files.Create("totals.csv", replay.TotalsHeader)
	if err != nil {
		return err
	}
	if err := partners.WriteTotals(out, totals); err != nil {
		return err
	}
	return r.files.Publish()
}

// discard takes away what was not published.
func (r *replayResult) discard() {
	if r.files != nil {
		r.files.Discard()
	}
}
