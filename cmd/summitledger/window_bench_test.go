//go:build window

package main

import (
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// BenchmarkWindowStart starts the program as it ships on the bundled summit,
// again and again. It reports the median time until the page stands on the
// screen, how much of a processor that took, which a busy machine does not
// change, the time of the very first start, which makes the workspace, and the
// memory that the program holds once the window is still.
func BenchmarkWindowStart(b *testing.B) {
	somebody := atDesk(b)
	var first time.Duration
	var times []time.Duration
	var memory, processor []float64
	for b.Loop() {
		start := time.Now()
		app := somebody.starts()
		app.menuHeight() // the line under the tabs can be seen
		took := time.Since(start)
		if first == 0 {
			first = took
		} else {
			times = append(times, took)
			processor = append(processor, app.processorSeconds())
		}
		app.still()
		memory = append(memory, app.megabytes())
		app.quits()
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(first.Seconds(), "very-first-s")
	b.ReportMetric(slices.Max(memory), "MB")
	if len(times) > 0 {
		slices.Sort(times)
		b.ReportMetric(times[len(times)/2].Seconds(), "first-frame-s")
		b.ReportMetric(slices.Min(processor), "processor-s")
	}
}

// megabytes is the memory of the program that is its own: what it shares with
// other programs, such as the system's libraries, is not counted.
func (a *app) megabytes() float64 {
	a.t.Helper()
	status, err := os.ReadFile("/proc/" + strconv.Itoa(a.command.Process.Pid) + "/status")
	if err != nil {
		a.t.Fatal(err)
	}
	for line := range strings.Lines(string(status)) {
		if fields := strings.Fields(line); len(fields) > 1 && fields[0] == "RssAnon:" {
			kilobytes, err := strconv.Atoi(fields[1])
			if err != nil {
				a.t.Fatal(err)
			}
			return float64(kilobytes) / 1024
		}
	}
	a.t.Fatal("the system does not tell how much memory the program holds")
	return 0
}

// processorSeconds is how long the program has kept processors busy.
func (a *app) processorSeconds() float64 {
	a.t.Helper()
	stat, err := os.ReadFile("/proc/" + strconv.Itoa(a.command.Process.Pid) + "/stat")
	if err != nil {
		a.t.Fatal(err)
	}
	// After the name in brackets the times of the program and of the system for
	// it are fields 12 and 13, in hundredths of a second.
	fields := strings.Fields(string(stat[strings.LastIndexByte(string(stat), ')')+1:]))
	total := 0
	for _, field := range fields[11:13] {
		ticks, err := strconv.Atoi(field)
		if err != nil {
			a.t.Fatal(err)
		}
		total += ticks
	}
	return float64(total) / 100
}
