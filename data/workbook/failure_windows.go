package workbook

import (
	"errors"
	"syscall"
)

// Numbers of system errors that the syscall package does not name.
const (
	sharingViolation syscall.Errno = 32
	lockViolation    syscall.Errno = 33
	handleDiskFull   syscall.Errno = 39
	userMappedFile   syscall.Errno = 1224
	diskIsFull       syscall.Errno = 112
	writeProtected   syscall.Errno = 19
	invalidName      syscall.Errno = 123
	nameTooLong      syscall.Errno = 206
)

func diskFull(err error) bool {
	return errors.Is(err, diskIsFull) || errors.Is(err, handleDiskFull)
}

func inUse(err error) bool {
	for _, number := range []syscall.Errno{sharingViolation, lockViolation, userMappedFile, writeProtected} {
		if errors.Is(err, number) {
			return true
		}
	}
	return false
}

func notFolder(err error) bool { return errors.Is(err, syscall.ERROR_PATH_NOT_FOUND) }

func badName(err error) bool {
	return errors.Is(err, invalidName) || errors.Is(err, nameTooLong) || errors.Is(err, syscall.EINVAL)
}
