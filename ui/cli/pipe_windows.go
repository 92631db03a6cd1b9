package cli

import (
	"errors"
	"syscall"
)

// noData is ERROR_NO_DATA, "the pipe is being closed".
const noData = syscall.Errno(232)

// isClosedPipe reports whether the reader of our output had enough.
func isClosedPipe(err error) bool {
	return errors.Is(err, syscall.ERROR_BROKEN_PIPE) || errors.Is(err, noData)
}
