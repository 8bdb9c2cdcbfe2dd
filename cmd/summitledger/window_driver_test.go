//go:build window

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"summitledger/data/summits"
)

// A person waits this long for the window to do what was asked; a busy machine
// is slow, a test must not fail for that.
const patience = 60 * time.Second

// The size of the window at its first start, and of the pictures compared.
const (
	windowWidth  = 1440
	windowHeight = 900
)

// person is somebody who sits at a desk of their own: no file, no setting of
// the program is there before they start it.
type person struct {
	t      testing.TB
	binary string
	home   string
	out    string // where pictures are kept
}

// atDesk seats a person before the program that SUMMITLEDGER_BINARY names.
func atDesk(t testing.TB) *person {
	t.Helper()
	p := &person{t: t, binary: os.Getenv("SUMMITLEDGER_BINARY"), home: t.TempDir(), out: os.Getenv("SUMMITLEDGER_TESTOUTPUT")}
	if p.binary == "" || p.out == "" || os.Getenv("DISPLAY") == "" {
		t.Fatal("run make test-window or make bench: they give the program, a display and a folder for pictures")
	}
	p.out = filepath.Join(p.out, "window")
	for _, folder := range []string{p.out, p.cacheFolder(), p.configFolder()} {
		if err := os.MkdirAll(folder, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	return p
}

func (p *person) configFolder() string { return filepath.Join(p.home, ".config") }
func (p *person) cacheFolder() string  { return filepath.Join(p.home, ".cache") }

// summit is the workspace that the first start makes.
func (p *person) summit() string {
	return filepath.Join(p.configFolder(), "summitledger", summits.BundledName+".summit")
}

// environment is the person's own: English, and folders that are theirs.
func (p *person) environment() []string {
	var own []string
	for _, variable := range os.Environ() {
		name, _, _ := strings.Cut(variable, "=")
		switch {
		case name == "HOME", strings.HasPrefix(name, "XDG_"), strings.HasPrefix(name, "LC_"), strings.HasPrefix(name, "LANG"):
		default:
			own = append(own, variable)
		}
	}
	return append(own, "HOME="+p.home, "XDG_CONFIG_HOME="+p.configFolder(), "XDG_CACHE_HOME="+p.cacheFolder(),
		"XDG_DATA_HOME="+filepath.Join(p.home, ".local", "share"), "LANG=en_US.UTF-8")
}

// runs carries out the program without a window and gives what it prints.
func (p *person) runs(arguments ...string) []byte {
	p.t.Helper()
	return p.tool(p.binary, arguments...)
}

// tool carries out a command of the system within the person's patience.
func (p *person) tool(name string, arguments ...string) []byte {
	p.t.Helper()
	out, err := p.tries(name, arguments...)
	if err != nil {
		p.t.Fatal(err)
	}
	return out
}

func (p *person) tries(name string, arguments ...string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	command := exec.CommandContext(ctx, name, arguments...)
	command.Env = p.environment()
	var out, errors bytes.Buffer
	command.Stdout, command.Stderr = &out, &errors
	if err := command.Run(); err != nil {
		return nil, fmt.Errorf("%s %s: %w: %s", filepath.Base(name), strings.Join(arguments, " "), err, errors.String())
	}
	return out.Bytes(), nil
}

// sees waits until something is so.
func (p *person) sees(what string, so func() bool) {
	p.t.Helper()
	if !p.within(patience, so) {
		p.t.Fatalf("after %s still not: %s", patience, what)
	}
}

func (p *person) within(limit time.Duration, so func() bool) bool {
	late := time.After(limit)
	again := time.NewTicker(40 * time.Millisecond)
	defer again.Stop()
	for {
		if so() {
			return true
		}
		select {
		case <-late:
			return so()
		case <-again.C:
		}
	}
}

// app is a window of the program that is open on the screen.
type app struct {
	*person
	command  *exec.Cmd
	gone     chan struct{} // closed once the program has ended
	ended    error         // how
	printed  *bytes.Buffer
	id       string                 // of the window, as X names it
	menu     int                    // height of the menu bar in pixels; 0 until it was measured
	drawings map[string]*image.RGBA // by what they show
}

// starts opens the program and waits for its window.
func (p *person) starts(arguments ...string) *app {
	p.t.Helper()
	p.tool("xdotool", "mousemove", "0", "0") // nothing lies under the pointer
	a := &app{person: p, command: exec.Command(p.binary, arguments...), gone: make(chan struct{}), printed: &bytes.Buffer{}, drawings: map[string]*image.RGBA{}}
	a.command.Env = p.environment()
	a.command.Stdout, a.command.Stderr = a.printed, a.printed
	if err := a.command.Start(); err != nil {
		p.t.Fatal(err)
	}
	go func() { a.ended = a.command.Wait(); close(a.gone) }()
	p.t.Cleanup(a.clearAway)
	number := strconv.Itoa(a.command.Process.Pid)
	a.sees("a window", func() bool {
		out, err := p.tries("xdotool", "search", "--all", "--onlyvisible", "--pid", number, "--name", "Summit Ledger")
		fields := strings.Fields(string(out))
		if err != nil || len(fields) == 0 {
			return false
		}
		a.id = fields[len(fields)-1]
		return true
	})
	a.sees("the name of a summit in the title", func() bool { return strings.Contains(a.title(), " - ") })
	return a
}

// clearAway ends a program that a failed test left open, with a last picture.
func (a *app) clearAway() {
	if a.t.Failed() {
		if out, err := a.tries("import", "-silent", "-window", a.id, "png:-"); err == nil {
			name := a.t.Name() + "-failed-" + strconv.Itoa(a.command.Process.Pid) + ".png"
			if err := os.WriteFile(filepath.Join(a.out, name), out, 0o644); err != nil {
				a.t.Error(err)
			}
		}
	}
	if err := a.command.Process.Kill(); err != nil && !errors.Is(err, os.ErrProcessDone) {
		a.t.Error(err)
	}
	<-a.gone
	if a.t.Failed() {
		a.t.Logf("%s; the program printed:\n%s", a.command.ProcessState, a.printed)
	}
}

// title gives what stands in the title bar, "" while there is none.
func (a *app) title() string {
	out, err := a.tries("xdotool", "getwindowname", a.id)
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(out))
}

// size gives the size of the window.
func (a *app) size() image.Point {
	a.t.Helper()
	var size image.Point
	for _, line := range strings.Fields(string(a.tool("xdotool", "getwindowgeometry", "--shell", a.id))) {
		name, value, _ := strings.Cut(line, "=")
		number, err := strconv.Atoi(value)
		if err != nil {
			continue
		}
		switch name {
		case "WIDTH":
			size.X = number
		case "HEIGHT":
			size.Y = number
		}
	}
	return size
}

// front brings the window before the others and gives it the keyboard.
func (a *app) front() *app {
	a.t.Helper()
	a.sees("the window in front", func() bool {
		if out, err := a.tries("xdotool", "getactivewindow"); err == nil && strings.TrimSpace(string(out)) == a.id {
			return true
		}
		if _, err := a.tries("xdotool", "windowactivate", a.id); err != nil {
			a.t.Logf("cannot bring the window to the front yet: %v", err)
		}
		return false
	})
	return a
}

// presses strikes keys, such as "ctrl+2", one after the other.
func (a *app) presses(keys ...string) *app {
	a.t.Helper()
	a.front().tool("xdotool", append([]string{"key", "--clearmodifiers", "--delay", "30"}, keys...)...)
	return a
}

// types enters text.
func (a *app) types(text string) *app {
	a.t.Helper()
	a.front().tool("xdotool", "type", "--clearmodifiers", "--delay", "15", text)
	return a
}

// clicks presses the mouse at a place of the window.
func (a *app) clicks(at image.Point) *app {
	a.t.Helper()
	a.front().tool("xdotool", "mousemove", "--window", a.id, strconv.Itoa(at.X), strconv.Itoa(at.Y), "click", "1")
	return a
}

// drags presses the mouse at one place, moves on and lets go at another.
func (a *app) drags(from, to image.Point) *app {
	a.t.Helper()
	a.front().at(from, "mousedown", "1")
	const steps = 6
	for i := 1; i <= steps; i++ {
		a.at(from.Add(to.Sub(from).Mul(i).Div(steps)), "sleep", "0.05")
	}
	a.at(to, "mouseup", "1")
	return a
}

// at brings the pointer to a place of the window and does something there.
func (a *app) at(place image.Point, what ...string) {
	a.t.Helper()
	a.tool("xdotool", append([]string{"mousemove", "--window", a.id, strconv.Itoa(place.X), strconv.Itoa(place.Y)}, what...)...)
}

// resizes gives the window another size, as pulling its edge does.
func (a *app) resizes(width, height int) *app {
	a.t.Helper()
	a.front().tool("xdotool", "windowsize", a.id, strconv.Itoa(width), strconv.Itoa(height))
	a.sees("the other size", func() bool { return a.size() == image.Pt(width, height) })
	return a
}

// finds opens the palette, types letters of a command or record and takes the
// first answer.
func (a *app) finds(letters string) *app {
	a.t.Helper()
	before := a.picture()
	a.presses("ctrl+k")
	a.sees("the palette", func() bool { return changed(before, a.picture(), a.page()) > 0.2 })
	empty := a.still()
	a.types(letters)
	a.sees("an answer in the palette", func() bool { return changed(empty, a.picture(), a.page()) > 0.001 })
	a.still()
	return a.presses("Return")
}

// quits leaves the program as a person does and waits until it is gone.
func (a *app) quits() {
	a.t.Helper()
	a.presses("ctrl+q")
	select {
	case <-a.gone:
		if a.ended != nil {
			a.t.Errorf("the program ended with %v", a.ended)
		}
	case <-time.After(patience):
		a.t.Fatal("the program does not quit")
	}
}

// written is when the workspace was written last.
func (p *person) written() time.Time {
	var last time.Time
	for _, suffix := range []string{"", "-wal"} {
		if info, err := os.Stat(p.summit() + suffix); err == nil && info.ModTime().After(last) {
			last = info.ModTime()
		}
	}
	return last
}

// value gives a field of a record as it is on the disk.
func (p *person) value(record, field string) string {
	p.t.Helper()
	var fields map[string]any
	if err := json.Unmarshal(p.runs("show", record, "--json", "--workspace", p.summit()), &fields); err != nil {
		p.t.Fatal(err)
	}
	text, _ := fields[field].(string)
	return text
}

// becameOnDisk waits until a field of a record has a value on the disk.
func (p *person) becameOnDisk(record, field, want string) {
	p.t.Helper()
	p.sees(record+" has the "+field+" "+strconv.Quote(want), func() bool { return p.value(record, field) == want })
}

// edits counts the actions in the journal of the workspace.
func (p *person) edits() int {
	p.t.Helper()
	var edits []json.RawMessage
	if err := json.Unmarshal(p.runs("history", "--json", "--workspace", p.summit()), &edits); err != nil {
		p.t.Fatal(err)
	}
	return len(edits)
}

// settings gives what the window remembers.
func (p *person) settings() map[string]any {
	var settings map[string]any
	files, err := filepath.Glob(filepath.Join(p.configFolder(), "fyne", "*", "preferences.json"))
	if err != nil || len(files) != 1 {
		return nil
	}
	content, err := os.ReadFile(files[0])
	if err != nil || json.Unmarshal(content, &settings) != nil {
		return nil // it is being written
	}
	return settings
}

// keeps saves a picture of the window beside those of the other tests.
func (a *app) keeps(name string) *app {
	a.t.Helper()
	a.save(a.picture(), name)
	return a
}

func (p *person) save(picture image.Image, name string) {
	p.t.Helper()
	var content bytes.Buffer
	if err := png.Encode(&content, picture); err != nil {
		p.t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(p.out, name+".png"), content.Bytes(), 0o644); err != nil {
		p.t.Fatal(err)
	}
}
