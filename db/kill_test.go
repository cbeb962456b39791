package db

import (
	"bufio"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"referee/model"
)

var kills = flag.Int("kills", 300, "how many times to kill a program that is saving; 100 with -short")

// saveEnv makes the test binary a program that saves to a database until it is
// killed, and writes the number of each revision when it has been told that it
// is saved.
const saveEnv = "REFEREE_TEST_SAVE"

func saveForEver(path string) int {
	s, err := Open(path, Options{})
	if err != nil {
		fmt.Println("open:", err)
		return 1
	}
	current, err := s.Current()
	for err == nil {
		number := current.Number + 1
		if number%killCases == 0 {
			err = s.KeepCase(killCase(number))
		}
		if err == nil {
			current, err = s.Save(current.Number, killEdit(number), killNote(number), noon)
		}
		if err == nil {
			fmt.Println(current.Number)
		}
		if err == nil && number%40 == 0 {
			_, err = s.Backup(noon)
		}
	}
	fmt.Println("save:", err)
	return 1
}

func killNote(number uint64) string { return fmt.Sprintf("change %d", number) }

// killEdit is what revision number holds; every seventh changes the catalog.
func killEdit(number uint64) Edit {
	d := model.DefaultDraft()
	d.CodePrefix = fmt.Sprintf("n%d-", number)
	s, _ := d.Parse()
	edit := Edit{Settings: s}
	if number%7 == 0 {
		edit.Catalog, _ = model.CatalogDraft{App: fmt.Sprintf("app%d", number)}.Parse()
	}
	return edit
}

// killCases is how often a case is kept, before the revision of the same number.
const killCases = 3

func killCase(number uint64) Case {
	return Case{Name: fmt.Sprint(number % 30), Text: fmt.Appendf(nil, "%08d%s", number, strings.Repeat(" a long story", int(number%300))), Pinned: number%2 == 0}
}

// keepsCases wants the case of every revision from one to another to be there, or
// a later one of the same name.
func keepsCases(t *testing.T, s *Store, from, to uint64) {
	t.Helper()
	cases, err := s.Cases()
	if err != nil {
		t.Fatal(err)
	}
	newest := map[string]uint64{}
	for _, c := range cases {
		var number uint64
		fmt.Sscanf(string(c.Text), "%d", &number)
		if diff(killCase(number), c) != "" {
			t.Fatalf("the case %q is not as it was kept: %.20q", c.Name, c.Text)
		}
		newest[c.Name] = number
	}
	for number := from; number <= to; number++ {
		if number%killCases == 0 && newest[killCase(number).Name] < number {
			t.Fatalf("the case of revision %d was acknowledged, and is not there", number)
		}
	}
}

// The same database is saved to by one program after another, each killed at a
// moment of chance. Nothing that was acknowledged is ever missing, and the next
// program opens the file without a question.
func TestKilledWhileSaving(t *testing.T) {
	t.Parallel()
	n := *kills
	if testing.Short() {
		n = min(n, 100)
	}
	path := created(t)
	r := rand.New(rand.NewPCG(9, 2026))
	acknowledged, more, last := 0, 0, uint64(1)
	for kill := range n {
		told := killOne(t, path, r)
		s, err := Open(path, Options{})
		if err != nil {
			t.Fatalf("kill %d: %v", kill, err)
		}
		current, err := s.Current()
		if err != nil || len(s.Notices()) != 0 {
			t.Fatalf("kill %d: %q, %v", kill, s.Notices(), err)
		}
		acknowledged += int(told - min(told, last))
		if told > current.Number {
			t.Fatalf("kill %d: revision %d was acknowledged, and the last is %d", kill, told, current.Number)
		}
		if current.Number > max(told, last) {
			more++ // saved, and killed before it could say so
		}
		for number := last + 1; number <= current.Number; number++ {
			got, err := s.Revision(number)
			if err != nil || got.Note != killNote(number) || got.Settings != killEdit(number).Settings {
				t.Fatalf("kill %d: revision %d is %+v, %v", kill, number, got, err)
			}
		}
		keepsCases(t, s, last+1, current.Number)
		last = current.Number
		s.Close()
	}
	if r := Verify(path); !r.OK() || r.Sound != last {
		t.Errorf("%v; sound up to %d of %d", r.Err(), r.Sound, last)
	}
	t.Logf("%d kills, %d acknowledged changes, 0 lost; %d saved without a word", n, acknowledged, more)
	if acknowledged < n {
		t.Errorf("only %d changes were acknowledged in %d kills", acknowledged, n)
	}
}

// killOne starts a program, lets it save a few times, and kills it. It answers
// with the last revision it acknowledged.
func killOne(t *testing.T, path string, r *rand.Rand) (told uint64) {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), saveEnv+"="+path)
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	answers := bufio.NewReader(out)
	var all strings.Builder
	for range 1 + r.IntN(6) {
		line, err := answers.ReadString('\n')
		all.WriteString(line)
		if err != nil {
			t.Fatalf("the program ended by itself: %s %v", &all, err)
		}
	}
	<-time.After(time.Duration(r.IntN(3000)) * time.Microsecond) // the moment of chance
	child.Process.Kill()
	rest, _ := io.ReadAll(answers)
	child.Wait()
	all.Write(rest)
	for line := range strings.Lines(all.String()) {
		if !strings.HasSuffix(line, "\n") {
			break // half an answer is none
		}
		if _, err := fmt.Sscanf(line, "%d", &told); err != nil {
			t.Fatalf("the program said %q", line)
		}
	}
	return told
}
