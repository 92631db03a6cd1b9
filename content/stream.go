package content

import (
	"context"
	"errors"
	"io"
	"strings"
	"sync"
	"time"
)

// standardInput is how a reader names it.
const standardInput = "-"

// silence is how long standard input may have nothing more to say before what
// it said is shown: what is written at once comes as one.
const silence = 50 * time.Millisecond

// stream is a text that still arrives. It is read to its end whether or not
// anybody waits: what writes it should not have to.
type stream struct {
	mu   sync.Mutex
	data strings.Builder
	err  error

	more chan struct{} // something came
	done chan struct{} // closed at the end
}

func newStream(from io.Reader) *stream {
	s := &stream{more: make(chan struct{}, 1), done: make(chan struct{})}
	go s.fill(from)
	return s
}

// fill reads to the end.
func (s *stream) fill(from io.Reader) {
	defer close(s.done)
	from, limit, err := unpack(from, sizeMax)
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

// head waits for enough to show: a first screen, the end, or a silence.
func (s *stream) head() {
	quiet := time.NewTimer(0)
	quiet.Stop()
	for {
		select {
		case <-s.done:
			return
		case <-quiet.C:
			return
		case <-s.more:
			if len(s.soFar()) >= headSize {
				return
			}
			quiet.Reset(silence)
		}
	}
}

// openStream opens what comes from standard input. It is shown while it still
// arrives.
func openStream(from io.Reader) (*Opened, error) {
	s := newStream(from)
	s.head()
	head := s.soFar()
	f := formatByContent(head)
	if f == bookFormat {
		<-s.done
		data := s.soFar()
		return openBook(standardInput, strings.NewReader(data), int64(len(data)), nil)
	}
	if err := checkText(standardInput, head); err != nil {
		return nil, err
	}
	in := newInput(standardInput, f, head)
	select {
	case <-s.done:
		if s.err != nil && head == "" {
			return nil, s.err
		}
		return &Opened{Head: in.text(s.soFar())}, s.err
	default:
	}
	rest := func(ctx context.Context) (*Text, error) {
		select {
		case <-s.done:
			return in.text(s.soFar()), s.err
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
	if !in.streams() {
		whole, err := rest(context.Background())
		return &Opened{Head: whole}, err
	}
	return &Opened{Head: in.head(head), Rest: rest}, nil
}
