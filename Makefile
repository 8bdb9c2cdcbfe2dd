# Summit Ledger. The targets a person types:
#
#   make run          set up, build and open the app
#   make build        bin/summitledger alone, on a machine that is set up
#   make test         set up, lint, every test, then the tests that drive the real window
#   make lint         gofmt, go vet and staticcheck
#   make test-cups    printing on a real CUPS daemon, where CUPS is installed
#   make bench        the measurements, kept in testoutput/bench.txt
#   make test-workbooks   exported workbooks held against the Open XML standard and read by openpyxl, fetched for that time only
#   make bench-workbook   a million rows to Excel, against other libraries, fetched for that time only
#   make screenshots  every tab in three languages, light and dark, in testoutput/screenshots
#   make package      dist/: a Linux archive, a .deb and the Windows program

SHELL := bash
SYSTEM := $(shell uname -s)

# Fyne without its checks of calls from other goroutines, which cost half the time of a frame, and on Linux with X11
# alone: only there can Japanese be typed.
FYNE_TAGS := migrated_fynedo
TAGS := $(FYNE_TAGS),x11
ifeq ($(SYSTEM),Darwin)
TAGS := $(FYNE_TAGS)
endif
# Tests of the real window carry the build tag "window" and names that begin with TestWindow.
WINDOW_TAGS := $(TAGS),window

# Paths are trimmed everywhere but under the race detector, so that building, linting, measuring and the window tests
# share one compiled Fyne; compiling it takes minutes.
VERSION := $(shell sh assets/packaging/version.sh)
GO_BUILD := go build -trimpath -buildvcs=false -tags $(TAGS) -ldflags "-s -w -X main.version=$(VERSION)"

STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2
NFPM := github.com/goreleaser/nfpm/v2/cmd/nfpm@v2.43.0
GO_WINRES := github.com/tc-hib/go-winres@v0.3.3

INSTALL_TOOLS := sh assets/packaging/install-tools.sh
WITH_DISPLAY := sh assets/packaging/with-display.sh

WINDOW_PACKAGES = $(addprefix ./,$(sort $(patsubst %/,%,$(dir \
	$(shell grep -rlE '^//go:build.*\bwindow\b' --include='*_test.go' cmd ui 2>/dev/null)))))

SCREENSHOT_TABS := overview agreements pipeline funds claims promises tracks timeline organisations sources checks since
SCREENSHOT_LANGUAGES := en ja ru
SCREENSHOT_THEMES := light dark
SCREENSHOT_SIZE := 1440x900

BENCH := go test -trimpath -tags $(TAGS) -run '^$$' -benchmem -timeout 10m
# Windows are driven through X11, so not on a Mac.
ifneq ($(SYSTEM),Darwin)
BENCH_WINDOW := && SUMMITLEDGER_BINARY=$(CURDIR)/bin/summitledger SUMMITLEDGER_TESTOUTPUT=$(CURDIR)/testoutput \
	$(WITH_DISPLAY) go test -trimpath -tags $(WINDOW_TAGS) -run '^$$' -bench Window -benchtime 5x -timeout 10m ./cmd/summitledger
endif

.PHONY: build run test test-headless test-window test-cups test-workbooks lint bench bench-workbook screenshots package clean setup setup-test setup-package
.DEFAULT_GOAL := build

build:
	$(GO_BUILD) -o bin/summitledger ./cmd/summitledger

run: setup
	@$(MAKE) --no-print-directory build
	bin/summitledger

setup:
	@$(INSTALL_TOOLS)

setup-test:
	@$(INSTALL_TOOLS) test

setup-package:
	@$(INSTALL_TOOLS) package

test: setup-test
	@$(MAKE) --no-print-directory lint
	@$(MAKE) --no-print-directory test-headless
	@$(MAKE) --no-print-directory test-window

# Every package, with the race detector. Linux runs them on a display of their own, so that no test depends on the desk.
test-headless:
	$(WITH_DISPLAY) go test -race -tags $(TAGS) -timeout 20m ./...

# The program as it ships, driven as a person drives it. Windows are driven through X11, so not on a Mac.
test-window: build
ifneq ($(SYSTEM),Darwin)
	$(if $(WINDOW_PACKAGES),SUMMITLEDGER_BINARY=$(CURDIR)/bin/summitledger SUMMITLEDGER_TESTOUTPUT=$(CURDIR)/testoutput \
		$(WITH_DISPLAY) go test -trimpath -count=1 -p 1 -tags $(WINDOW_TAGS) -run '^TestWindow' -timeout 15m $(WINDOW_PACKAGES))
endif

# Printing on a CUPS daemon of its own on loopback, where CUPS is installed or unpacked in the folder CUPS_ROOT.
test-workbooks: build
	sh assets/packaging/check-workbooks.sh $(CURDIR)/bin/summitledger

test-cups:
	assets/packaging/with-cups.sh go test -trimpath -count=1 -tags $(TAGS),cups -run CUPS ./data/report

lint:
	@unformatted=$$(gofmt -l $$(find . -name '*.go' -not -path './dist/*')); \
	if [ -n "$$unformatted" ]; then echo "gofmt -w is needed for:" >&2; echo "$$unformatted" >&2; exit 1; fi
	go vet -trimpath -tags $(WINDOW_TAGS) ./...
	GOFLAGS=-trimpath go run $(STATICCHECK) -tags $(WINDOW_TAGS) ./...

# What the README states, then every other measurement beside the code. The program itself is started on a display.
bench: build
	@mkdir -p testoutput
	set -o pipefail; { $(BENCH) -bench 'GenerateAndBuild' -benchtime 1x ./data/ledger && \
		$(BENCH) -bench 'SearchKeystroke' ./data/query && \
		$(BENCH) -bench 'OpenAgainstBareRead|Edit' ./data/workspace && \
		$(BENCH) -bench . -skip 'GenerateAndBuild|SearchKeystroke|OpenAgainstBareRead|Edit' ./data/... ./ui/... | grep -v 'no test files' $(BENCH_WINDOW); \
		} | tee testoutput/bench.txt

bench-workbook:
	@TAGS=$(TAGS) sh assets/packaging/bench-workbook.sh

screenshots: build
	@mkdir -p testoutput/screenshots
	@set -e; for tab in $(SCREENSHOT_TABS); do for language in $(SCREENSHOT_LANGUAGES); do for theme in $(SCREENSHOT_THEMES); do \
		bin/summitledger screenshot --tab $$tab --lang $$language --theme $$theme --size $(SCREENSHOT_SIZE) \
			-o testoutput/screenshots/$$tab-$$language-$$theme.png; \
	done; done; done
	@echo "$$(ls testoutput/screenshots/*.png | wc -l) pictures in testoutput/screenshots"

package: setup-package
	@$(MAKE) --no-print-directory build
	VERSION='$(VERSION)' TAGS='$(FYNE_TAGS)' NFPM='$(NFPM)' GO_WINRES='$(GO_WINRES)' \
		SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct 2>/dev/null || date -r FyneApp.toml +%s) sh assets/packaging/package.sh

clean:
	rm -rf bin dist testoutput
