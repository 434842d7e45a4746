# The commands a person types and CI runs. `make demo` and `make test` set up all they need.
PYTHON ?= python3
BIN := .venv/bin
PORT ?= 8000

.PHONY: demo test check bench sample clean
.DEFAULT_GOAL := help

help:            ## say what there is
	@grep -E '^[a-z]+: .*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

.venv/demo: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "opis needs Python 3.11 or newer; name one: make demo PYTHON=python3.12")'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	touch $@

.venv/dev: pyproject.toml .venv/demo
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev,specimens]'
	touch $@

demo: .venv/demo ## load the sample collection and serve it at http://127.0.0.1:8000
	$(BIN)/opis index data/sample --engine demo-index
	$(BIN)/opis serve --engine demo-index --port $(PORT)

test: .venv/dev  ## set up what the tests need and run them all
	tests/prepare
	$(BIN)/python -m pytest

check: .venv/dev ## style, types, the direction of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv/dev ## print the numbers of docs/benchmarks.md
	$(BIN)/python -m bench.relevance
	$(BIN)/python -m bench.languages
	$(BIN)/python -m bench.loading
	$(BIN)/python -m bench.searching
	$(BIN)/python -m bench.starting
	$(BIN)/python -m bench.dates
	$(BIN)/python -m bench.names
	$(BIN)/python -m bench.ocr_noise
	$(BIN)/python -m bench.expansions
	$(BIN)/python -m bench.across
	-$(BIN)/python -m bench.elastic # where there is a node: tests/prepare-elasticsearch

sample: .venv/dev ## draw and read the specimens anew (needs Tesseract: data/README.md)
	$(BIN)/python -m data.build

clean:           ## remove what the targets made
	rm -rf .venv demo-index
