# Every target sets up what it needs. All that must be there is Python 3.11 or newer and make; a C compiler
# brings the durable-rules engine, and without one the reference engine serves.

PYTHON ?= python3
ROUNDS ?= 15

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.stamp
BENCH := .venv-bench
PIP_INSTALL := -m pip install -qq --disable-pip-version-check --no-input

.DEFAULT_GOAL := help
.PHONY: mutation precision help examples test docs lint types layers ci bench build clean

help:  ## Say what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

examples: $(READY)  ## Check the example drafts
	@$(BIN)/clausecheck check examples --fail-level never

test: $(READY)  ## Run every test
	@$(BIN)/python -m pytest -n auto --dist loadgroup

docs: $(READY)  ## Write the pages that follow from the code, and the output of the commands in the others
	@$(BIN)/python -m tools.docs

lint: $(READY)  ## Look for faults of style and layout in the code
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check

types: $(READY)  ## Check the types
	@$(BIN)/mypy

layers: $(READY)  ## Check that the stages import one way
	@$(BIN)/lint-imports

ci: lint types layers test  ## All that must pass before a change lands

bench: build $(BENCH)/.peers  ## Measure against other Python linters (ROUNDS=15)
	@$(BENCH)/clausecheck/bin/python $(PIP_INSTALL) -c constraints.txt dist/*.whl
	@$(BENCH)/clausecheck/bin/python $(PIP_INSTALL) --force-reinstall --no-deps dist/*.whl
	@$(BIN)/python -m benchmarks.run --environments $(BENCH) --rounds $(ROUNDS)

mutation: $(READY)  ## Break every line of every example in every way, and print how that is read (minutes)
	@$(BIN)/python -m tests.mutation.measure

precision: $(READY)  ## Print how often each rule is right on the drafts of tests/corpus
	@$(BIN)/python -m tests.corpus.precision

build: $(READY)  ## Make the wheel and the source archive, in dist/
	@rm -rf dist
	@$(BIN)/python -m build --no-isolation --outdir dist . > $(VENV)/build.log 2>&1 \
		|| { cat $(VENV)/build.log; exit 1; }
	@ls dist/*

clean:  ## Remove all that make has made
	rm -rf $(VENV) $(BENCH) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	rm -f benchmarks/latest.json
	find src tests benchmarks tools -name __pycache__ -type d -prune -exec rm -rf {} +

# durable-rules comes as source only and may fail to build, so it is installed by itself; all else must succeed.
$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2> /dev/null || { \
		echo "clausecheck needs Python 3.11 or newer; $(PYTHON) is not. Name one: make PYTHON=python3.12" >&2; exit 1; }
	@echo "Setting up $(VENV) ..."
	@$(PYTHON) -m venv $(VENV)
	@grep -v '^durable-rules' constraints.txt > $(VENV)/locked.txt
	@$(BIN)/python $(PIP_INSTALL) -r $(VENV)/locked.txt
	@grep '^durable-rules' constraints.txt > $(VENV)/engine.txt
	@$(BIN)/python $(PIP_INSTALL) -r $(VENV)/engine.txt > $(VENV)/engine.log 2>&1 \
		|| echo "durable-rules could not be built (see $(VENV)/engine.log): the reference engine will serve"
	@$(BIN)/python $(PIP_INSTALL) --no-build-isolation --no-deps -e .
	@touch $@

$(BENCH)/.peers: benchmarks/peers.txt | $(READY)
	@echo "Setting up $(BENCH) ..."
	@$(PYTHON) -m venv $(BENCH)/clausecheck
	@$(PYTHON) -m venv $(BENCH)/peers
	@$(BENCH)/peers/bin/python $(PIP_INSTALL) -r benchmarks/peers.txt
	@touch $@
