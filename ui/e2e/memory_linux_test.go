package e2e

import (
	"fmt"
	"os"
	"strconv"
	"strings"
)

// peakMemory is the most memory of a running process that was resident, in
// bytes. What the system tells of one that has ended counts its parent's too,
// from before it became a program of its own.
func peakMemory(pid int) (bytes int, err error) {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0, err
	}
	_, after, _ := strings.Cut(string(data), "VmHWM:")
	kb, err := strconv.Atoi(strings.Fields(after)[0])
	return kb << 10, err
}
