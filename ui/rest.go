package ui

import (
	"runtime"
	"time"

	tea "charm.land/bubbletea/v2"
)

// restAfter is how long nothing may happen before the program rests.
const restAfter = time.Second

// rest keeps an idle program quiet. Bubble Tea looks 120 times a second whether
// there is a frame to write, and with several processors each look wakes a
// thread on another one too: 1.5 % of a core where one processor takes 0.9. So
// an idle program has one, and all of them again with the first message.
type rest struct {
	processors int
	timer      *time.Timer
	resting    bool
}

// spare is how many more threads may run Go at once than there are processors.
// Where reading a long text and the collector have them all, a key waits up to
// three times 10 ms for one of them to be given up; the system gives one at once
// to a thread that was waiting. Measured with 100 MB: 20 to 30 ms a key without,
// 3 to 12 with one.
const spare = 1

// rested is sent when nothing has happened for restAfter.
type rested struct{}

// newRest is a rest for a program that gets messages through send.
func newRest(send func(tea.Msg)) *rest {
	r := &rest{
		processors: runtime.GOMAXPROCS(0) + spare,
		timer:      time.AfterFunc(restAfter, func() { send(rested{}) }),
	}
	r.wake()
	return r
}

// see is told of every message, in the update loop; busy says that something
// runs behind the reader's back.
func (r *rest) see(busy bool, msg tea.Msg) {
	_, idle := msg.(rested)
	switch {
	case idle && !busy:
		runtime.GOMAXPROCS(1)
		r.resting = true
		return
	case r.resting:
		r.wake()
	}
	r.timer.Reset(restAfter)
}

func (r *rest) wake() {
	runtime.GOMAXPROCS(r.processors)
	r.resting = false
}

// end leaves the process as it was found.
func (r *rest) end() {
	r.timer.Stop()
	runtime.GOMAXPROCS(r.processors - spare)
}

// busy reports whether something runs behind the reader's back.
func (a *App) busy() bool {
	return a.loading || a.reloading || a.indexing || a.find.active() && !a.find.complete
}
