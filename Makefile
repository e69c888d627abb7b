# make demo | test | torture | check | audit | bench | clean. The first one sets up .venv; after that nothing needs a network.
PYTHON ?= $(shell for p in python3.11 python3 python3.12 python3.13; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PIP := PIP_CONSTRAINT=constraints.txt PIP_BUILD_CONSTRAINT=constraints.txt $(BIN)/python -m pip install -qq --no-compile --disable-pip-version-check
REPORTS := samples/reports
# how the samples' table names its columns; with REPORTS=... name your own with TABLE="--text ... --date ..."
TABLE := $(if $(filter samples/reports,$(REPORTS)),--key id --title headline --text body --publisher outlet --date day)
ON := 2017-08-02
# processes that run the tests
JOBS := 2
OUT := out
LEDGER := $(OUT)/claimatlas.sqlite
SETUP := pyproject.toml constraints.txt requirements-data.txt hatch_build.py $(wildcard tools/*.py) $(wildcard web/*.json)

.PHONY: demo test torture check audit bench clean
.DELETE_ON_ERROR:

$(READY): $(SETUP)
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed and was not found; install it, or name it with make PYTHON=..." >&2; exit 1; }
	@echo "Setting up $(VENV) (once, some minutes)"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(PIP) --no-deps --require-hashes -r requirements-data.txt
	@$(PIP) -c constraints.txt -e ".[dev]"
	@touch $@

demo: $(READY)
	@mkdir -p $(OUT)
	@rm -f $(LEDGER) $(LEDGER)-wal $(LEDGER)-shm
	@$(BIN)/claimatlas read $(REPORTS) $(TABLE) --ledger $(LEDGER)
	@$(BIN)/claimatlas map --on $(ON) -o $(OUT)/map.html --ledger $(LEDGER)
	@$(BIN)/claimatlas map --on $(ON) -o $(OUT)/map.png --ledger $(LEDGER)
	@$(BIN)/claimatlas brief --on $(ON) -o $(OUT)/brief.html --ledger $(LEDGER)
	@echo
	@echo "Written for $(ON):"
	@echo "  $(OUT)/map.html    open it in a browser, no network needed: click a mark, read who claims what, with the words"
	@echo "  $(OUT)/map.png     the same as a still picture: look at who holds what, and at what is contested"
	@echo "  $(OUT)/brief.html  the day by area: look for what is disputed or corrected, and follow a claim to its quote"
	@echo "  the whole atlas:   $(BIN)/claimatlas serve --ledger $(LEDGER), then open the address it prints"
	@echo "  $(LEDGER)   the ledger; ask it: $(BIN)/claimatlas holds --on $(ON) --ledger $(LEDGER)"

test: $(READY)
	$(BIN)/python -m pytest -q -n $(JOBS) --dist loadfile

# kills, full disks, changed bits, odd input; some minutes, prints its figures
torture: $(READY)
	@mkdir -p $(OUT)
	@rm -f $(OUT)/torture.txt
	CLAIMATLAS_TORTURE=$(abspath $(OUT))/torture.txt $(BIN)/python -m pytest -q -n $(JOBS) --dist worksteal tests/torture tests/ledger/test_verify.py
	@sort $(OUT)/torture.txt

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# pip-audit has a folder of its own: nothing of the project needs it
audit: $(READY)
	@test -x $(VENV)/audit/bin/pip-audit || { $(BIN)/python -m venv $(VENV)/audit && $(VENV)/audit/bin/python -m pip install -qq --disable-pip-version-check pip-audit==2.10.1; }
	@$(VENV)/audit/bin/python tools/audit.py

bench: $(READY)
	@$(BIN)/python -m claimatlas.evaluate.bench

clean:
	rm -rf $(OUT) dist .mypy_cache .ruff_cache .pytest_cache
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +
