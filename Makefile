# The commands a person types. `make run` and `make test` need nothing but a Swift 6 toolchain.

PREFIX ?= /usr/local
SCENE ?= slide

libraries := libncursesw5-dev libpng-dev libjpeg-dev libyaml-dev zlib1g-dev
test_tools := tmux ncurses-bin
package_tools := binutils dpkg-dev lintian mandoc

# The number of this version, from where the program has it.
version := $(shell sed -n 's/.*number = "\(.*\)"/\1/p' Sources/ConvTUI/App/Version.swift)

# What is installed: the release with the Swift runtime inside, or a binary that is there already.
ifndef BINARY
BINARY := .build-install/release/convtui
built := static
endif

.PHONY: run build test check format bench static install uninstall deb try-deb version pictures \
  libraries test-tools package-tools

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
static: libraries
	swift build -c release --product convtui --static-swift-stdlib --scratch-path .build-install

# Where each file goes; zsh of Debian looks in a folder of its own for what packages bring.
root := $(DESTDIR)$(patsubst ~/%,$(HOME)/%,$(PREFIX))
data := $(root)/share
program := $(root)/bin/convtui
manual := $(data)/man/man1/convtui.1.gz
manual_zh := $(data)/man/zh_CN/man1/convtui.1.gz
for_bash := $(data)/bash-completion/completions/convtui
for_zsh := $(data)/zsh/$(if $(filter /usr,$(PREFIX)),vendor-completions,site-functions)/_convtui
for_fish := $(data)/fish/vendor_completions.d/convtui.fish

# In UTF-8, whatever the locale: other characters become ASCII in what a person reads.
describe := LC_ALL=C.UTF-8 "$(BINARY)"
put := install -D -m 644 /dev/stdin

install: $(built)
	@$(describe) --version >/dev/null
	install -D -m 755 "$(BINARY)" "$(program)"
	$(describe) manual --language en | gzip -9n | $(put) "$(manual)"
	$(describe) manual --language zh | gzip -9n | $(put) "$(manual_zh)"
	$(describe) --generate-completion-script bash | sed '1{/^#!/d}' | $(put) "$(for_bash)"
	$(describe) --generate-completion-script zsh | $(put) "$(for_zsh)"
	$(describe) --generate-completion-script fish | $(put) "$(for_fish)"

uninstall:
	rm -f "$(program)" "$(manual)" "$(manual_zh)" "$(for_bash)" "$(for_zsh)" "$(for_fish)"

# The package for Debian and Ubuntu, checked by lintian.
deb: $(built) package-tools
	sh packaging/deb.sh $(version) "$(BINARY)"

# Installs and runs the package in a bare system, in a folder.
try-deb: deb
	@sh packages.sh debootstrap
	sh packaging/try-deb.sh .build-deb/convtui_$(version)_*.deb

version:
	@echo $(version)

libraries:
	@sh packages.sh $(libraries)

test-tools:
	@sh packages.sh $(test_tools)

package-tools:
	@sh packages.sh $(package_tools)

# The pictures of README, from the program's own frames.
pictures: build
	@mkdir -p assets/pictures
	@picture() { eval ".build/release/convtui $$2 --svg --size $${3:-110x34}" >assets/pictures/$$1.svg; }; \
	picture slide 'slide --step 3'; \
	picture matrix 'slide --padding 1 --kernel sobel-x --view matrix --step 5'; picture edges 'edges --step 42'; \
	picture learn 'learn --step 10'; picture surface 'learn --step 6 --view surface'; \
	picture backward 'learn --step 4 --view backward --keys pgdn'; \
	picture flip 'flip --step 5'; picture pool 'pool --shift right --step 6'; \
	picture field 'field --layers conv3,conv3:s2,conv2 --input-size 16 --step 3'; \
	picture lesson 'lesson cross-correlation --from 3'; picture train 'train --step 700'; picture maps 'train --step 700 --view maps' 160x44; \
	picture layers 'train --step 300 --view layers'; \
	picture bank 'maps assets/house.png'; \
	picture layers-of-stack 'maps assets/house.png --layers conv:assets/edges.json:p1,relu,maxpool2,conv:assets/corners.json --step 4'; \
	picture stack 'maps assets/house.png --layers conv:assets/edges.json:p1,relu,maxpool2,conv:assets/corners.json --step 4 --keys enter'
