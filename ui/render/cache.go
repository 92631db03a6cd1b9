package render

import "container/list"

// Cache keeps rendered blocks up to a budget of bytes; the ones not asked for
// the longest go first. It holds blocks of one document at one width in one
// theme: Clear it when any of them changes. It is not safe for several
// goroutines.
type Cache struct {
	budget, size int
	byBlock      map[int]*list.Element
	latest       *list.List // of *kept, the latest used in front
}

type kept struct {
	block int
	rows  []Row
	size  int
}

// NewCache is an empty cache that holds about budget bytes.
func NewCache(budget int) *Cache {
	return &Cache{budget: budget, byBlock: map[int]*list.Element{}, latest: list.New()}
}

// Get is the rendered block; ok is false where it is not kept.
func (c *Cache) Get(block int) (rows []Row, ok bool) {
	e, ok := c.byBlock[block]
	if !ok {
		return nil, false
	}
	c.latest.MoveToFront(e)
	return e.Value.(*kept).rows, true
}

// Any reports whether is holds for some rendered block.
func (c *Cache) Any(is func(rows []Row) bool) bool {
	for e := c.latest.Front(); e != nil; e = e.Next() {
		if is(e.Value.(*kept).rows) {
			return true
		}
	}
	return false
}

// Put keeps a rendered block. The block itself always stays, however large,
// so that what is put can be shown.
func (c *Cache) Put(block int, rows []Row) {
	if e, ok := c.byBlock[block]; ok {
		c.drop(e)
	}
	k := &kept{block: block, rows: rows, size: size(rows)}
	c.byBlock[block] = c.latest.PushFront(k)
	c.size += k.size
	for c.size > c.budget && c.latest.Len() > 1 {
		c.drop(c.latest.Back())
	}
}

// Clear forgets everything.
func (c *Cache) Clear() {
	clear(c.byBlock)
	c.latest.Init()
	c.size = 0
}

func (c *Cache) drop(e *list.Element) {
	k := c.latest.Remove(e).(*kept)
	delete(c.byBlock, k.block)
	c.size -= k.size
}

// size is about what rows hold in memory: a slice header a row, the struct and
// the text of each segment, and a constant for the cache's own entry.
func size(rows []Row) int {
	n := 200
	for _, r := range rows {
		n += 24
		for _, s := range r.Segments {
			n += 56 + len(s.Text)
		}
	}
	return n
}
