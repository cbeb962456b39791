package db

import "testing"

func TestMountKind(t *testing.T) {
	const mounts = `22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/root rw
30 22 0:50 / /home/ann/far rw,nosuid shared:2 - fuse.sshfs ann@far: rw,user_id=0
31 22 0:51 / /home/ann/my\040stick rw - fuseblk /dev/sdb1 rw
32 30 0:52 / /home/ann/far/deep rw - nfs4 srv:/x rw
half a line
`
	for path, want := range map[string]string{
		"/partners.db":                   "ext4",
		"/home/ann/partners.db":          "ext4",
		"/home/ann/farther.db":           "ext4", // begins like a mount but is not in it
		"/home/ann/far/partners.db":      "fuse.sshfs",
		"/home/ann/far/deep/partners.db": "nfs4",
		"/home/ann/my stick/partners.db": "fuseblk",
	} {
		if got := mountKind(mounts, path); got != want {
			t.Errorf("%s is on %q, want %q", path, got, want)
		}
	}
}

// The numbers are those of the manual page statfs(2).
func TestNetworkDrivesAreKnownByTheirNumber(t *testing.T) {
	for magic, want := range map[uint32]string{
		0x6969: "NFS", 0x517B: "SMB", 0xFF534D42: "CIFS", 0xFE534D42: "SMB", 0x01021997: "9p", 0x00C36400: "Ceph",
		0xEF53: "", 0x58465342: "", 0x9123683E: "", 0x01021994: "", 0x794C7630: "", // ext4, XFS, Btrfs, tmpfs, overlay
	} {
		if got := networkMagic[magic]; got != want {
			t.Errorf("%#x is %q, want %q", magic, got, want)
		}
	}
	if kind := driveOf(t.TempDir() + "/none"); kind != "" {
		t.Skipf("the temporary folder is on %s", kind)
	}
}
