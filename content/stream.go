package content

import (
	"context"
	"errors"
	"io"
	"iter"
	"math"
	"strings"
	"sync"
	"time"
)

// standardInput is how a reader names it.
const standardInput = "-"

// stream is a text that still arrives. It is read to its end whether or not
// anybody waits: what writes it should not have to.
type stream struct {
	mu   sync.Mutex
	data strings.Builder
	err  error

	meter meter
	more  chan struct{} // something came
	done  chan struct{} // closed at the end
}

func newStream(from io.Reader) *stream {
	s := &stream{more: make(chan struct{}, 1), done: make(chan struct{})}
	go s.fill(from)
	return s
}

// fill reads to the end.
func (s *stream) fill(from io.Reader) {
	defer close(s.done)
	from, limit, err := unpack(s.meter.measured(from, 0), sizeMax)
	buffer := make([]byte, headSize)
	for size := int64(0); err == nil; {
		var n int
		n, err = from.Read(buffer)
		if size += int64(n); size > limit {
			n, err = 0, errTooLarge
		}
		s.mu.Lock()
		s.data.Write(buffer[:n])
		s.mu.Unlock()
		select {
		case s.more <- struct{}{}:
		default:
		}
	}
	if !errors.Is(err, io.EOF) {
		s.err = unreadable(standardInput, err)
	}
}

// soFar is what has come.
func (s *stream) soFar() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.data.String()
}

// wait waits until there is something new to show: the end, a silence after
// what came, enough bytes in all, or no more patience with what comes and
// comes.
func (s *stream) wait(ctx context.Context, p pace, enough int) (ended bool) {
	quiet, late := time.NewTimer(0), time.NewTimer(0)
	quiet.Stop()
	late.Stop()
	for first := true; ; first = false {
		select {
		case <-s.done:
			return true
		case <-ctx.Done():
			return false
		case <-quiet.C:
			return false
		case <-late.C:
			return false
		case <-s.more:
			if len(s.soFar()) >= enough {
				return false
			}
			quiet.Reset(p.silence)
			if first {
				late.Reset(p.patience)
			}
		}
	}
}

// pace is when what still arrives is shown.
type pace struct{ silence, patience time.Duration }

// brisk is the pace of a text that is no work to show. What is written at once
// comes as one; what is written without a pause is seen to grow.
var brisk = pace{50 * time.Millisecond, 250 * time.Millisecond}

// after is the pace when showing it took so long: a long text that grows and
// grows takes a fifth of a core, not all of it.
func (p pace) after(cost time.Duration) pace {
	return pace{max(p.silence, 4*cost), max(p.patience, 4*cost)}
}

// openStream opens what comes from standard input. It is shown while it still
// arrives.
func openStream(from io.Reader) (*Opened, error) {
	s := newStream(from)
	s.wait(context.Background(), brisk, headSize)
	head := s.soFar() // all of it, where that is the end
	f := formatByContent(head)
	if f == bookFormat {
		return &Opened{Head: unread(standardInput), Rest: atOnce(s.book), Progress: s.meter.progress}, nil
	}
	if err := checkText(standardInput, head); err != nil {
		return nil, err
	}
	in := newInput(standardInput, f, head)
	select {
	case <-s.done:
		if s.err != nil {
			return nil, s.err
		}
		return &Opened{Head: in.text(head)}, nil
	default:
	}
	begun := unread(standardInput)
	if in.streams() {
		begun = in.head(head)
	}
	return &Opened{Head: begun, Rest: s.rest(in), Progress: s.meter.progress}, nil
}

// book is the book that came, which cannot be read before its end.
func (s *stream) book(ctx context.Context) (*Text, error) {
	select {
	case <-s.done:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	data := s.soFar()
	opened, err := openBook(standardInput, strings.NewReader(data), int64(len(data)), nil)
	if err != nil {
		return nil, err
	}
	return opened.Whole(ctx)
}

// rest shows what came whenever it pauses, or has grown by much, and all of it
// at the end.
func (s *stream) rest(in *input) func(context.Context) iter.Seq2[*Text, error] {
	return func(ctx context.Context) iter.Seq2[*Text, error] {
		return func(yield func(*Text, error) bool) {
			p, shown := brisk, 0
			for ended := false; !ended; {
				ended = s.wait(ctx, p, math.MaxInt)
				if ctx.Err() != nil {
					yield(nil, ctx.Err())
					return
				}
				if data := s.soFar(); ended || len(data) > shown && in.streams() {
					begun := time.Now()
					if !yield(in.part(data, ended), nil) {
						return
					}
					p, shown = brisk.after(time.Since(begun)), len(data)
				}
			}
			if s.err != nil {
				yield(nil, s.err)
			}
		}
	}
}
