//go:build !linux

package report

import "context"

func printInDialog(context.Context, *Document, Job) error { return ErrNoDialog }
