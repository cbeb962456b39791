package db

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
)

// sealSize is the length of the checksum in front of every record.
const sealSize = 4

var (
	errShort    = errors.New("the record is too short to hold its checksum")
	errChecksum = errors.New("its checksum does not match")
	errTrailing = errors.New("something follows the record")
	errMissing  = errors.New("the record is missing")
)

// encode writes a record: its checksum, then itself as JSON.
func encode(bucket string, key []byte, record any) ([]byte, error) {
	payload, err := json.Marshal(record)
	if err != nil {
		return nil, err
	}
	value := binary.BigEndian.AppendUint32(nil, checksum(bucket, key, payload))
	return append(value, payload...), nil
}

// decode reads what encode wrote and nothing else: an unknown field, a value of
// another type or anything after the record is an error.
func decode(bucket string, key, value []byte, record any) error {
	payload, err := unseal(bucket, key, value)
	if err != nil {
		return err
	}
	d := json.NewDecoder(bytes.NewReader(payload))
	d.DisallowUnknownFields()
	if err := d.Decode(record); err != nil {
		return err
	}
	if _, err := d.Token(); err != io.EOF {
		return errTrailing
	}
	return nil
}

func unseal(bucket string, key, value []byte) ([]byte, error) {
	if value == nil {
		return nil, errMissing
	}
	if len(value) < sealSize {
		return nil, errShort
	}
	payload := value[sealSize:]
	if binary.BigEndian.Uint32(value) != checksum(bucket, key, payload) {
		return nil, errChecksum
	}
	return payload, nil
}

// checksum covers where a record stands as well as what it says, so that a
// record in the place of another is noticed. It is CRC-32C: made for damage on
// disks, not against people.
func checksum(bucket string, key, payload []byte) uint32 {
	castagnoli := crc32.MakeTable(crc32.Castagnoli) // computed once by the standard library
	sum := crc32.Checksum([]byte(bucket), castagnoli)
	sum = crc32.Update(sum, castagnoli, []byte{0}) // no bucket's name holds a zero byte
	sum = crc32.Update(sum, castagnoli, key)
	return crc32.Update(sum, castagnoli, payload)
}

// rowKey is the key of a numbered record; big-endian, so that keys sort as
// their numbers do.
func rowKey(n uint64) []byte { return binary.BigEndian.AppendUint64(nil, n) }

func readRowKey(key []byte) (uint64, error) {
	if len(key) != 8 {
		return 0, fmt.Errorf("a key has %d bytes instead of 8", len(key))
	}
	return binary.BigEndian.Uint64(key), nil
}
