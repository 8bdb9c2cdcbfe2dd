package report_test

import (
	"bufio"
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/godbus/dbus/v5"
	"github.com/google/go-cmp/cmp"

	"summitledger/data/locale"
	"summitledger/data/report"
)

// sessionBus starts a bus of its own for a test.
func sessionBus(t *testing.T) string {
	t.Helper()
	config := filepath.Join(t.TempDir(), "bus.conf")
	text := `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>`
	if err := os.WriteFile(config, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	daemon := exec.Command("dbus-daemon", "--config-file="+config, "--nofork", "--print-address=1")
	out, err := daemon.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := daemon.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := daemon.Process.Kill(); err != nil {
			t.Error(err)
		}
		_ = daemon.Wait() // it was killed
	})
	address, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(address)
}

// desktop is a desktop with a print dialog that answers by itself.
type desktop struct {
	bus    *dbus.Conn
	answer uint32 // to the dialog
	mu     sync.Mutex
	title  string
	copies string
	paper  string
	pages  string
	token  uint32
	file   []byte
}

const ticket = 77

func (d *desktop) respond(sender dbus.Sender, options map[string]dbus.Variant, code uint32, results map[string]dbus.Variant) (dbus.ObjectPath, *dbus.Error) {
	name := strings.ReplaceAll(strings.TrimPrefix(string(sender), ":"), ".", "_")
	handle := dbus.ObjectPath("/org/freedesktop/portal/desktop/request/" + name + "/" + options["handle_token"].Value().(string))
	// As on a fast desktop, the answer comes before the call returns.
	if err := d.bus.Emit(handle, "org.freedesktop.portal.Request.Response", code, results); err != nil {
		return "", dbus.MakeFailedError(err)
	}
	return handle, nil
}

// PreparePrint is the dialog.
func (d *desktop) PreparePrint(sender dbus.Sender, _, title string, settings, sheet, options map[string]dbus.Variant) (dbus.ObjectPath, *dbus.Error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	text := func(from map[string]dbus.Variant, key string) string {
		value, _ := from[key].Value().(string)
		return value
	}
	d.title, d.copies, d.pages, d.paper = title, text(settings, "n-copies"), text(settings, "page-ranges"), text(sheet, "Name")+" "+text(sheet, "Orientation")
	return d.respond(sender, options, d.answer, map[string]dbus.Variant{"token": dbus.MakeVariant(uint32(ticket))})
}

// Print takes the pages.
func (d *desktop) Print(sender dbus.Sender, _, _ string, pages dbus.UnixFD, options map[string]dbus.Variant) (dbus.ObjectPath, *dbus.Error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	file := os.NewFile(uintptr(pages), "pages")
	content, err := io.ReadAll(file)
	if err = errors.Join(err, file.Close()); err != nil {
		return "", dbus.MakeFailedError(err)
	}
	d.file, d.token = content, options["token"].Value().(uint32)
	return d.respond(sender, options, 0, map[string]dbus.Variant{})
}

// Get tells the version of the dialog.
func (d *desktop) Get(string, string) (dbus.Variant, *dbus.Error) {
	return dbus.MakeVariant(uint32(4)), nil
}

// newDesktop puts a desktop on a bus of its own.
func newDesktop(t *testing.T, answer uint32) *desktop {
	t.Helper()
	address := sessionBus(t)
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", address)
	bus, err := dbus.Connect(address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := bus.Close(); err != nil {
			t.Error(err)
		}
	})
	d := &desktop{bus: bus, answer: answer}
	for _, face := range []string{"org.freedesktop.portal.Print", "org.freedesktop.DBus.Properties"} {
		if err := bus.Export(d, "/org/freedesktop/portal/desktop", face); err != nil {
			t.Fatal(err)
		}
	}
	if reply, err := bus.RequestName("org.freedesktop.portal.Desktop", dbus.NameFlagDoNotQueue); err != nil || reply != dbus.RequestNameReplyPrimaryOwner {
		t.Fatal(reply, err)
	}
	return d
}

// The desktop's own dialog begins with what was chosen and gets the very file.
func TestTheDesktopPrintsWhatItsDialogSays(t *testing.T) {
	d := newDesktop(t, 0)
	r := request(t, bundled(t), locale.Russian, today, today)
	r.Paper = report.Paper{Size: report.Letter, Landscape: true}
	document := brief(t, "dialog", r)
	job := report.Job{Title: "Справка", Copies: 2, Pages: report.PageRanges{{First: 1, Last: 1}}, Paper: report.Letter, Landscape: true}
	if err := report.PrintInDialog(context.Background(), document, job); err != nil {
		t.Fatal(err)
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	got := []any{d.title, d.copies, d.pages, d.paper, d.token, string(d.file) == string(document.Bytes())}
	if difference := cmp.Diff([]any{"Справка", "2", "0-0", "na_letter landscape", uint32(ticket), true}, got); difference != "" {
		t.Errorf("the desktop was told (-want +got):\n%s", difference)
	}
}

func TestADialogThatPrintsNothingSaysWhy(t *testing.T) {
	document := brief(t, "dialog", request(t, bundled(t), locale.English, today, today))
	for answer, want := range map[uint32]string{1: report.ErrDialogClosed.Error(), 2: "refused"} {
		d := newDesktop(t, answer)
		err := report.PrintInDialog(context.Background(), document, report.Job{Title: "Brief"})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("answer %d: %v, want %q", answer, err, want)
		}
		d.mu.Lock()
		if len(d.file) > 0 {
			t.Errorf("answer %d: the pages were printed all the same", answer)
		}
		d.mu.Unlock()
	}
}

// Without a desktop, or with one that has no dialog, other ways are to be taken.
func TestWithoutADialogOtherWaysAreTaken(t *testing.T) {
	document := brief(t, "dialog", request(t, bundled(t), locale.English, today, today))
	for _, address := range []string{"unix:path=" + filepath.Join(t.TempDir(), "nobody"), sessionBus(t)} {
		t.Setenv("DBUS_SESSION_BUS_ADDRESS", address)
		if err := report.PrintInDialog(context.Background(), document, report.Job{Title: "Brief"}); !errors.Is(err, report.ErrNoDialog) {
			t.Errorf("%s: answered %v", address, err)
		}
	}
}
