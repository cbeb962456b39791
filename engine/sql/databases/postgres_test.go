package databases

import (
	"context"
	"database/sql"
	"fmt"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib"

	compiler "referee/engine/sql"
)

// openPostgres starts a server of its own and loads the log files of a folder
// with psql, as package sql says.
func openPostgres(t *testing.T, folder string) *sql.DB {
	t.Helper()
	server := startPostgres(t)
	load := exec.Command(server.tool("psql"), "-X", "-q", "-v", "ON_ERROR_STOP=1", server.url)
	load.Dir, load.Stdin = folder, strings.NewReader(compiler.Tables(compiler.Postgres))
	if said, err := load.CombinedOutput(); err != nil {
		t.Fatalf("psql: %v\n%s", err, said)
	}
	return server.open(t)
}

// postgres is a server that was started for a test.
type postgres struct {
	tools string // the folder of its programs
	url   string
}

// startPostgres starts a server on a free port of the loopback address, with its
// files in a temporary folder, and stops it when the test ends.
func startPostgres(t *testing.T) postgres {
	t.Helper()
	p := postgres{tools: postgresTools(t)}
	folder, as := postgresFolder(t)
	run := func(name string, args ...string) *exec.Cmd {
		command := exec.Command(p.tool(name), args...)
		command.Dir, command.SysProcAttr = folder, &syscall.SysProcAttr{Credential: as}
		return command
	}
	data := filepath.Join(folder, "data")
	if said, err := run("initdb", "-D", data, "-U", "referee", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync").CombinedOutput(); err != nil {
		t.Fatalf("initdb: %v\n%s", err, said)
	}
	port := freePort(t)
	server := run("postgres", "-D", data, "-h", "127.0.0.1", "-p", port, "-k", "", "-c", "fsync=off", "-c", "jit=off", "-c", "work_mem=64MB")
	log, err := os.Create(filepath.Join(t.TempDir(), "log"))
	if err != nil {
		t.Fatal(err)
	}
	server.Stdout, server.Stderr = log, log
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = server.Process.Signal(syscall.SIGINT) // close connections and stop
		_ = server.Wait()
		log.Close()
	})
	p.url = fmt.Sprintf("postgres://referee@127.0.0.1:%s/postgres?sslmode=disable", port)
	p.await(t, log.Name())
	return p
}

func (p postgres) tool(name string) string { return filepath.Join(p.tools, name) }

func (p postgres) open(t *testing.T) *sql.DB {
	t.Helper()
	return opened(t, "pgx", p.url)
}

// await waits until the server answers.
func (p postgres) await(t *testing.T, log string) {
	t.Helper()
	db := p.open(t)
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	for tick := time.NewTicker(20 * time.Millisecond); ; {
		err := db.PingContext(ctx)
		if err == nil {
			return
		}
		select {
		case <-tick.C:
		case <-ctx.Done():
			said, _ := os.ReadFile(log)
			t.Fatalf("the server does not answer: %v\n%s", err, said)
		}
	}
}

// postgresTools is the folder of an installed PostgreSQL's programs.
func postgresTools(t *testing.T) string {
	t.Helper()
	if places, _ := filepath.Glob("/usr/lib/postgresql/*/bin/initdb"); len(places) > 0 {
		return filepath.Dir(places[len(places)-1])
	}
	path, err := exec.LookPath("initdb")
	if err != nil {
		t.Fatal("PostgreSQL is not installed, or its initdb is not in the PATH")
	}
	return filepath.Dir(path)
}

// postgresFolder is a folder for the server's files, and whom it runs as: it
// refuses to run as root.
func postgresFolder(t *testing.T) (folder string, as *syscall.Credential) {
	t.Helper()
	folder, err := os.MkdirTemp("", "referee-postgres-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(folder) })
	if os.Getuid() != 0 {
		return folder, nil
	}
	who, err := user.Lookup("postgres")
	if err != nil {
		who, err = user.Lookup("nobody")
	}
	if err != nil {
		t.Fatal(err)
	}
	uid, _ := strconv.Atoi(who.Uid)
	gid, _ := strconv.Atoi(who.Gid)
	if err := os.Chown(folder, uid, gid); err != nil {
		t.Fatal(err)
	}
	return folder, &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
}

func freePort(t *testing.T) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	_, port, err := net.SplitHostPort(listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	return port
}
