package lookup

import (
	"context"
	"iter"
	"runtime"
	"sync"

	"golang.org/x/sync/errgroup"

	"gloss/model"
)

// chunkSize is how much text a worker reads at a time, in bytes: enough that
// handing over costs nothing, and little enough that the few chunks in flight
// are small beside any index.
const chunkSize = 256 << 10

// chunk is a stretch of blocks, read: its passages, and which words stand in
// which, both numbered from its start. A chunk that was added to the index is
// used again, so that building allocates little more than the index.
type chunk struct {
	blocks   []model.Block
	passages passages
	words    numbering
	posts    []post
	latest   []int // the post of each word that was added last
	buf      [wordMax]byte
	done     chan struct{} // closed when the chunk is read
}

type post struct {
	word, passage uint32
	count         uint8
}

func (c *chunk) reset(blocks []model.Block) *chunk {
	c.blocks, c.done = blocks, make(chan struct{})
	c.passages.reset()
	c.words.reset()
	c.posts, c.latest = c.posts[:0], c.latest[:0]
	return c
}

// readText reads all blocks of the document into the builder, several chunks
// at a time but added in order, so that the same document always has the same
// index. The queue bounds how far the readers run ahead. One processor is left
// to adding, and to whoever reads on the screen meanwhile.
func (b *builder) readText(ctx context.Context, doc *model.Document, leaves func(model.Block) []model.Leaf) error {
	readers := max(1, min(runtime.NumCPU(), runtime.GOMAXPROCS(0))-1)
	toRead, inOrder := make(chan *chunk), make(chan *chunk, readers)
	free := sync.Pool{New: func() any { return new(chunk) }}
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error {
		defer close(toRead)
		defer close(inOrder)
		for blocks := range stretches(doc.Blocks) {
			c := free.Get().(*chunk).reset(blocks)
			for _, to := range []chan *chunk{inOrder, toRead} {
				select {
				case to <- c:
				case <-ctx.Done():
					return ctx.Err()
				}
			}
		}
		return nil
	})
	for range readers {
		g.Go(func() error {
			for c := range toRead {
				if err := c.read(ctx, leaves); err != nil {
					return err
				}
				close(c.done)
			}
			return nil
		})
	}
	g.Go(func() error {
		for c := range inOrder {
			select {
			case <-c.done:
				b.addChunk(c)
				free.Put(c)
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		return nil
	})
	return g.Wait()
}

// stretches divides blocks into runs of about chunkSize.
func stretches(blocks []model.Block) iter.Seq[[]model.Block] {
	return func(yield func([]model.Block) bool) {
		for len(blocks) > 0 {
			n := 1
			for n < len(blocks) && blocks[n].End-blocks[0].Start <= chunkSize {
				n++
			}
			if !yield(blocks[:n]) {
				return
			}
			blocks = blocks[n:]
		}
	}
}

// read takes the chunk's blocks apart. A key that the reader presses may need
// the processor: it is given up after each block.
func (c *chunk) read(ctx context.Context, leaves func(model.Block) []model.Leaf) error {
	for _, block := range c.blocks {
		if err := ctx.Err(); err != nil {
			return err
		}
		runtime.Gosched()
		for _, leaf := range leaves(block) {
			shown := leaf.Shown()
			first := true
			for _, p := range parts(leaf, shown.Text) {
				if n := c.readPart(shown.Text, p); n > 0 {
					c.passages.add(shown.Source(p.start, p.end), n, first)
					first = false
				}
			}
		}
	}
	return nil
}

// readPart posts the words of what becomes the next passage, and counts them.
func (c *chunk) readPart(shown string, p part) (n int) {
	passage := uint32(c.passages.len())
	words := scanner{text: shown[:p.end], at: p.start, word: c.buf[:0]}
	for ; words.next(); n++ {
		id, fresh := c.words.number(words.word)
		if fresh {
			c.latest = append(c.latest, -1)
		}
		if at := c.latest[id]; at >= 0 && c.posts[at].passage == passage {
			c.posts[at].count = min(c.posts[at].count, 254) + 1
			continue
		}
		c.latest[id] = len(c.posts)
		c.posts = append(c.posts, post{id, passage, 1})
	}
	return n
}

// builder gathers an index.
type builder struct {
	words    numbering
	stemOf   []uint32 // of each word
	stems    numbering
	writers  []*[writersAtOnce]writer // of the stems, one after another
	cards    []card
	names    map[string]bool
	passages passages
}

// writersAtOnce is how many writers are made at a time: as one list they would
// be copied whenever it grows.
const writersAtOnce = 1024

func newBuilder() *builder { return &builder{names: map[string]bool{}} }

// writer is the writer of a stem's postings.
func (b *builder) writer(stemID uint32) *writer {
	return &b.writers[stemID/writersAtOnce][stemID%writersAtOnce]
}

// word is the stem that a folded word's postings are kept under.
func (b *builder) word(word []byte) (stemID uint32) {
	id, fresh := b.words.number(word)
	if !fresh {
		return b.stemOf[id]
	}
	stemID, fresh = b.stems.number([]byte(stem(string(word))))
	if fresh && stemID%writersAtOnce == 0 {
		b.writers = append(b.writers, new([writersAtOnce]writer))
	}
	b.stemOf = append(b.stemOf, stemID)
	return stemID
}

// addChunk adds the passages of the next chunk behind those there are.
func (b *builder) addChunk(c *chunk) {
	stems := make([]uint32, c.words.len())
	for i := range stems {
		stems[i] = b.word(c.words.at(uint32(i)))
	}
	base := uint32(len(b.cards) + b.passages.len())
	for _, p := range c.posts {
		b.writer(stems[p.word]).add(base+p.passage, p.count)
	}
	b.passages.append(&c.passages)
}

// index is what was gathered, laid out as it is asked for.
func (b *builder) index(doc *model.Document, leaves func(model.Block) []model.Leaf) *Index {
	ix := &Index{doc: doc, leaves: leaves, cards: b.cards, names: b.names, passages: b.passages}
	ix.vocabulary, ix.postings = b.finish()
	total := 0
	for _, c := range b.cards {
		total += int(c.words)
	}
	for _, words := range b.passages.words {
		total += int(words)
	}
	ix.usual = max(1, float64(total)/float64(max(1, len(b.cards)+b.passages.len())))
	ix.scratch.New = func() any { return new(scratch) }
	return ix
}

// finish sorts words and stems, and joins the postings in that order. What it
// has laid out it lets go: of many distinct words it is more than the index.
func (b *builder) finish() (vocabulary, postings) {
	stems, order := b.stems.sorted()
	b.stems = numbering{}
	rank := make([]uint32, len(order)) // of each stem in the sorted list
	size := 0
	for _, id := range order {
		size += len(b.writer(id).bytes)
	}
	p := postings{bytes: make([]byte, 0, size), ends: make([]uint32, len(order)), in: make([]uint32, len(order))}
	for i, id := range order {
		rank[id] = uint32(i)
		w := b.writer(id)
		p.bytes = append(p.bytes, w.bytes...)
		p.ends[i], p.in[i] = uint32(len(p.bytes)), w.in
		w.bytes = nil
	}
	b.writers = nil
	words, order := b.words.sorted()
	b.words = numbering{}
	v := vocabulary{words: words, stems: stems, sets: make([]uint32, len(order)), stemOf: make([]uint32, len(order))}
	for i, id := range order {
		v.stemOf[i] = rank[b.stemOf[id]]
		v.sets[i] = letterSet([]byte(words.at(i)))
	}
	return v, p
}
