package lookup

import (
	"slices"
	"strconv"
	"testing"
)

// Words keep their numbers however many come, and a table that was reset knows
// none.
func TestNumbering(t *testing.T) {
	var n numbering
	for range 2 {
		var want []string
		for i := range 10 * slotsMin {
			word := strconv.Itoa(i * i)
			want = append(want, word)
			if number, fresh := n.number([]byte(word)); !fresh || number != uint32(i) {
				t.Fatalf("%s is number %d, new: %t", word, number, fresh)
			}
		}
		for i, word := range want {
			if number, fresh := n.number([]byte(word)); fresh || number != uint32(i) || string(n.at(number)) != word {
				t.Fatalf("%s is number %d, new: %t", word, number, fresh)
			}
		}
		words, order := n.sorted()
		for i, number := range order {
			if words.at(i) != want[number] {
				t.Errorf("word %d of the list is %s, not %s", i, words.at(i), want[number])
			}
		}
		slices.Sort(want)
		if words.at(0) != want[0] || words.at(len(want)-1) != want[len(want)-1] {
			t.Error("the list is not sorted")
		}
		n.reset()
	}
}
