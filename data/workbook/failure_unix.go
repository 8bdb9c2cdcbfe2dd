//go:build !windows

package workbook

import (
	"errors"
	"syscall"
)

func diskFull(err error) bool {
	return errors.Is(err, syscall.EDQUOT) || errors.Is(err, syscall.EFBIG)
}

func inUse(err error) bool {
	return errors.Is(err, syscall.EROFS) || errors.Is(err, syscall.ETXTBSY) || errors.Is(err, syscall.EBUSY)
}

func notFolder(err error) bool { return errors.Is(err, syscall.ENOTDIR) }

func badName(err error) bool {
	return errors.Is(err, syscall.ENAMETOOLONG) || errors.Is(err, syscall.EINVAL) || errors.Is(err, syscall.EILSEQ)
}
