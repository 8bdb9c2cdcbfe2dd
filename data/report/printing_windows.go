package report

import (
	"context"
	"errors"
	"fmt"
	"unsafe"

	"golang.org/x/sys/windows"

	"summitledger/data/report/drawing"
)

// Printing on Windows needs no program that prints PDF files, which most
// computers lack: every page is painted and given to the printer as pixels.

// library holds the functions of Windows that printing calls.
type library struct{ gdi, spool *windows.LazyDLL }

func newLibrary() library {
	return library{gdi: windows.NewLazySystemDLL("gdi32.dll"), spool: windows.NewLazySystemDLL("winspool.drv")}
}

// call calls a function and gives its answer, which is 0 when it failed for most
// of them, with what Windows says of the failure. What its arguments point to
// stays where it is as long as the call lasts.
//
//go:uintptrescapes
func call(from *windows.LazyDLL, name string, arguments ...uintptr) (uintptr, error) {
	function := from.NewProc(name)
	if err := function.Find(); err != nil {
		return 0, errors.Join(ErrNoPrinting, err)
	}
	answer, _, err := function.Call(arguments...)
	return answer, fmt.Errorf("%s: %w", name, err)
}

// printerInfo is PRINTER_INFO_4.
type printerInfo struct {
	name, server *uint16
	attributes   uint32
}

// Kinds of printers that EnumPrinters lists: of this computer, and connected.
const enumLocalAndConnected = 2 | 4

// systemPrinters asks the spooler.
func systemPrinters(ctx context.Context) ([]Printer, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	l := newLibrary()
	var needed, count uint32
	list := func(buffer []byte) (uintptr, error) {
		var at uintptr
		if len(buffer) > 0 {
			at = uintptr(unsafe.Pointer(&buffer[0]))
		}
		return call(l.spool, "EnumPrintersW", enumLocalAndConnected, 0, 4, at, uintptr(len(buffer)), uintptr(unsafe.Pointer(&needed)), uintptr(unsafe.Pointer(&count)))
	}
	if _, err := list(nil); errors.Is(err, ErrNoPrinting) {
		return nil, err
	}
	if needed == 0 {
		return nil, ErrNoPrinter
	}
	buffer := make([]byte, needed)
	if answer, err := list(buffer); answer == 0 {
		return nil, &RefusedError{Said: err.Error()}
	}
	preset := defaultPrinter(l)
	var printers []Printer
	for _, info := range unsafe.Slice((*printerInfo)(unsafe.Pointer(&buffer[0])), count) {
		name := windows.UTF16PtrToString(info.name)
		printers = append(printers, Printer{Name: name, Default: name == preset})
	}
	if len(printers) == 0 {
		return nil, ErrNoPrinter
	}
	return printers, nil
}

// defaultPrinter names the default printer, "" when there is none.
func defaultPrinter(l library) string {
	var name [512]uint16
	length := uint32(len(name))
	if answer, _ := call(l.spool, "GetDefaultPrinterW", uintptr(unsafe.Pointer(&name[0])), uintptr(unsafe.Pointer(&length))); answer == 0 {
		return ""
	}
	return windows.UTF16ToString(name[:])
}

// deviceMode is the part of DEVMODEW that a job changes.
type deviceMode struct {
	name                                                              [32]uint16
	version, driverVersion, size, extra                               uint16
	fields                                                            uint32
	orientation, paper, length, width, scale, copies, source, quality int16
	colour, duplex, resolution, trueType, collate                     int16
}

// Fields of a deviceMode and their values.
const (
	hasOrientation, hasPaper, hasCopies, hasColour, hasDuplex, hasCollate = 0x1, 0x2, 0x100, 0x800, 0x1000, 0x8000

	uprightPaper, paperOnItsSide              = 1, 2
	paperLetter, paperA4                      = 1, 9
	withoutColour                             = 1
	oneSided, turnedOnLongEdge, turnedOnShort = 1, 2, 3
	collated                                  = 1
)

// ask writes what a job asks for into the settings of a printer.
func (m *deviceMode) ask(job Job) {
	m.fields |= hasOrientation
	m.orientation = uprightPaper
	if job.Landscape {
		m.orientation = paperOnItsSide
	}
	if job.Paper != "" {
		m.fields |= hasPaper
		m.paper = paperA4
		if job.Paper == Letter {
			m.paper = paperLetter
		}
	}
	if job.Copies > 1 {
		m.fields |= hasCopies | hasCollate
		m.copies, m.collate = int16(job.Copies), collated
	}
	if job.Grey {
		m.fields |= hasColour
		m.colour = withoutColour
	}
	switch {
	case job.Sides == OneSide:
		m.fields |= hasDuplex
		m.duplex = oneSided
	case job.Sides == TwoSides && job.Landscape:
		m.fields |= hasDuplex
		m.duplex = turnedOnShort
	case job.Sides == TwoSides:
		m.fields |= hasDuplex
		m.duplex = turnedOnLongEdge
	}
}

// settings gives the settings of a printer with what a job asks for, as the
// driver of the printer takes them.
func settings(l library, name *uint16, job Job) ([]byte, error) {
	const out, in = 2, 8
	var printer uintptr
	if answer, err := call(l.spool, "OpenPrinterW", uintptr(unsafe.Pointer(name)), uintptr(unsafe.Pointer(&printer)), 0); answer == 0 {
		return nil, err
	}
	defer func() { _, _ = call(l.spool, "ClosePrinter", printer) }()
	size, err := call(l.spool, "DocumentPropertiesW", 0, printer, uintptr(unsafe.Pointer(name)), 0, 0, 0)
	if int32(size) < int32(unsafe.Sizeof(deviceMode{})) {
		return nil, err
	}
	buffer := make([]byte, size)
	at := uintptr(unsafe.Pointer(&buffer[0]))
	if answer, err := call(l.spool, "DocumentPropertiesW", 0, printer, uintptr(unsafe.Pointer(name)), at, 0, out); int32(answer) < 0 {
		return nil, err
	}
	(*deviceMode)(unsafe.Pointer(&buffer[0])).ask(job)
	if answer, err := call(l.spool, "DocumentPropertiesW", 0, printer, uintptr(unsafe.Pointer(name)), at, at, in|out); int32(answer) < 0 {
		return nil, err
	}
	return buffer, nil
}

// documentInfo is DOCINFOW.
type documentInfo struct {
	size                    int32
	title, output, dataType *uint16
	kind                    uint32
}

// What GetDeviceCaps tells of a printer.
const (
	dotsAcross, dotsDown   = 88, 90   // to the inch
	offsetAcross, offsetUp = 112, 113 // of what can be printed from the edges of the sheet
)

// mostDots is the fineness at which pages are painted.
const mostDots = 300

// systemPrint paints the pages and gives them to the printer.
func systemPrint(ctx context.Context, d *Document, job Job) (err error) {
	painter, err := drawing.NewPainter(Faces())
	if err != nil {
		return err
	}
	l := newLibrary()
	name, err := windows.UTF16PtrFromString(job.Printer)
	if err != nil {
		return &UnknownPrinterError{Name: job.Printer}
	}
	title, err := windows.UTF16PtrFromString(job.Title)
	if err != nil {
		return err
	}
	mode, err := settings(l, name, job)
	if err != nil {
		return &RefusedError{Said: err.Error()}
	}
	device, err := windows.UTF16PtrFromString("WINSPOOL")
	if err != nil {
		return err
	}
	paper, err := call(l.gdi, "CreateDCW", uintptr(unsafe.Pointer(device)), uintptr(unsafe.Pointer(name)), 0, uintptr(unsafe.Pointer(&mode[0])))
	if paper == 0 {
		return &RefusedError{Said: err.Error()}
	}
	defer func() { _, _ = call(l.gdi, "DeleteDC", paper) }()
	info := documentInfo{title: title}
	info.size = int32(unsafe.Sizeof(info))
	if answer, err := call(l.gdi, "StartDocW", paper, uintptr(unsafe.Pointer(&info))); int32(answer) <= 0 {
		return &RefusedError{Said: err.Error()}
	}
	for _, sheet := range chosenSheets(d.sheets, job.Pages) {
		if err := printSheet(ctx, l, paper, painter, sheet); err != nil {
			_, _ = call(l.gdi, "AbortDoc", paper)
			return err
		}
	}
	if answer, err := call(l.gdi, "EndDoc", paper); int32(answer) <= 0 {
		return &RefusedError{Said: err.Error()}
	}
	return nil
}

// greyBitmap is BITMAPINFO with the 256 greys as its colours.
type greyBitmap struct {
	size                uint32
	width, height       int32
	planes, depth       uint16
	compression, length uint32
	across, down        int32
	used, important     uint32
	greys               [256][4]uint8
}

func newGreyBitmap(width, height int) *greyBitmap {
	const headerSize = 40
	b := &greyBitmap{size: headerSize, width: int32(width), height: int32(-height), planes: 1, depth: 8, used: 256} // below 0: the first row is the upper one
	for i := range b.greys {
		b.greys[i] = [4]uint8{uint8(i), uint8(i), uint8(i), 0}
	}
	return b
}

func printSheet(ctx context.Context, l library, paper uintptr, painter *drawing.Painter, sheet *drawing.Sheet) error {
	if answer, err := call(l.gdi, "StartPage", paper); int32(answer) <= 0 {
		return &RefusedError{Said: err.Error()}
	}
	capability := func(index uintptr) int {
		answer, _ := call(l.gdi, "GetDeviceCaps", paper, index)
		return int(int32(answer))
	}
	across, down := max(capability(dotsAcross), 1), max(capability(dotsDown), 1)
	left, top := capability(offsetAcross), capability(offsetUp)
	dots := min(across, mostDots)
	err := inBands(ctx, painter, sheet, float64(dots)/72, func(one band) error {
		const copyPixels, colours = 0x00CC0020, 0
		from, to := one.top*down/dots, (one.top+one.height)*down/dots
		bitmap := newGreyBitmap(one.width, one.height)
		answer, err := call(l.gdi, "StretchDIBits", paper, uintptr(-left), uintptr(from-top), uintptr(one.width*across/dots), uintptr(to-from),
			0, 0, uintptr(one.width), uintptr(one.height), uintptr(unsafe.Pointer(&one.bits[0])), uintptr(unsafe.Pointer(bitmap)), colours, copyPixels)
		if int32(answer) <= 0 {
			return &RefusedError{Said: err.Error()}
		}
		return nil
	})
	if err != nil {
		return err
	}
	if answer, err := call(l.gdi, "EndPage", paper); int32(answer) <= 0 {
		return &RefusedError{Said: err.Error()}
	}
	return nil
}
