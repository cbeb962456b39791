package replay

import (
	"testing"

	"referee/model"
)

// TestCells: the largest bar fills its room, whatever the sums, and none is nothing.
func TestCells(t *testing.T) {
	for _, most := range []model.Money{1, 60, 1 << 40, 1 << 62} {
		if got := cells(most, most, 60); got != 60 {
			t.Errorf("%d of %d fills %d cells of 60", most, most, got)
		}
		if got := cells(most/2, most, 60); got != 30 && most > 1 {
			t.Errorf("half of %d fills %d cells of 60", most, got)
		}
		if got := cells(0, most, 60); got != 1 {
			t.Errorf("nothing of %d fills %d cells", most, got)
		}
	}
}
