package scenario

import (
	"io"
	"strings"
)

// SaleAt is the place of a sale in Sales by its ID, -1 if there is none.
func (r *Result) SaleAt(id string) int {
	for i := range r.Sales {
		if r.Sales[i].Order.ID == id {
			return i
		}
	}
	return -1
}

// WriteSale writes one sale of a result, by its place in Sales, as [WriteText] does,
// with the settings that matter. It returns the error of w.
func WriteSale(w io.Writer, r Result, sale int) error {
	p := page{result: &r}
	p.head()
	p.sale(sale)
	_, err := io.WriteString(w, strings.TrimRight(p.String(), "\n")+"\n")
	return err
}

// SaleJSON is what [WriteJSON] writes of one sale, as a value that becomes JSON.
func (r *Result) SaleJSON(sale int) any { return r.sale(sale) }
