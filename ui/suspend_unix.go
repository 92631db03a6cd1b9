//go:build unix

package ui

import "golang.org/x/sys/unix"

// canSuspend reports whether somebody can continue this process once it is
// stopped. A shell with job control gives each job a process group of its own;
// where gloss is in the group of the session's leader (the entry point of a
// container, ssh -t) there is none. The kernel then drops the signal that
// stops, and Bubble Tea would wait for ever for the one that continues.
func canSuspend() bool {
	sid, err := unix.Getsid(0)
	return err == nil && sid != unix.Getpgrp()
}
