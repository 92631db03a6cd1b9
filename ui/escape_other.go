//go:build !unix

package ui

import "io"

// promptEscape: the console here sends keys, not sequences.
func promptEscape(in io.Reader) io.Reader { return in }
