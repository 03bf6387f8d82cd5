# Two commands do all the set-up: `make report` and `make test`. The environment is .venv; nothing else is touched.

PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin
PIP := $(RUN)/python -m pip --disable-pip-version-check
PYTEST_ARGS ?= --numprocesses auto --dist loadfile

.PHONY: help report test bench clean

help:
	@echo "make report   findings of the articles in seeds/: here, and as HTML, Markdown and JSON in build/"
	@echo "make test     format, lint, types, import contracts and tests: all that continuous integration runs"
	@echo "make bench    how long a start, a first and a second run take, and how much memory"
	@echo "make clean    drops the environment and what was built"

report: $(VENV)/.installed
	$(RUN)/factcheck report seeds/ -o html=build/report.html -o markdown=build/report.md -o json=build/report.json
	@echo "Also in build/: report.html, report.md, report.json"

test: $(VENV)/.installed-test
	$(RUN)/ruff format --check .
	$(RUN)/ruff check .
	$(RUN)/mypy
	$(RUN)/lint-imports
	$(RUN)/pytest $(PYTEST_ARGS)

bench: $(VENV)/.installed-test
	$(RUN)/python benchmarks/startup.py

clean:
	rm -rf $(VENV) build

# torch goes first and alone: constraints.txt names the build to take, and no other package may choose one.
$(VENV)/.torch: constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "factcheck needs Python 3.11 or newer: make PYTHON=python3.12, say; $(PYTHON) is $$($(PYTHON) -V 2>&1)"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --constraint constraints.txt torch
	@touch $@

$(VENV)/.installed: pyproject.toml $(VENV)/.torch
	$(PIP) install --constraint constraints.txt --editable .
	@touch $@

$(VENV)/.installed-test: $(VENV)/.installed
	$(PIP) install --constraint constraints.txt --editable '.[test]'
	@touch $@
