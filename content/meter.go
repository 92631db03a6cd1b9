package content

import (
	"io"
	"sync/atomic"
)

// meter counts the bytes that were read of a source, for whoever waits for it.
type meter struct{ done, total atomic.Int64 }

// progress is how many bytes were read, and of how many; 0 where that is not known.
func (m *meter) progress() (done, total int64) { return m.done.Load(), m.total.Load() }

func (m *meter) set(done, total int64) {
	m.done.Store(done)
	m.total.Store(max(0, total))
}

// measured is from, with what is read of it counted anew.
func (m *meter) measured(from io.Reader, total int64) io.Reader {
	m.set(0, total)
	return &metered{from, m}
}

type metered struct {
	io.Reader
	meter *meter
}

// Read counts what is read.
func (r *metered) Read(p []byte) (int, error) {
	n, err := r.Reader.Read(p)
	r.meter.done.Add(int64(n))
	return n, err
}
