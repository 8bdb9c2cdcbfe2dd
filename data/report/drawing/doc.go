// Package drawing describes pages as lists of operations in points (1/72 inch)
// from the upper left corner: texts, lines, boxes, discs, polygons, links and
// bookmarks. Whoever lays a page out fills such lists; what comes of them, a PDF
// file or pixels, is made from the very same operations.
package drawing
