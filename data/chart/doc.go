// Package chart lays charts out once for everyone who draws them: the window,
// Excel and print. It turns figures into shapes in coordinates of the plot,
// from its left upper corner, in device-independent pixels (on paper: points).
// It knows nothing of colours, windows or languages: fills and tones are names,
// every text comes in, and the widths of texts are measured by a function that
// is handed in.
package chart
