package db

import (
	"bufio"
	"fmt"
	"io/fs"
	"os"
	"strconv"
	"strings"
	"syscall"
)

// holder asks the kernel which process has a lock on the file. It answers with
// 0 and "" for what it cannot find out.
func holder(file fs.FileInfo) (pid int, command string) {
	stat, ok := file.Sys().(*syscall.Stat_t)
	if !ok {
		return 0, ""
	}
	locks, err := os.ReadFile("/proc/locks")
	if err != nil {
		return 0, ""
	}
	pid = lockHolder(string(locks), stat.Ino)
	name, err := os.ReadFile(fmt.Sprintf("/proc/%d/comm", pid))
	if err != nil {
		return pid, ""
	}
	return pid, strings.TrimSpace(string(name))
}

// tryLock takes the lock bbolt would take, without waiting.
func tryLock(file *os.File) bool {
	return syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) == nil
}

// unlock gives up bbolt's lock without bbolt. Closing the file would not do: its
// mapping keeps it open.
func unlock(file *os.File) { syscall.Flock(int(file.Fd()), syscall.LOCK_UN) }

// lockHolder finds an inode in the text of /proc/locks. Its lines read
//
//	1: FLOCK  ADVISORY  WRITE 4711 fe:00:9978625 0 EOF
//
// with the process and the device and inode of the file; one that only waits
// has an arrow behind its number. The device is not compared: some file systems
// report another one here than to stat.
func lockHolder(locks string, inode uint64) (pid int) {
	lines := bufio.NewScanner(strings.NewReader(locks))
	for lines.Scan() {
		fields := strings.Fields(lines.Text())
		if len(fields) < 6 || fields[1] == "->" {
			continue
		}
		file := strings.Split(fields[5], ":")
		if file[len(file)-1] != strconv.FormatUint(inode, 10) {
			continue
		}
		// A holder in another container has no number here.
		if pid, err := strconv.Atoi(fields[4]); err == nil && pid > 0 {
			return pid
		}
	}
	return 0
}
