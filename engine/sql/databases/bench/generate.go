package main

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"time"
)

const (
	partners = 2_000
	nets     = 50              // addresses that very many people share
	year     = 395 * 24 * 3600 // seconds of the log: some referrals expire
)

// crowd is who appears in a log. Buyers have two orders on average, and three in ten
// touches are theirs; the others only pass by. A person has a browser or two and a
// home address, which a household may share.
type crowd struct {
	*rand.Rand
	buyers, passers int
}

// generate writes the three files of a log into a folder, the same ones for the
// same sizes. Rows come in order of time but for some that are up to 30 days late.
func generate(folder string, touches, sales int) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	who := crowd{rand.New(rand.NewPCG(uint64(touches), uint64(sales))), max(sales/2, 10), max(touches/4, 10)}
	if err := write(folder, "partners.csv", "partner,parent,name,track_days,active", partners, who.partner); err != nil {
		return err
	}
	err := write(folder, "touches.csv", "touch_id,time,contact,cookie,ip,partner,kind", touches, func(b []byte, row int) []byte {
		return who.touch(b, row, touches)
	})
	if err != nil {
		return err
	}
	return write(folder, "sales.csv", "sale_id,time,contact,cookie,ip,amount,product", sales, func(b []byte, row int) []byte {
		return who.sale(b, row, sales)
	})
}

// write writes rows, from 1, below a header.
func write(folder, name, header string, rows int, row func([]byte, int) []byte) error {
	file, err := os.Create(filepath.Join(folder, name))
	if err != nil {
		return err
	}
	defer file.Close()
	out := bufio.NewWriterSize(file, 1<<20)
	fmt.Fprintln(out, header)
	var line []byte
	for i := 1; i <= rows; i++ {
		line = append(row(line[:0], i), '\n')
		if _, err := out.Write(line); err != nil {
			return err
		}
	}
	if err := out.Flush(); err != nil {
		return err
	}
	return file.Close()
}

// partner is in a tree: four in ten have nobody above them.
func (c crowd) partner(b []byte, row int) []byte {
	parent := ""
	if row > 10 && row%10 >= 4 {
		parent = fmt.Sprintf("partner%04d", c.IntN(row-1)+1)
	}
	return fmt.Appendf(b, "partner%04d,%s,Partner number %d,365,true", row, parent, row)
}

func (c crowd) touch(b []byte, row, of int) []byte {
	person := c.buyers + c.IntN(c.passers)
	if c.IntN(10) < 3 {
		person = c.buyer()
	}
	kind, named := "click", c.IntN(100) < 15
	if c.IntN(50) == 0 {
		kind, named = "lead", true
	}
	b = fmt.Appendf(b, "%d,%s,", row, c.when(row, of, 0))
	b = c.contact(b, person, named)
	b = c.browser(b, person, c.IntN(100) < 97)
	b = c.address(b, person, c.IntN(100) < 95)
	// Some partners have far more clicks than others.
	return fmt.Appendf(b, "partner%04d,%s", 1+c.IntN(1+c.IntN(partners)), kind)
}

func (c crowd) sale(b []byte, row, of int) []byte {
	person := c.buyer()
	b = fmt.Appendf(b, "%d,%s,", row, c.when(row, of, 30*24*3600))
	b = c.contact(b, person, c.IntN(100) < 97)
	b = c.browser(b, person, c.IntN(100) < 75)
	b = c.address(b, person, c.IntN(100) < 85)
	return fmt.Appendf(b, "%d.%02d,sku-%03d", 1+c.IntN(400), c.IntN(100), c.IntN(200))
}

// buyer is more often one of the busy ones.
func (c crowd) buyer() int {
	u := c.Float64()
	return int(u * u * float64(c.buyers))
}

func (c crowd) when(row, of, from int) string {
	at := from + int(int64(year-from)*int64(row)/int64(of))
	if c.IntN(10) == 0 {
		at = max(0, at-c.IntN(30*24*3600))
	}
	return time.Unix(1_735_689_600+int64(at), 0).UTC().Format(time.RFC3339)
}

func (c crowd) contact(b []byte, person int, known bool) []byte {
	if known {
		b = fmt.Appendf(b, "contact-%d", person)
	}
	return append(b, ',')
}

// browser is one of a person's two, or now and then somebody else's.
func (c crowd) browser(b []byte, person int, known bool) []byte {
	if !known {
		return append(b, ',')
	}
	if c.IntN(100) == 0 {
		person = c.IntN(c.buyers + c.passers)
	}
	id := uint64(person*2+min(1, c.IntN(4))) + 1
	return fmt.Appendf(b, "%016x%08x,", id*0x9e3779b97f4a7c15, uint32(id*2654435761))
}

func (c crowd) address(b []byte, person int, known bool) []byte {
	if !known {
		return append(b, ',')
	}
	home := person / 2
	if c.IntN(50) == 0 {
		home = c.IntN(nets)
	}
	return fmt.Appendf(b, "%d.%d.%d.%d,", 11+home>>24&0x7f, home>>16&0xff, home>>8&0xff, home&0xff)
}
