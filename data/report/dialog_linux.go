package report

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/godbus/dbus/v5"
)

// The print dialog of Linux desktops, as every sandboxed program reaches it.
const (
	portalName    = "org.freedesktop.portal.Desktop"
	portalPath    = "/org/freedesktop/portal/desktop"
	portalPrint   = "org.freedesktop.portal.Print"
	portalRequest = "org.freedesktop.portal.Request"

	portalWait = 3 * time.Second // for an answer of the desktop itself, which no person gives
)

// portal is the connection to the desktop.
type portal struct {
	bus     *dbus.Conn
	object  dbus.BusObject
	signals chan *dbus.Signal
	asked   int
}

// openPortal finds the print dialog of the desktop.
func openPortal(ctx context.Context) (*portal, error) {
	bus, err := dbus.SessionBusPrivateNoAutoStartup(dbus.WithContext(ctx))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNoDialog, err)
	}
	p := &portal{bus: bus, object: bus.Object(portalName, portalPath), signals: make(chan *dbus.Signal, 8)}
	if err = bus.Auth(nil); err == nil {
		err = bus.Hello()
	}
	if err == nil {
		waiting, stop := context.WithTimeout(ctx, portalWait)
		defer stop()
		err = p.object.CallWithContext(waiting, "org.freedesktop.DBus.Properties.Get", 0, portalPrint, "version").Err
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("%w: %w", ErrNoDialog, err), bus.Close())
	}
	bus.Signal(p.signals)
	return p, nil
}

// request asks the desktop for something and waits for the answer, which a
// person may take a while to give.
func (p *portal) request(ctx context.Context, method string, options map[string]dbus.Variant, arguments ...any) (map[string]dbus.Variant, error) {
	p.asked++
	token := "summitledger" + strconv.Itoa(p.asked)
	sender := strings.ReplaceAll(strings.TrimPrefix(p.bus.Names()[0], ":"), ".", "_")
	handle := dbus.ObjectPath(portalPath + "/request/" + sender + "/" + token)
	// The answer may come before the call returns: it is listened for first.
	if err := p.bus.AddMatchSignalContext(ctx, dbus.WithMatchInterface(portalRequest), dbus.WithMatchMember("Response")); err != nil {
		return nil, err
	}
	options["handle_token"] = dbus.MakeVariant(token)
	var given dbus.ObjectPath
	if err := p.object.CallWithContext(ctx, portalPrint+"."+method, 0, append(arguments, options)...).Store(&given); err != nil {
		return nil, &RefusedError{Said: err.Error()}
	}
	for {
		select {
		case <-ctx.Done():
			return nil, errors.Join(ctx.Err(), p.bus.Object(portalName, given).Call(portalRequest+".Close", dbus.FlagNoReplyExpected).Err)
		case signal, open := <-p.signals:
			if !open {
				return nil, &RefusedError{Said: "the desktop has gone"}
			}
			if signal.Path != given && signal.Path != handle || signal.Name != portalRequest+".Response" {
				continue
			}
			return portalAnswer(signal)
		}
	}
}

// portalAnswer reads the answer to a request.
func portalAnswer(signal *dbus.Signal) (map[string]dbus.Variant, error) {
	var code uint32
	var results map[string]dbus.Variant
	if err := dbus.Store(signal.Body, &code, &results); err != nil {
		return nil, &RefusedError{Said: err.Error()}
	}
	switch code {
	case 0:
		return results, nil
	case 1:
		return nil, ErrDialogClosed
	}
	return nil, &RefusedError{Said: "the print dialog ended by itself"}
}

// printInDialog lets the desktop ask and print.
func printInDialog(ctx context.Context, d *Document, job Job) (err error) {
	p, err := openPortal(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, p.bus.Close()) }()
	const ownWindow = "" // the desktop puts the dialog where it likes
	answer, err := p.request(ctx, "PreparePrint", map[string]dbus.Variant{"modal": dbus.MakeVariant(true)}, ownWindow, job.Title, portalSettings(job), portalSheet(d))
	if err != nil {
		return err
	}
	token, ok := answer["token"].Value().(uint32)
	if !ok {
		return &RefusedError{Said: "the print dialog gave no number of the job"}
	}
	file, err := os.CreateTemp("", "summit-ledger-pages-*.pdf")
	if err != nil {
		return err
	}
	// The desktop reads what is open; the name is not needed.
	defer func() { err = errors.Join(err, file.Close()) }()
	if err := os.Remove(file.Name()); err != nil {
		return err
	}
	if _, err := file.Write(d.content); err != nil {
		return err
	}
	if _, err := file.Seek(0, 0); err != nil {
		return err
	}
	_, err = p.request(ctx, "Print", map[string]dbus.Variant{"token": dbus.MakeVariant(token)}, ownWindow, job.Title, dbus.UnixFD(file.Fd()))
	return err
}

// portalSettings writes what a job asks for as the dialog reads it.
func portalSettings(job Job) map[string]dbus.Variant {
	settings := map[string]dbus.Variant{"n-copies": dbus.MakeVariant(strconv.Itoa(max(job.Copies, 1)))}
	set := func(key, value string) { settings[key] = dbus.MakeVariant(value) }
	set("orientation", portalOrientation(job.Landscape))
	if job.Paper != "" {
		set("paper-format", portalPaper(job.Paper))
	}
	switch {
	case job.Sides == OneSide:
		set("duplex", "simplex")
	case job.Sides == TwoSides && job.Landscape:
		set("duplex", "vertical")
	case job.Sides == TwoSides:
		set("duplex", "horizontal")
	}
	if job.Grey {
		set("use-color", "false")
	}
	if len(job.Pages) > 0 {
		ranges := make([]string, len(job.Pages))
		for i, one := range job.Pages {
			ranges[i] = strconv.Itoa(one.First-1) + "-" + strconv.Itoa(one.Last-1) // the dialog counts from 0
		}
		set("print-pages", "ranges")
		set("page-ranges", strings.Join(ranges, ","))
	}
	return settings
}

// portalSheet says on which paper the pages are set, in millimetres.
func portalSheet(d *Document) map[string]dbus.Variant {
	const millimetres = 25.4 / 72
	width, height := d.sheets[0].Width*millimetres, d.sheets[0].Height*millimetres
	landscape := width > height
	if landscape {
		width, height = height, width // a sheet is named upright
	}
	name := A4
	if width > 213 {
		name = Letter
	}
	sheet := map[string]dbus.Variant{
		"PPDName": dbus.MakeVariant(name), "Name": dbus.MakeVariant(portalPaper(name)), "DisplayName": dbus.MakeVariant(name),
		"Width": dbus.MakeVariant(width), "Height": dbus.MakeVariant(height), "Orientation": dbus.MakeVariant(portalOrientation(landscape)),
	}
	for _, side := range []string{"MarginTop", "MarginBottom", "MarginLeft", "MarginRight"} {
		sheet[side] = dbus.MakeVariant(0.0) // the pages bring their own
	}
	return sheet
}

func portalOrientation(landscape bool) string {
	if landscape {
		return "landscape"
	}
	return "portrait"
}

func portalPaper(name string) string {
	if name == Letter {
		return "na_letter"
	}
	return "iso_a4"
}
