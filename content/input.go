package content

import (
	"bufio"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"os"
	"strings"
)

const (
	// headSize is how much of a file is read before the first screen, in bytes:
	// a few dozen screens of text, cleaned and scanned in a millisecond.
	headSize = 64 << 10
	// sizeMax is the largest file that is opened, in bytes. The whole of a text
	// is held in memory.
	sizeMax = 1 << 30
	// unpackedMax is the most that a packed file may unpack to, in bytes: a few
	// kilobytes can say that they are a thousand gigabytes.
	unpackedMax = 256 << 20
	// chunk is how much is read between two looks at the context, in bytes.
	chunk = 1 << 20
)

// errTooLarge says that what is read, unpacked, is more than gloss takes.
var errTooLarge = errors.New("it is more than gloss takes: 1 GB, or 256 MB unpacked")

// read is the beginning of the file at path, limit bytes at most, unpacked where
// it is packed by gzip; m counts it.
func read(ctx context.Context, path string, limit int64, m *meter) (string, error) {
	file, err := os.Open(path)
	if err != nil {
		return "", unreadable(path, err)
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return "", unreadable(path, err)
	}
	text, err := readAll(ctx, m.measured(file, info.Size()), limit, info.Size())
	if err != nil && ctx.Err() == nil {
		err = unreadable(path, err)
	}
	return text, err
}

// readAll is limit bytes at most of what from gives, unpacked where it is packed.
// size is about how many there will be.
func readAll(ctx context.Context, from io.Reader, limit, size int64) (string, error) {
	from, most, err := unpack(from, sizeMax)
	if err != nil {
		return "", err
	}
	// What is packed says not how much it is. To grow one piece of memory for it
	// would take four times as much on the way.
	var pieces []string
	var total int64
	var text strings.Builder
	size = min(size, limit)
	text.Grow(int(size))
	buffer := make([]byte, min(size+1, chunk))
	for from := io.LimitReader(from, min(limit, most+1)); ; {
		if err := ctx.Err(); err != nil {
			return "", err
		}
		n, err := from.Read(buffer)
		if text.Cap()-text.Len() < n {
			pieces = append(pieces, text.String())
			text = strings.Builder{}
			text.Grow(chunk)
		}
		text.Write(buffer[:n])
		total += int64(n)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return "", err
		}
	}
	if total > most {
		return "", errTooLarge
	}
	return strings.Join(append(pieces, text.String()), ""), nil
}

// unpack is what from gives, unpacked where it is packed by gzip, and how many
// bytes of it are taken: most, or fewer of what is packed.
func unpack(from io.Reader, most int64) (io.Reader, int64, error) {
	buffered := bufio.NewReader(from)
	if magic, _ := buffered.Peek(2); string(magic) != "\x1f\x8b" {
		return buffered, most, nil
	}
	unpacked, err := gzip.NewReader(buffered)
	return unpacked, unpackedMax, err
}
