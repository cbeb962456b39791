package uitest

import (
	"os"
	"os/exec"
	"testing"
)

// reexecVariable tells the test binary to be the program instead of the tests.
const reexecVariable = "REFEREE_TEST_AS_PROGRAM"

// Reexec is a command that runs the test binary as the program, with arguments.
// The package under test needs a TestMain:
//
//	func TestMain(m *testing.M) {
//		if uitest.Reexecuted() {
//			os.Exit(program(os.Args[1:]))
//		}
//		os.Exit(m.Run())
//	}
//
// The program gets a home of its own and a plain environment, so that neither
// the settings nor the files of whoever runs the tests can matter. Add to
// cmd.Env what the test is about; the last value of a name counts.
func Reexec(t testing.TB, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	home := t.TempDir()
	cmd := exec.Command(self, args...)
	cmd.Dir = home
	cmd.Env = []string{
		reexecVariable + "=1",
		"HOME=" + home, "TMPDIR=" + home, "PATH=" + os.Getenv("PATH"), "LANG=C.UTF-8",
		"TERM=xterm-256color", "COLORTERM=truecolor",
	}
	return cmd
}

// Reexecuted reports whether this process was started by [Reexec].
func Reexecuted() bool { return os.Getenv(reexecVariable) != "" }
