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
	"sync"
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
		t.Error(err)
		return
	}
	newest := map[string]uint64{}
	for _, c := range cases {
		var number uint64
		fmt.Sscanf(string(c.Text), "%d", &number)
		if diff(killCase(number), c) != "" {
			t.Errorf("the case %q is not as it was kept: %.20q", c.Name, c.Text)
		}
		newest[c.Name] = number
	}
	for number := from; number <= to; number++ {
		if number%killCases == 0 && newest[killCase(number).Name] < number {
			t.Errorf("the case of revision %d was acknowledged, and is not there", number)
		}
	}
}

// killsEach is how many kills one database lives through.
const killsEach = 150

// TestKilledWhileSaving: several databases are saved to, each by one program after
// another that are killed at moments of chance. Nothing that was acknowledged is ever
// missing, and the next program opens the file without a question.
func TestKilledWhileSaving(t *testing.T) {
	t.Parallel()
	n := *kills
	if testing.Short() {
		n = min(n, 100)
	}
	var all killed
	databases := make(chan int, n/killsEach+1)
	for from := 0; from < n; from += killsEach {
		databases <- from
	}
	close(databases)
	var working sync.WaitGroup
	for range 2 {
		working.Go(func() {
			for from := range databases {
				all.database(t, uint64(from), min(killsEach, n-from))
			}
		})
	}
	working.Wait()
	t.Logf("%d kills, %d acknowledged changes, 0 lost; %d saved without a word", all.kills, all.acknowledged, all.more)
	if all.kills != n || all.acknowledged < n {
		t.Errorf("only %d changes were acknowledged in %d kills of %d", all.acknowledged, all.kills, n)
	}
}

// killed is what came of kills.
type killed struct {
	mu                        sync.Mutex
	kills, acknowledged, more int
}

func (k *killed) count(acknowledged, more int) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.kills, k.acknowledged, k.more = k.kills+1, k.acknowledged+acknowledged, k.more+more
}

// database has one database saved to.
func (k *killed) database(t *testing.T, seed uint64, kills int) {
	path, last := created(t), uint64(1)
	r := rand.New(rand.NewPCG(9, seed))
	for kill := range kills {
		told := killOne(t, path, r)
		now := afterKill(t, path, last, told)
		k.count(int(told-min(told, last)), int(now-min(now, max(told, last))))
		if last = now; t.Failed() {
			t.Errorf("that was kill %d of database %d", kill, seed)
			return
		}
	}
	if r := Verify(path); !r.OK() || r.Sound != last {
		t.Errorf("%v; sound up to %d of %d", r.Err(), r.Sound, last)
	}
}

// afterKill opens the database after a kill, and wants all revisions up to the one it
// told of, as they were saved. It answers with the last.
func afterKill(t *testing.T, path string, last, told uint64) uint64 {
	t.Helper()
	s, err := Open(path, Options{})
	if err != nil {
		t.Error(err)
		return last
	}
	defer s.Close()
	current, err := s.Current()
	if err != nil || len(s.Notices()) != 0 || told > current.Number {
		t.Errorf("revision %d was acknowledged, and the last is %d; %q, %v", told, current.Number, s.Notices(), err)
		return last
	}
	for number := last + 1; number <= current.Number; number++ {
		got, err := s.Revision(number)
		if err != nil || got.Note != killNote(number) || got.Settings != killEdit(number).Settings {
			t.Errorf("revision %d is %+v, %v", number, got, err)
		}
	}
	keepsCases(t, s, last+1, current.Number)
	return current.Number
}

// killOne starts a program, lets it save a few times, and kills it. It answers
// with the last revision it acknowledged.
func killOne(t *testing.T, path string, r *rand.Rand) (told uint64) {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), saveEnv+"="+path)
	out, err := child.StdoutPipe()
	if err == nil {
		err = child.Start()
	}
	if err != nil {
		t.Error(err)
		return 0
	}
	answers := bufio.NewReader(out)
	var all strings.Builder
	for range 1 + r.IntN(6) {
		line, err := answers.ReadString('\n')
		all.WriteString(line)
		if err != nil {
			t.Errorf("the program ended by itself: %s %v", &all, err)
			break
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
			t.Errorf("the program said %q", line)
		}
	}
	return told
}
