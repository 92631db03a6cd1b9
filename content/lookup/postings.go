package lookup

import "encoding/binary"

// Postings say, for each stem, in which passages it stands and how often. A
// posting is a variable-length integer, the step from the passage before it
// doubled, with the low bit set where a count follows in a byte of its own:
// nearly all words stand once in a passage and far fewer than 64 passages from
// the one before, so a posting takes little more than a byte.
type postings struct {
	bytes []byte
	ends  []uint32 // of each stem's postings
	in    []uint32 // in how many passages each stem stands
}

// each yields the passages of a stem in order, a passage once.
func (p *postings) each(stemID uint32, yield func(passage uint32, count int)) {
	start := uint32(0)
	if stemID > 0 {
		start = p.ends[stemID-1]
	}
	buf := p.bytes[start:p.ends[stemID]]
	passage, count := uint32(0), 0
	for len(buf) > 0 {
		head, n := uint64(buf[0]), 1
		if head >= 0x80 {
			head, n = binary.Uvarint(buf)
		}
		one := 1
		if head&1 != 0 {
			one = int(buf[n])
			n++
		}
		buf = buf[n:]
		step := uint32(head >> 1)
		if step > 0 && count > 0 {
			yield(passage, count)
			count = 0
		}
		passage += step
		count += one
	}
	if count > 0 {
		yield(passage, count)
	}
}

// writer collects the postings of one stem.
type writer struct {
	bytes []byte
	last  uint32 // passage
	in    uint32
}

// add appends a posting. Passages come in order; the same one may come again,
// with another form of the stem.
func (w *writer) add(passage uint32, count uint8) {
	if passage != w.last || w.in == 0 {
		w.in++
	}
	head := uint64(passage-w.last) << 1
	if count == 1 {
		w.bytes = binary.AppendUvarint(w.bytes, head)
	} else {
		w.bytes = append(binary.AppendUvarint(w.bytes, head|1), count)
	}
	w.last = passage
}
