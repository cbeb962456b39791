package db

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// Kinds of file system, as statfs numbers them (see statfs(2)), on which a lock
// of one machine may not be seen by another.
var networkMagic = map[uint32]string{
	0x00006969: "NFS",
	0x0000517B: "SMB",
	0xFF534D42: "CIFS",
	0xFE534D42: "SMB",
	0x01021997: "9p",
	0x5346414F: "AFS",
	0x6B414653: "AFS",
	0x73757245: "Coda",
	0x0000564C: "NCP",
	0x00C36400: "Ceph",
	0x0BD00BD0: "Lustre",
	0x47504653: "GPFS",
	0x7461636F: "OCFS2",
	0x01161970: "GFS2",
	0x19830326: "BeeGFS",
	0x013111A8: "IBRIX",
	0x786F4256: "a shared folder of VirtualBox",
	0xBACBACBC: "a shared folder of VMware",
}

const fuseMagic = 0x65735546

// localFuse are programs behind a FUSE drive that work on a disk of this
// machine. All others may not.
var localFuse = map[string]bool{"fuseblk": true, "fuse.ntfs-3g": true, "fuse.exfat": true, "fuse.ext2": true, "fuse.gocryptfs": true, "fuse.encfs": true, "fuse.cryfs": true, "fuse.mergerfs": true, "fuse.bindfs": true}

// driveOf names the kind of network drive a path is on, "" if it is on none or
// the system does not say.
func driveOf(path string) string {
	var stat syscall.Statfs_t
	if syscall.Statfs(path, &stat) != nil && syscall.Statfs(filepath.Dir(path), &stat) != nil {
		return ""
	}
	magic := uint32(stat.Type)
	if magic != fuseMagic {
		return networkMagic[magic]
	}
	mounts, err := os.ReadFile("/proc/self/mountinfo")
	if err != nil {
		return ""
	}
	kind := mountKind(string(mounts), path)
	if localFuse[kind] {
		return ""
	}
	return kind
}

// mountKind finds the file system of the mount a path is on in the text of
// /proc/self/mountinfo. Its lines read
//
//	36 35 98:0 /root /mount/point rw,noatime shared:1 - ext3 /dev/root rw
//
// where a blank in a path is written \040.
func mountKind(mounts, path string) (kind string) {
	longest := -1
	lines := bufio.NewScanner(strings.NewReader(mounts))
	for lines.Scan() {
		head, tail, _ := strings.Cut(lines.Text(), " - ")
		fields, kinds := strings.Fields(head), strings.Fields(tail)
		if len(fields) < 5 || len(kinds) == 0 {
			continue
		}
		point := strings.NewReplacer(`\040`, " ", `\011`, "\t", `\134`, `\`).Replace(fields[4])
		inside := point == "/" || path == point || strings.HasPrefix(path, point+"/")
		if inside && len(point) >= longest {
			longest, kind = len(point), kinds[0]
		}
	}
	return kind
}
