//go:build !windows

package cli

import (
	"errors"
	"syscall"
)

// isClosedPipe reports whether the reader of our output had enough.
func isClosedPipe(err error) bool { return errors.Is(err, syscall.EPIPE) }
