# The first target is what `make` alone does.
PYTHON ?= python3
BIN := .venv/bin
CHECK := $(BIN)/check-jsonschema --quiet --builtin-schema
FORMS = $(filter-out %/config.yml,$(wildcard .github/ISSUE_TEMPLATE/*.yml))
SUDO := $(shell [ "$$(id -u)" -eq 0 ] || echo sudo)

# The versions that the tests have passed with; `make VERSIONS=` takes the newest.
VERSIONS := .ci/constraints.txt

# Programs that read what Padanan writes; the tests run them.
CLIENTS := gettext libxml2-utils sdcv omegat default-jdk-headless \
	libreoffice-calc libreoffice-writer python3-uno chromium poppler-utils
# Where Node.js comes from elsewhere, it brings npm along and refuses Debian's.
CLIENTS += $(shell command -v npm >/dev/null || echo nodejs npm)

# Tests run in as many processes as there are cores, up to this many.
PROCESSES := 4
PYTEST := $(BIN)/pytest -n auto --maxprocesses $(PROCESSES) --dist worksteal
# Slow tests often wait for the programs that they start: two cores take three at once.
PYTEST_ALL := $(BIN)/pytest -n 3 --dist worksteal

.PHONY: demo test test-all lint clients bench fuzz audit versions builds clean

## demo: show the first article of seeds/ highlighted, all of them as pages
demo: .venv/.package
	$(BIN)/padanan annotate $(firstword $(sort $(wildcard seeds/*.txt)))
	$(BIN)/padanan annotate seeds/*.txt --format html --output build/seeds
	@echo "The annotated articles, to be opened in a browser:"
	@ls build/seeds/*.html

## test: run the tests, docstring examples and sessions of the README, but no slow test
test: .venv/.dev
	$(PYTEST) -m 'not slow'

## test-all: run every test, in random order, the laws longer, with coverage
test-all: .venv/.dev
	HYPOTHESIS_PROFILE=full $(PYTEST_ALL) -p randomly --cov

## lint: form, style and types of the code, the files for GitHub, and the glossary
lint: .venv/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(CHECK) vendor.github-workflows .github/workflows/*.yml
	$(CHECK) vendor.github-issue-forms $(FORMS)
	$(CHECK) vendor.github-issue-config .github/ISSUE_TEMPLATE/config.yml
	$(CHECK) vendor.citation-file-format CITATION.cff
	$(BIN)/pre-commit validate-manifest .pre-commit-hooks.yaml
	$(BIN)/zizmor --offline --quiet .github
	$(BIN)/padanan lint glossary

## clients: install the programs that the tests drive (from Debian and npm)
clients:
	$(SUDO) apt-get update
	$(SUDO) env DEBIAN_FRONTEND=noninteractive \
		apt-get install -y --no-install-recommends $(CLIENTS)
	npm ci --prefix tests/clients --ignore-scripts --no-audit --no-fund

## bench: print every measurement; fails where one misses its target
## bench BENCH=--quick: run each on a small input, to see that it still runs
bench: export PADANAN_SHARED ?= $(realpath ../shared)
bench: .venv/.dev
	@status=0; for file in $(sort $(wildcard benchmarks/bench_*.py)); do \
		echo "── $$file"; $(BIN)/python $$file $(BENCH) || status=1; \
	done; exit $$status

## fuzz: look for bytes and texts that break a reader, longer and at random
## fuzz FUZZ='--only units --count 500': only some readers, fewer inputs
fuzz: .venv/.dev
	$(BIN)/python -m tests.fuzz $(FUZZ)

## audit: ask the advisory databases about every package that the tests run with
audit: .venv/.dev
	$(BIN)/python -m pip install --quiet pip-audit
	$(BIN)/pip-audit --requirement $(VERSIONS) --no-deps --disable-pip

## versions: try the wheel on every Python at hand, or on those in PYTHONS
versions: .venv/.dev
	.ci/versions
	.ci/builds quick

## builds: install in every way: with gcc, with Zig, without, from the sdist, editable
builds: .venv/.dev
	.ci/builds

clean:
	rm -rf build

# The stamps keep an installation until pyproject.toml changes, or what is compiled.
NATIVE := hatch_build.py $(wildcard src/padanan/matching/native/*.p*)

.venv/bin/python:
	$(PYTHON) -m venv .venv

ifeq ($(VERSIONS),)
.venv/.package: pyproject.toml $(NATIVE) | .venv/bin/python
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

# Dependency groups (PEP 735) need pip 25.1.
.venv/.dev: pyproject.toml $(NATIVE) | .venv/bin/python
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --editable '.[office,corpus,pdf,serve,web]' --group dev
	@touch $@ .venv/.package
else
# With digests. A checkout has none, so it goes by itself, built by what is there then.
HASHED := $(BIN)/python -m pip install --quiet --require-hashes --no-deps --requirement
CHECKOUT := PYTHONPATH=.venv/zig $(BIN)/python -m pip install --no-build-isolation \
	--quiet --no-deps --editable .
# Where there is no C compiler, that of Zig for the build alone; without it the
# package is plain.
COMPILER = if $(BIN)/python hatch_build.py; then \
	$(HASHED) .ci/zig.txt --target .venv/zig || true; fi

.venv/.package: pyproject.toml .ci/runtime.txt $(NATIVE) | .venv/bin/python
	$(HASHED) .ci/runtime.txt
	@$(COMPILER)
	$(CHECKOUT)
	@rm -rf .venv/zig
	@$(BIN)/padanan --version
	@touch $@

.venv/.dev: pyproject.toml $(VERSIONS) $(NATIVE) | .venv/bin/python
	$(HASHED) $(VERSIONS)
	@$(COMPILER)
	$(CHECKOUT)
	@rm -rf .venv/zig
	@touch $@ .venv/.package
endif
