# Two commands do everything: `make run` and `make test`. Both install what they need into .venv first.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/installed
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: run build test check lock clean

run: build ## install, build the graph of seeds/, check it, serve it on http://localhost:8000/
	$(BIN)/parley serve

build: $(STAMP)
	$(BIN)/parley build

test: $(STAMP) check ## install, then every check and every test
	$(BIN)/pytest -m slow

check: $(STAMP) ## formatting, lint, layers, types, and the tests that take seconds
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(BIN)/pytest -m "not slow"

# Exact versions with hashes; the package itself is installed in place, without asking for anything more.
$(STAMP): requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("Parley needs Python 3.11 to 3.13") if not (3, 11) <= sys.version_info[:2] <= (3, 13) else 0'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --require-hashes --requirement requirements.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

lock: $(STAMP) ## write requirements.lock anew from pyproject.toml (needs uv)
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --no-header --no-annotate --output-file requirements.lock

clean:
	rm -rf $(VENV) data
