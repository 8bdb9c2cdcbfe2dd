package chart

import "strconv"

// LaneMark is something that happened in a quarter, or is due in it.
type LaneMark struct {
	Quarter int    // counted from the year 0
	Name    string // of the mark
}

// Lane is what happened to records of one kind.
type Lane struct {
	Title, Note string
	Marks       []LaneMark
}

// Legend says what a mark means.
type Legend struct{ Mark, Text string }

// Lanes sets what happened by quarter, a lane for each kind of record, with
// the as-of day as a line through all of them (section 4.6 of the design).
type Lanes struct {
	Lanes  []Lane
	Legend []Legend
	AsOf   float64 // in quarters from the year 0
	Most   int     // rows of a stack at most; what has no room is counted over it
}

// Measures of lanes.
const (
	lanesAxis   = 18
	lanePitch   = 11
	laneMark    = 9
	laneLeast   = 44
	laneLabels  = 0.2
	laneAbreast = 3
	legendLine  = 20
	yearRoom    = 44
)

// span gives the first and the last quarter: whole years.
func (l Lanes) span() (first, last int) {
	first, last = int(l.AsOf), int(l.AsOf)
	for _, lane := range l.Lanes {
		for _, mark := range lane.Marks {
			first, last = min(first, mark.Quarter), max(last, mark.Quarter)
		}
	}
	return first / 4 * 4, last/4*4 + 3
}

// Lay puts every shape of the lanes in its place for a width.
func (l Lanes) Lay(width float64, face Face) Plot {
	plot := Plot{W: width}
	labels := 0.0
	for _, lane := range l.Lanes {
		labels = max(labels, face.Width(lane.Title, TextSize, true), face.Width(lane.Note, NoteSize, false))
	}
	labels = min(labels+bridgeGap, width*laneLabels)
	first, last := l.span()
	quarter := (width - labels - bridgeRight) / float64(last-first+1)
	x := func(at float64) float64 { return labels + (at-float64(first))*quarter }
	abreast := max(1, min(laneAbreast, int(quarter/lanePitch)))
	y := l.layLegend(&plot, face)
	axis := y
	y += lanesAxis
	for _, lane := range l.Lanes {
		y = l.layLane(&plot, face, lane, y, labels, min(lanePitch, quarter/float64(abreast)), abreast, x)
	}
	every := 1
	for 4*quarter*float64(every) < yearRoom {
		every *= 2
	}
	for year := first / 4; year <= last/4; year++ {
		plot.rule(Hair, x(float64(year*4)), axis, 1, y-axis)
		if year%every == 0 {
			plot.text(face, writing{strconv.Itoa(year), NoteSize, Label, false}, x(float64(year*4))+4, axis, yearRoom)
		}
	}
	plot.rule(Accent, x(l.AsOf)-1, axis, strokeWide, y-axis)
	plot.H = y + 2
	return plot
}

// layLegend says what the marks mean and gives where it ends.
func (l Lanes) layLegend(plot *Plot, face Face) float64 {
	x, y := 0.0, 0.0
	for i, entry := range l.Legend {
		wide := laneMark + 5 + face.Width(entry.Text, NoteSize, false)
		if i > 0 && x+wide > plot.W {
			x, y = 0, y+legendLine
		}
		plot.mark(entry.Mark, x, y+(noteLine-laneMark)/2.0)
		plot.text(face, writing{entry.Text, NoteSize, Label, false}, x+laneMark+5, y, wide)
		x += wide + bridgeGap
	}
	if len(l.Legend) == 0 {
		return 0
	}
	return y + legendLine
}

// layLane stacks the marks of a lane over its line and gives where it ends.
func (l Lanes) layLane(plot *Plot, face Face, lane Lane, y, labels, step float64, abreast int, x func(float64) float64) float64 {
	counts, rows := map[int]int{}, 1
	for _, mark := range lane.Marks {
		counts[mark.Quarter]++
		rows = max(rows, (counts[mark.Quarter]+abreast-1)/abreast)
	}
	over := 0.0
	if most := max(1, l.Most); rows > most {
		rows, over = most, noteLine
	}
	height := max(laneLeast, float64(rows)*lanePitch+12+over)
	bottom := y + height - 1
	plot.text(face, writing{lane.Title, TextSize, Ink, true}, 0, bottom-textLine-noteLine-2, labels)
	plot.text(face, writing{lane.Note, NoteSize, Label, false}, 0, bottom-noteLine-2, labels)
	plot.rule(Border, 0, bottom, plot.W, 1)
	placed := map[int]int{}
	for _, mark := range lane.Marks {
		at := placed[mark.Quarter]
		placed[mark.Quarter]++
		if row := at / abreast; row < rows {
			plot.mark(mark.Name, x(float64(mark.Quarter))+float64(at%abreast)*step+1, bottom-3-float64(row+1)*lanePitch)
		} else if at == rows*abreast {
			plot.text(face, writing{"+" + strconv.Itoa(counts[mark.Quarter]-at), NoteSize, Label, true}, x(float64(mark.Quarter)), bottom-3-float64(rows)*lanePitch-noteLine, yearRoom)
		}
	}
	return y + height
}

// mark puts a mark by its left upper corner.
func (p *Plot) mark(name string, x, y float64) {
	p.Shapes = append(p.Shapes, Shape{Kind: MarkShape, Text: name, X: x, Y: y, W: laneMark, H: laneMark})
}
