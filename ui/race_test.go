//go:build race

package ui

// raced: the race detector makes everything ten times as slow, and does not
// look for rows that are too wide.
const raced = true
