package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"summitledger/data/analysis"
	"summitledger/data/ledger"
)

// canAssign reports whether the reader may put records into other rows and
// give claims other scopes: the workspace is open for writing.
func (w *Window) canAssign() bool { return w.file != nil && w.file.readOnly() == "" }

// askScope asks for another scope of the claim that is shown.
func (c *claims) askScope() {
	if c.page != nil {
		c.window.askScope(c.page.claim)
	}
}

// askBucket lists the rows that a record can be put into.
func (c *claims) askBucket(record ledger.Ref, under fyne.CanvasObject) {
	page := c.page
	if page == nil {
		return
	}
	var items []*fyne.MenuItem
	ruled := c.window.ruledBucket(page.claim, record)
	for _, bucket := range page.answer.ByCertainty() {
		name := page.bucketName(bucket.ID)
		if bucket.ID == ruled {
			name += " (" + small(page.text("claims.by_the_rules")) + ")"
		}
		item := fyne.NewMenuItem(name, func() { c.window.assignBucket(page.claim, record, bucket.ID) })
		item.Checked = holds(bucket, record)
		items = append(items, item)
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(under)
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), c.window.window.Canvas(), at.AddXY(0, under.Size().Height))
}

func holds(bucket analysis.Bucket, record ledger.Ref) bool {
	for _, item := range bucket.Items {
		if item.Ref == record {
			return true
		}
	}
	return false
}
