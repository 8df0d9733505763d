#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <term.h>

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

// Swift sees neither ncurses' globals nor its macros with casts: one function for each.

static inline WINDOW *cn_stdscr(void) { return stdscr; }
static inline WINDOW *cn_curscr(void) { return curscr; }
static inline int cn_COLOR_PAIRS(void) { return COLOR_PAIRS; }
static inline TERMINAL *cn_cur_term(void) { return cur_term; }

static inline attr_t cn_A_BOLD(void) { return A_BOLD; }
static inline attr_t cn_A_UNDERLINE(void) { return A_UNDERLINE; }
static inline attr_t cn_A_REVERSE(void) { return A_REVERSE; }

static inline int cn_TIOCGWINSZ(int fd, struct winsize *size) {
  return ioctl(fd, TIOCGWINSZ, size);
}

static inline int cn_TIOCOUTQ(int fd, int *count) { return ioctl(fd, TIOCOUTQ, count); }

static inline int cn_FIONREAD(int fd, int *count) { return ioctl(fd, FIONREAD, count); }

// The C library declares it only where _XOPEN_SOURCE was defined before its first header.
extern int wcwidth(wchar_t);
static inline int cn_wcwidth(wchar_t glyph) { return wcwidth(glyph); }

// tigetstr answers -1 for a name that is no string capability.
static inline const char *cn_tigetstr(const char *name) {
  char *text = tigetstr(name);
  return text == (char *)-1 ? NULL : text;
}

// tiparm takes any number of arguments, which Swift cannot pass.
static inline const char *cn_tiparm2(const char *text, int first, int second) {
  return tiparm(text, first, second);
}

// setcchar with its extended pair, which the header declares as const void *.
static inline int cn_setcchar(cchar_t *cell, const wchar_t *text, attr_t attributes, int pair) {
  return setcchar(cell, text, attributes, (short)0, &pair);
}

static inline int cn_getcchar(const cchar_t *cell, wchar_t *text, attr_t *attributes, int *pair) {
  short low = 0;
  return getcchar(cell, text, attributes, &low, pair);
}

#include "signals.h"
