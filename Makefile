# A thin front: CMake does the work. `make` alone builds the program.
BUILD := build/release
JOBS ?= $(shell nproc)

.PHONY: all build demo test check clean
all: build

build:
	@tools/setup build
	@cmake --preset release -DDEMARCHE_TESTS=OFF >/dev/null
	@cmake --build $(BUILD) -j $(JOBS)

test:
	@tools/setup test
	@cmake --preset dev >/dev/null
	@cmake --build build/dev -j $(JOBS)
	@ctest --preset dev

check:
	@tools/check_layers

clean:
	@rm -rf build
