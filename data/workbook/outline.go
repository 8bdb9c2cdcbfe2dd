package workbook

// Outline says how much a workbook will hold.
type Outline struct {
	Tables int // sheets of records
	Rows   int // of all tables
	Views  int // sheets of saved views
	Shown  int // rows of all views
}

// OutlineOf tells what a request gives, without writing it.
func OutlineOf(r Request) Outline {
	selections := r.Selections
	if selections == nil {
		selections = everything(r)
	}
	most := excelLimits().rows
	var o Outline
	for _, selection := range selections {
		o.Rows += len(selection.Rows)
		o.Tables += (len(selection.Rows) + most - 1) / most
	}
	o.Views = len(r.Views)
	for _, view := range r.Views {
		o.Shown += len(view.Selection.Rows)
	}
	return o
}
