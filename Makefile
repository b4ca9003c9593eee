# make run     compare a sample résumé with a role        make test    all tests, with branch coverage
# make check   format, lint, types, imports, taxonomy     make eval    precision and recall on the evaluation data
# make bench   speed, as ratios                           make format  put the code into shape
# Each sets up .venv first where it has to; Python 3.11 or later is all that it needs.

PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
READY = $(VENV)/ready
EVAL ?= ../shared/eval

.PHONY: run test check eval bench format wheel clean

run: $(READY)
	$(BIN)/skillgap analyze samples/mei_okonkwo_ml_engineer.pdf --role mle

test: $(READY)
	$(BIN)/pytest -n auto --dist worksteal --cov --cov-report=term $(PYTEST)

check: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/skillgap taxonomy check taxonomy

eval: $(READY)
	@if [ -x $(EVAL)/run.py ]; then $(BIN)/python $(EVAL)/run.py --skillgap $(BIN)/skillgap --sets devset,dotin,skillspan,posting,gap; fi
	@$(BIN)/python tests/accuracy.py

bench: $(READY)
	$(BIN)/python bench/taxonomy.py
	$(BIN)/python bench/start.py
	$(BIN)/python bench/reading.py
	$(BIN)/python bench/reading_quality.py 2>/dev/null
	$(BIN)/python bench/matching.py
	$(BIN)/python bench/report.py
	$(BIN)/python bench/roles.py

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

wheel: $(READY)
	$(BIN)/python -m build --wheel --outdir dist

clean:
	rm -rf $(VENV) dist build

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "skillgap needs Python 3.11 or later; try make PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --constraint constraints.txt pip
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --group dev --editable .
	touch $@
