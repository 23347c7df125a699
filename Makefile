# A thin front: CMake does the work. `make` alone builds the program.
BUILD := build/release
PROGRAM := $(BUILD)/demarche
EXAMPLES := $(wildcard examples/*.html examples/*.txt examples/*.jsonl)
JOBS ?= $(shell nproc)

.PHONY: all build demo test bench web check fuzz tidy clean
all: build

build:
	@tools/setup build
	@cmake --preset release -DDEMARCHE_TESTS=OFF >/dev/null
	@cmake --build $(BUILD) -j $(JOBS)

demo: build
	@rm -f build/demo.store
	@$(PROGRAM) read --actors examples/overlay --format report --into build/demo.store --quiet $(EXAMPLES)
	@echo "What to try next:"
	@echo "  $(PROGRAM) signals build/demo.store        # where one side gave different positions"
	@echo "  $(PROGRAM) explain --actors examples/overlay --of examples/talks.html s1"
	@echo "  $(PROGRAM) read your-own-page.html         # no flag needed"
	@echo "  $(PROGRAM) serve build/demo.store --actors examples/overlay   # then open http://localhost:8080/"

test:
	@tools/setup test
	@cmake --preset dev >/dev/null
	@cmake --build build/dev -j $(JOBS)
	@ctest --preset dev -j $(JOBS)

# The whole way on invented pages: pages a second on one core, and peak memory. Then bytes to article,
# on the pages of SHARED where it is there.
SHARED ?= ../shared
bench: build
	@cmake --preset release -DDEMARCHE_BENCH=ON >/dev/null
	@cmake --build $(BUILD) -j $(JOBS) --target article_bench language_bench
	@python3 bench/synthetic.py --program $(PROGRAM) --model rules
	@python3 bench/synthetic.py --program $(PROGRAM) --model lite
	@python3 bench/synthetic.py --program $(PROGRAM) --model full --pages 100 --runs 3
	@python3 bench/articles.py --bench $(BUILD)/bench/article_bench --shared $(SHARED) --work build/bench
	@python3 bench/language.py --bench $(BUILD)/bench/language_bench --shared $(SHARED) --work build/bench

# Writes what the commands of the tour print into docs/tour.md.
tour: build
	@python3 tests/tour.py $(PROGRAM) --update

# Every fuzzer for SECONDS, JOBS at once, from what earlier runs found (build/fuzz/corpus). Needs
# clang++-16.
SECONDS ?= 60
fuzz:
	@cmake --preset fuzz >/dev/null
	@cmake --build build/fuzz -j $(JOBS) --target fuzzers
	@tools/fuzz build/fuzz/fuzz $(SECONDS) $(JOBS)

# The web pages: bundles web/src into web/dist, which is kept in the repository. Needs Node.
web:
	@cd web && npm ci --no-audit --no-fund --silent && npm run --silent build

check:
	@tools/check_layers
	@tools/check_format
	@tools/check_models

# clang-tidy 16 over everything: minutes.
tidy:
	@cmake --preset dev >/dev/null
	@tools/check_tidy build/dev

clean:
	@rm -rf build
