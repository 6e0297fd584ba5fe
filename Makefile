# The two commands of daily life are `make brochure` and `make test`; CONTRIBUTING.md says what the others are for.
PYTHON ?= python3
VENV := .venv
BIN := $(if $(filter Windows_NT,$(OS)),$(VENV)/Scripts,$(VENV)/bin)
RUN := $(BIN)/python
PIP := $(RUN) -m pip --disable-pip-version-check install --quiet --require-hashes --only-binary :all: --no-deps

.DEFAULT_GOAL := brochure
.PHONY: brochure test fuzz check bench docs manual lock wheelhouse clean

# Where Python is told to write no compiled modules, every run would compile ours anew: as long as all else it does.
COMPILED := $(RUN) -m compileall -q report

brochure: $(VENV)/.run
	@$(COMPILED)
	@$(RUN) generate.py build --force

test: $(VENV)/.dev
	@echo "== test"
	@$(COMPILED)
	@$(RUN) -m pytest -n 2

# For the night: the fuzzers of the tests with a hundred thousand examples each.
fuzz: $(VENV)/.dev
	@BANXIN_EXAMPLES=100000 $(RUN) -m pytest -n 2 tests/content/test_fuzz.py tests/tables/test_fuzz.py

check: $(VENV)/.dev
	@echo "== format"
	@$(BIN)/ruff format --quiet --check .
	@echo "== lint"
	@$(BIN)/ruff check --quiet .
	@echo "== types"
	@$(BIN)/mypy --no-error-summary
	@echo "== imports"
	@$(BIN)/lint-imports --no-cache > $(VENV)/imports.txt || { cat $(VENV)/imports.txt; exit 1; }
	@echo "== house"
	@$(RUN) -m pytest tests/test_house.py

bench: $(VENV)/.dev
	@$(COMPILED)
	@$(RUN) benchmarks/build.py
	@$(RUN) benchmarks/goals.py
	@$(RUN) benchmarks/rivals/run.py -o docs/benchmarks/results.json
	@PYTHONPATH=. $(RUN) docs/benchmarks.py

docs: brochure $(VENV)/.dev
	@PYTHONPATH=. $(RUN) docs/reference.py
	@PYTHONPATH=. $(RUN) docs/themes.py
	@PYTHONPATH=. $(RUN) docs/cli.py
	@PYTHONPATH=. $(RUN) docs/rules.py
	@$(RUN) -m report schema --lang zh > docs/schema/report.zh.json
	@$(RUN) -m report schema --lang en > docs/schema/report.en.json
	@$(RUN) docs/spreads.py
	@PYTHONPATH=. $(RUN) docs/blocks.py
	@PYTHONPATH=. $(RUN) docs/designing.py
	@PYTHONPATH=. $(RUN) docs/site.py build/docs
	@echo "build/docs/index.html"
	@$(MAKE) --no-print-directory manual

# The manual as a book: its PDF edition, a report of ours.
manual: $(VENV)/.dev
	@PYTHONPATH=. $(RUN) docs/manual.py out/manual

UV ?= uv
# Needs uv (`pip install uv`). Names, versions and hashes only: where packages come from is each machine's own setting.
COMPILE := $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --only-binary :all: \
	--no-annotate --no-header --no-emit-index-url
lock:
	@$(COMPILE) pyproject.toml -o requirements.txt
	@$(COMPILE) -c requirements.txt --group dev -o requirements-dev.txt

# All that a machine without a network needs (docs/install.md); PLATFORM is x86_64 or aarch64.
PLATFORM ?= $(shell uname -m)
PYTHON_VERSION ?= $(shell $(PYTHON) -c 'import sys; print("%d.%d" % sys.version_info[:2])')
GLIBC := 17 27 28 34
wheelhouse: $(VENV)/.made
	@$(RUN) -m pip --disable-pip-version-check download --quiet --require-hashes --only-binary :all: --no-deps \
		--python-version $(PYTHON_VERSION) --implementation cp --platform manylinux2014_$(PLATFORM) \
		$(foreach v,$(GLIBC),--platform manylinux_2_$(v)_$(PLATFORM)) -r requirements.txt -d wheelhouse
	@$(RUN) -m pip --disable-pip-version-check wheel --quiet --no-deps -w wheelhouse .

clean:
	@rm -rf out wheelhouse build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -not -path './$(VENV)/*' -prune -exec rm -rf {} +

$(VENV)/.made:
	@echo "== environment"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed: make PYTHON=python3.12 ...")'
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.run: requirements.txt | $(VENV)/.made
	@echo "== packages"
	@$(PIP) -r requirements.txt
	@touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.run
	@echo "== packages for tests"
	@$(PIP) -r requirements-dev.txt
	@touch $@
