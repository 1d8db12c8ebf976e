# Everything a curator or a developer runs. `make help` lists it.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PYTHON  ?= python3
PORT    ?= 8000
VENV    := .venv
BIN     := $(VENV)/bin
OUTPUT  ?= output
# Where nobody's terminal says how wide a line may be, a message keeps to one.
WIDTH   := $(shell test -t 2 || echo COLUMNS=250)
ASKED   := content --output $(OUTPUT)
BUILD   := $(WIDTH) $(BIN)/kliping-build $(ASKED)
PIP     := $(BIN)/python -m pip --disable-pip-version-check -qq
# Stamps say what is installed; a newer lock file or pyproject.toml makes them stale.
BUILD_READY := $(VENV)/.build-ready
TEST_READY  := $(VENV)/.test-ready
CHECK_READY := $(VENV)/.check-ready
NODE_READY  := node_modules/.ready

.PHONY: help html serve publish test test-law audit check golden bench-build bench-cleaning bench-cleaning-speed fuzz lock clean

help:  ## this list
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile | expand -t 20

html: $(BUILD_READY)  ## build the site into output/
	@$(BUILD) --settings pelicanconf.py
	@echo "Open $(OUTPUT)/index.html"

serve: $(BUILD_READY)  ## build, serve on this machine only, rebuild on each change
	@echo "Kliping at http://127.0.0.1:$(PORT)/ (Ctrl-C ends it)"
	@$(WIDTH) $(BIN)/pelican $(ASKED) --settings pelicanconf.py --extra-settings KLIPING_SERVING=true \
	  --autoreload --listen --bind 127.0.0.1 --port $(PORT) || test $$? -eq 130

publish: $(BUILD_READY)  ## build for the public address; any warning fails
	@$(BUILD) --settings publishconf.py

test: $(TEST_READY) $(NODE_READY)  ## run every test, the browser's too
	@.ci/tools chromium java
	@$(BIN)/python -m pytest --numprocesses=auto --dist=loadfile --no-loadscope-reorder $(TESTS)

SEQUENCES ?= 500
FIRST     ?= 1000
test-law: $(TEST_READY)  ## try SEQUENCES random sequences of edits and accidents against clean builds, from number FIRST on
	@$(BIN)/python -m pytest --quiet tests/incremental --sequences $(SEQUENCES) --first-sequence $(FIRST)

audit: $(TEST_READY) $(NODE_READY)  ## measure what the pages promise: weight, speed, access, validity
	@.ci/tools chromium java openssl
	@PYTHONPATH=tests $(BIN)/python -m audit $(AUDIT)

check: $(CHECK_READY) $(TEST_READY)  ## lint, format, types, layers, sizes: the quick gate
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet . || { $(BIN)/ruff format --diff --quiet .; exit 1; }
	@$(BIN)/mypy
	@$(BIN)/python -m pytest --quiet tests/test_layers.py tests/test_limits.py

golden: $(TEST_READY)  ## rewrite the golden files; read their diff line by line
	@$(BIN)/python -m pytest --quiet --update-golden tests/test_golden.py

N ?= 1000
bench-build: $(BUILD_READY)  ## measure builds of N articles beside other generators; bench/build/README.md
	@.ci/tools npm
	@bench/build/install.sh .cache/bench/tools
	@$(BIN)/python bench/build/run.py $(N) $(if $(ROUNDS),--rounds $(ROUNDS)) \
	  $(if $(BENCH_ONLY),--only $(BENCH_ONLY)) $(if $(RECORD),--record)

bench-cleaning: $(BUILD_READY)  ## score the cleaner on DOCS; bench/cleaning/README.md
	@$(BIN)/python bench/cleaning/score.py --docs $(DOCS) $(if $(WORST),--worst $(WORST) --sites)

bench-cleaning-speed: $(BUILD_READY)  ## measure the cleaner's speed and memory, on DOCS too if given
	@$(BIN)/python bench/cleaning/speed.py $(if $(DOCS),--docs $(DOCS)) $(if $(MB),--mb $(MB))

MINUTES ?= 10
FUZZED  := .cache/fuzz
fuzz: $(TEST_READY)  ## look for bytes the cleaner cannot bear, for MINUTES; bench/fuzz/README.md
	@$(BIN)/python -c 'import atheris' 2>/dev/null || $(PIP) install 'atheris>=3'
	@mkdir -p $(FUZZED)/corpus
	@$(BIN)/python bench/fuzz/cleaning.py $(FUZZED)/findings $(FUZZED)/corpus tests/golden -dict=bench/fuzz/words.dict \
	  -max_total_time=$$((60 * $(MINUTES))) -timeout=30 -max_len=6000 -artifact_prefix=$(FUZZED)/

lock: $(VENV)/bin/python  ## raise every pinned version and write requirements/
	@.ci/lock $(BIN)/python

clean:  ## remove the built site and every cache, not the installed tools
	@rm -rf $(OUTPUT) $(dir $(OUTPUT)).$(notdir $(OUTPUT)).kliping-* .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis build dist
	@find plugins tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Kliping needs Python 3.11 or newer: make PYTHON=python3.12 …" >&2; exit 1; }
	@echo "Making $(VENV)"
	@$(PYTHON) -m venv $(VENV) || { echo "Install Python's venv module (Debian: apt-get install python3-venv)" >&2; exit 1; }

$(BUILD_READY): requirements/build.txt pyproject.toml | $(VENV)/bin/python
	@echo "Installing what the build needs"
	@$(PIP) install --requirement requirements/build.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(TEST_READY): requirements/test.txt $(BUILD_READY)
	@echo "Installing what the tests need"
	@$(PIP) install --requirement requirements/test.txt
	@touch $@

$(CHECK_READY): requirements/check.txt $(BUILD_READY)
	@echo "Installing what the checks need"
	@$(PIP) install --requirement requirements/check.txt
	@touch $@

$(NODE_READY): package.json package-lock.json
	@.ci/tools npm
	@echo "Installing the page checkers"
	@npm ci --loglevel=error --ignore-scripts --no-audit --no-fund
	@touch $@
