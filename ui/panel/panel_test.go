package panel

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"pgregory.net/rapid"

	"summitledger/ui/look"
)

// loan is a record of the bundled summit as a panel shows it.
func loan(told *[]string) []Block {
	open := func(what string) func() { return func() { *told = append(*told, what) } }
	return []Block{
		Caption{Left: "Loan agreement", Right: "arctic-lng-2-jbic-loan-2021"},
		Title{Text: "JBIC project loan to Arctic LNG 2"},
		Facts{Items: []Fact{{Mark: "ring", Text: "Not at the summit", Bold: true}, {Text: "Nov 2021"}, {Text: "Binding"}}},
		Paragraph{Text: strings.Repeat("Up to EUR 1.7bn inside a EUR 9.5bn package from Russian, Chinese and other lenders. ", 6), Lines: 4},
		Section{Heading: "Parties", Note: "2"},
		Row{Lead: "JP", Text: "Japan Bank for International Cooperation", Right: "Lender", Open: open("bank")},
		Row{Lead: "RU", Text: "Arctic LNG 2", Right: "Borrower", Open: open("company")},
		Section{Heading: "Money by step"},
		Row{Text: "Headline amount (credit facility)", Right: "up to EUR 1.7bn"},
		Note{Mark: "dots", Text: "no date", Open: open("note")},
		Section{Heading: "Sources", Note: "1"},
		Row{Text: "JBIC halts financing for Arctic LNG 2", Wrapped: true, Open: open("source")},
	}
}

func shown(t *testing.T, width, height float32) (p *Panel, told *[]string) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.NewTheme(false))
	p, told = New(), &[]string{}
	p.Set(loan(told), "")
	window := test.NewTempWindow(t, p)
	window.SetPadded(false)
	window.Resize(fyne.NewSize(width, height))
	return p, told
}

func typed(p *Panel, names ...fyne.KeyName) {
	for _, name := range names {
		p.Focus().TypedKey(&fyne.KeyEvent{Name: name})
	}
}

func check(t *testing.T, told *[]string, want string) {
	t.Helper()
	if got := strings.Join(*told, ", "); got != want {
		t.Errorf("told: %s; want: %s", got, want)
	}
	*told = nil
}

// texts gives every text of the page by what it says.
func texts(p *Panel) (list []*canvas.Text) {
	for _, object := range p.page.objects {
		if text, ok := object.(*canvas.Text); ok {
			list = append(list, text)
		}
	}
	return list
}

func TestEveryTextStandsBetweenTheEdges(t *testing.T) {
	p, _ := shown(t, 380, 500)
	rapid.Check(t, func(t *rapid.T) {
		width := float32(rapid.IntRange(200, 900).Draw(t, "width"))
		p.Resize(fyne.NewSize(width, 500))
		for _, text := range texts(p) {
			left, right := text.Position().X, text.Position().X+look.Width(text.Text, text.TextSize, text.TextStyle.Bold)
			if left < usualInset-1 || right > width-usualInset+2 {
				t.Fatalf("at %v %q stands from %v to %v", width, text.Text, left, right)
			}
		}
	})
}

// Links follow each other from top to bottom and never share a place.
func TestLinksAreStackedAtEveryWidth(t *testing.T) {
	p, _ := shown(t, 380, 500)
	for _, width := range []float32{200, 260, 380, 700} {
		p.Resize(fyne.NewSize(width, 500))
		if len(p.page.links) != 4 {
			t.Fatalf("at %v there are %d links, want 4", width, len(p.page.links))
		}
		end := float32(0)
		for i, link := range p.page.links {
			if link.top < end || link.height <= 0 || link.top+link.height > p.page.MinSize().Height {
				t.Errorf("at %v link %d stands from %v over %v, the one before ends at %v", width, i, link.top, link.height, end)
			}
			end = link.top + link.height
		}
	}
}

func TestAClickFollowsALinkAndNothingElse(t *testing.T) {
	p, told := shown(t, 380, 500)
	for _, link := range p.page.links {
		p.page.Tapped(&fyne.PointEvent{Position: fyne.NewPos(40, link.top+link.height/2)})
	}
	p.page.Tapped(&fyne.PointEvent{Position: fyne.NewPos(40, 10)})
	check(t, told, "bank, company, note, source")
}

func TestKeysWalkTheLinksAndFollowOne(t *testing.T) {
	p, told := shown(t, 380, 500)
	p.Focus().FocusGained()
	typed(p, fyne.KeyReturn, fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnd, fyne.KeySpace, fyne.KeyDown, fyne.KeyEnter, fyne.KeyUp, fyne.KeyReturn, fyne.KeyHome, fyne.KeyUp, fyne.KeyReturn)
	check(t, told, "bank, company, source, source, note, bank")
	p.Focus().FocusLost()
	typed(p, fyne.KeyReturn)
	check(t, told, "")
}

func TestKeysBringALinkIntoSight(t *testing.T) {
	p, _ := shown(t, 380, 160)
	p.Focus().FocusGained()
	for range 2 * len(p.page.links) {
		typed(p, fyne.KeyDown)
		link := p.page.links[p.page.at]
		if top := p.scroll.Offset.Y; link.top < top || link.top+link.height > top+p.scroll.Size().Height+0.5 {
			t.Fatalf("link %d stands from %v over %v, in sight is %v to %v", p.page.at, link.top, link.height, top, top+p.scroll.Size().Height)
		}
	}
}

func TestAnotherRecordBeginsAtTheTopAndAnEditKeepsThePlace(t *testing.T) {
	p, told := shown(t, 380, 160)
	p.scroll.ScrollToOffset(fyne.NewPos(0, 90))
	p.Replace(loan(told), "")
	if got := p.scroll.Offset.Y; got != 90 {
		t.Errorf("after an edit the panel stands at %v, before at 90", got)
	}
	p.Set(loan(told), "")
	if got := p.scroll.Offset.Y; got != 0 {
		t.Errorf("another record begins at %v", got)
	}
}

func TestTheFootStaysAndTakesItsRoom(t *testing.T) {
	p, told := shown(t, 380, 300)
	before := p.scroll.Size().Height
	p.Set(loan(told), "The words are as recorded on 23 Nov 2026.")
	if got := before - p.scroll.Size().Height; got != footHeight {
		t.Errorf("a foot of %v takes %v", footHeight, got)
	}
	p.Set(loan(told), "")
	if got := p.scroll.Size().Height; got != before {
		t.Errorf("without the foot the page has %v of %v", got, before)
	}
}

// A long title is wrapped, not cut, and a short paragraph keeps to its lines.
func TestTitlesWrapAndParagraphsKeepToTheirLines(t *testing.T) {
	p, _ := shown(t, 260, 500)
	title, lines := "", 0
	for _, text := range texts(p) {
		switch {
		case text.TextSize == look.SizeTitle:
			title += text.Text + " "
		case strings.Contains(text.Text, "lenders") || strings.Contains(text.Text, "package") || strings.Contains(text.Text, "EUR 1.7bn inside"):
			lines++
		}
	}
	if got := strings.TrimSpace(title); got != "JBIC project loan to Arctic LNG 2" {
		t.Errorf("the title reads %q", got)
	}
	if lines == 0 || lines > 4 {
		t.Errorf("the paragraph takes %d lines, it may take 4", lines)
	}
}

// A figure that is wider than the panel wraps; its digits are never cut.
func TestAWideFigureIsWholeAtEveryWidth(t *testing.T) {
	p, _ := shown(t, 380, 500)
	const number = "JPY 1,234,567,890,123"
	for _, width := range []float32{160, 200, 300, 448, 900} {
		p.Set([]Block{Figure{Number: number, Unit: "of about JPY 300bn claimed"}}, "")
		p.Resize(fyne.NewSize(width, 300))
		got := ""
		for _, text := range texts(p) {
			if text.TextStyle.Bold {
				got += strings.TrimSpace(text.Text) + " "
			}
		}
		if strings.ReplaceAll(got, " ", "") != strings.ReplaceAll(number, " ", "") {
			t.Errorf("at %v the figure reads %q", width, got)
		}
	}
}

func TestBlocksOfAFigureOpenTheirRecords(t *testing.T) {
	p, told := shown(t, 448, 600)
	open := func(what string) func() { return func() { *told = append(*told, what) } }
	p.Set([]Block{
		Heading{Text: "Documents announced"},
		Terms{Items: []Term{{Label: "Unit", Text: "documents"}, {Label: "Rate", Link: "JPY 111", Text: " of 21 Nov 2016", Open: open("rate")}}},
		Entry{Mark: "disc", Text: "Memorandum", Under: "16 Dec 2016", Right: "1", Open: open("entry")},
		Sum{Text: "Added", Right: "44"},
		Reason{Count: "0", Text: "Duplicates"},
		Reason{Count: "36", Text: "Not found in the itemised list", Open: open("reason")},
	}, "")
	if len(p.page.links) != 3 {
		t.Fatalf("%d links: %v", len(p.page.links), fmt.Sprint(p.page.links))
	}
	for _, link := range p.page.links {
		link.open()
	}
	check(t, told, "rate, entry, reason")
}
