# The commands a person types. `make run` and `make test` need nothing but a Swift 6 toolchain.

PREFIX ?= /usr/local
SCENE ?= slide

libraries := libncursesw5-dev libpng-dev libjpeg-dev zlib1g-dev
test_tools := tmux ncurses-bin

.PHONY: run build test check format bench install pictures libraries test-tools

run: build
	@.build/release/convtui $(SCENE)

build: libraries
	swift build -c release

test: libraries test-tools
	swift test

# Exactly what continuous integration runs. The release build is another compilation.
check: format test build

format:
	swift format lint --strict --recursive Package.swift Sources Tests Benchmarks

bench: libraries
	swift package --package-path Benchmarks benchmark --no-progress

# One binary for any processor of this kind, with the Swift runtime inside.
install: libraries
	swift build -c release --product convtui --static-swift-stdlib --scratch-path .build-install
	install -D -m 755 .build-install/release/convtui $(DESTDIR)$(PREFIX)/bin/convtui

libraries:
	@sh packages.sh $(libraries)

test-tools:
	@sh packages.sh $(test_tools)

# The pictures of README, from the program's own frames.
pictures: build
	@mkdir -p assets/pictures
	@picture() { eval ".build/release/convtui $$2 --svg --size $${3:-110x34}" >assets/pictures/$$1.svg; }; \
	picture slide 'slide --step 3'; \
	picture matrix 'slide --padding 1 --kernel sobel-x --view matrix --step 5'; picture edges 'edges --step 42'; \
	picture learn 'learn --step 10'; picture surface 'learn --step 6 --view surface'; \
	picture backward 'learn --step 4 --view backward --keys pgdn'; \
	picture flip 'flip --step 5'; picture pool 'pool --shift right --step 7'; \
	picture field 'field --layers conv3,conv3:s2,conv2 --input-size 16'; \
	picture train 'train --step 700'; picture maps 'train --step 700 --view maps' 160x44; \
	picture layers 'train --step 300 --view layers'; \
	picture bank 'maps assets/house.png'; \
	picture layers-of-stack 'maps assets/house.png --layers conv:assets/edges.json:p1,relu,maxpool2,conv:assets/corners.json --keys "tab up up up up up up up up right right right right right right right right right right"'; \
	picture stack 'maps assets/house.png --layers conv:assets/edges.json:p1,relu,maxpool2,conv:assets/corners.json --keys "tab up up up up up up up up right right right right right right right right right right enter"'
