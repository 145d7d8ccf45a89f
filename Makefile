# Every verb sets itself up first. A writer needs two: `make serve` and `make check`.
#   make serve                 the site with every PDF on http://127.0.0.1:8000/, made again at each edit
#   make serve LANG=da PDF=no  one language, no PDFs: an edit is on screen in two seconds; other pages wait for the next start
#   make build                 the same site into site/; a site that fails leaves the last good one alone
#   make check                 what a writer can get wrong in docs/, without a build
#   make fix                   French spaces and other marks that can be put right by themselves
#   make translated PAGE=docs/da/danger.md   that page says: I translate the English as it is now (no PAGE: all that say nothing yet)
#   make language CODE=nb NAME=Norsk         opens a language: every page in English with a notice, until it is translated
#   make build EDITIONS=print PAPER=letter     only some PDFs, here the sheets to print; on US Letter
#   make publish               the PDFs again, from the site/ that is there
#   make bench                 how long it all takes, against the plain stack, mkdocs-to-pdf and WeasyPrint by itself
#   make test                  everything the project holds itself to
#   make release VERSION=2026.1 SITE_URL=https://…/   onto the local branch gh-pages, as latest

PYTHON  ?= python3
ADDRESS ?= 127.0.0.1:8000
BIN     := .venv/bin

export LC_ALL := C.UTF-8
export NO_MKDOCS_2_WARNING := 1

ifeq ($(origin LANG),command line)
export ONLY := $(LANG)
endif

.PHONY: serve build check fix translated language publish test bench release requirements clean

serve: .venv/ready
	@echo "Building. The site will be on http://$(ADDRESS)/ (end with Ctrl+C)."
	@$(BIN)/mkdocs serve --livereload $(if $(ONLY),--dirty) --dev-addr $(ADDRESS)

build: .venv/ready
	@rm -rf site.new site.old
	$(BIN)/mkdocs build --strict --site-dir site.new
	@if [ -d site ]; then mv site site.old; fi
	@mv site.new site && rm -rf site.old && echo "The site is in site/."

check: .venv/ready
	@$(BIN)/python scripts/check.py

fix: .venv/ready
	@$(BIN)/python scripts/fix.py

translated: .venv/ready
	@$(BIN)/python scripts/translated.py $(if $(STILL_TRUE),--still-true) $(PAGE)

language: .venv/ready
	@$(BIN)/python scripts/language.py "$(CODE)" "$(NAME)"

publish: .venv/ready
	@$(BIN)/python scripts/publish.py

test: .venv/ready-to-test
	$(BIN)/ruff check scripts tests
	$(BIN)/mypy
	$(BIN)/python scripts/check.py
	$(BIN)/pytest

bench: .venv-bench/ready
	@.venv-bench/bin/python scripts/bench.py

release: .venv/ready
	@$(BIN)/python scripts/release.py "$(VERSION)"

# After an edit of a requirements*.in; needs uv.
requirements:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q requirements.in -o requirements.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q requirements-dev.in -o requirements-dev.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q requirements-bench.in -o requirements-bench.txt

clean:
	rm -rf .venv .venv-bench .cache overrides/assets/fonts site site.new site.old

# Set-up runs again when its stamp is older than what it was made from.
.venv/ready: requirements.txt scripts/system.py scripts/fonts.py
	@$(PYTHON) scripts/system.py
	@echo "Installing what builds the site (once, about a minute)."
	@$(PYTHON) -m venv .venv
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@$(BIN)/python scripts/fonts.py
	@touch $@

.venv/ready-to-test: .venv/ready requirements-dev.txt
	@$(PYTHON) scripts/system.py --tests
	@echo "Installing what tests the site (once, about a minute)."
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

# The site as above, and what it is measured against, in an environment of its own.
.venv-bench/ready: .venv/ready requirements-bench.txt
	@echo "Installing what the site is measured against (once, about a minute)."
	@{ $(PYTHON) -m venv .venv-bench && \
	.venv-bench/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bench.txt; } > .cache/bench.log 2>&1 || \
	{ echo "It could not be installed; .cache/bench.log says why. With a network, run again: make bench"; exit 1; }
	@touch $@
