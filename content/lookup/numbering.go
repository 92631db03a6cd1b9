package lookup

import (
	"bytes"
	"hash/maphash"
	"slices"
	"strings"
)

// numbering numbers distinct words in the order in which they come. A text of
// many headings or numbers has as many distinct words as sentences, and while it
// is indexed a map of strings takes five times the memory: here a word costs its
// bytes, where they end, and a slot or two of a hash table.
type numbering struct {
	text  []byte
	ends  []uint32 // of each word in text
	slots []uint32 // the number of the word that belongs there, and one; 0 for none
}

// slotsMin is the least slots; there are a power of two of them.
const slotsMin = 64

var seed = maphash.MakeSeed()

func (n *numbering) len() int { return len(n.ends) }

func (n *numbering) at(number uint32) []byte {
	start := uint32(0)
	if number > 0 {
		start = n.ends[number-1]
	}
	return n.text[start:n.ends[number]]
}

// number is the number of a word; fresh says that it is new.
func (n *numbering) number(word []byte) (number uint32, fresh bool) {
	if 4*len(n.ends) >= 3*len(n.slots) {
		n.grow()
	}
	slot := n.slot(word)
	if *slot > 0 {
		return *slot - 1, false
	}
	n.text = append(n.text, word...)
	n.ends = append(n.ends, uint32(len(n.text)))
	*slot = uint32(len(n.ends))
	return *slot - 1, true
}

// slot is the slot of a word, an empty one for a word that is new.
func (n *numbering) slot(word []byte) *uint32 {
	mask := uint64(len(n.slots) - 1)
	for at := maphash.Bytes(seed, word); ; at++ {
		slot := &n.slots[at&mask]
		if *slot == 0 || bytes.Equal(n.at(*slot-1), word) {
			return slot
		}
	}
}

func (n *numbering) grow() {
	n.slots = make([]uint32, max(slotsMin, 2*len(n.slots)))
	for i := range uint32(n.len()) {
		*n.slot(n.at(i)) = i + 1
	}
}

// reset forgets the words and keeps the room for them.
func (n *numbering) reset() {
	n.text, n.ends = n.text[:0], n.ends[:0]
	clear(n.slots)
}

// sorted is the list of the words, with the number of each.
func (n *numbering) sorted() (wordList, []uint32) {
	order := make([]uint32, n.len())
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, func(a, b uint32) int { return bytes.Compare(n.at(a), n.at(b)) })
	var text strings.Builder
	text.Grow(len(n.text))
	ends := make([]uint32, n.len())
	for i, number := range order {
		text.Write(n.at(number))
		ends[i] = uint32(text.Len())
	}
	return wordList{text.String(), ends}, order
}
