//go:build race

package e2e

// raced: the race detector takes several times the memory.
const raced = true
