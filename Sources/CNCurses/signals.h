// What happens when a signal arrives while the terminal is ours. The handlers call nothing that a
// handler must not call, so they are safe wherever the program was.
//
// A static variable of an inline function exists once in every Swift file that the function is
// compiled into, and the optimizer moves calls between files. So there is a single one, and it is
// set in the same function that names the handlers which read it; all else goes through a pointer.

enum { CN_RESTORE_SIZE = 256 };

struct cn_guard {
  volatile int terminal;   // -1 while there is nothing to give back
  volatile int drawing;    // what ncurses writes to
  volatile int nowhere;    // takes its place when the program is ending
  volatile int wake;       // where a byte tells the run loop which signal came
  volatile int is_ending;  // whether an end has been asked for
  struct termios found;
  char restore[CN_RESTORE_SIZE];
  volatile size_t restore_length;
  struct sigaction before[NSIG];
  struct sigaction ours[NSIG];
  char caught[NSIG];
};

static inline struct cn_guard **cn_current_guard(void) {
  static struct cn_guard *guard;
  return &guard;
}

// Gives back the terminal's settings, when ncurses has given back the rest.
static inline void cn_give_back(struct cn_guard *guard) {
  int terminal = guard->terminal;
  guard->terminal = -1;
  if (terminal >= 0) tcsetattr(terminal, TCSANOW, &guard->found);
}

// Takes in what the terminal still says about the mouse and the last frame: the shell would take it
// for keys. A moment must do, for nobody may be there any more.
static inline void cn_take_in_answers(int terminal) {
  enum { MOMENT = 30, MOST = 64 };
  struct pollfd source = {.fd = terminal, .events = POLLIN};
  char bytes[256];
  for (int count = 0; count < MOST && poll(&source, 1, MOMENT) == 1; count++)
    if (!(source.revents & POLLIN) || read(terminal, bytes, sizeof bytes) <= 0) break;
  tcflush(terminal, TCIFLUSH);
}

// Gives the whole terminal back, at any moment and from any thread: another one may be drawing, and
// what it still sends must not come after these bytes.
static inline void cn_leave(struct cn_guard *guard) {
  int terminal = guard->terminal;
  if (terminal < 0) return;
  guard->terminal = -1;
  if (guard->nowhere >= 0) dup2(guard->nowhere, guard->drawing);
  for (size_t sent = 0; sent < guard->restore_length;) {
    ssize_t count = write(terminal, guard->restore + sent, guard->restore_length - sent);
    if (count <= 0) break;
    sent += (size_t)count;
  }
  cn_take_in_answers(terminal);
  tcsetattr(terminal, TCSANOW, &guard->found);
}

// Signals that only say something: the run loop reads which.
static inline void cn_note(int number) {
  int error = errno;
  char byte = (char)number;
  ssize_t ignored = write((*cn_current_guard())->wake, &byte, 1);
  (void)ignored;
  errno = error;
}

// Signals that end the program: the terminal first, then whatever would have happened without us.
// A fault happens again when the handler returns, any other signal must be sent again.
static inline void cn_die(int number, siginfo_t *info, void *context) {
  (void)context;
  int error = errno;
  cn_leave(*cn_current_guard());
  sigaction(number, &(*cn_current_guard())->before[number], NULL);
  int is_fault =
      number == SIGSEGV || number == SIGBUS || number == SIGFPE || number == SIGILL;
  if (!is_fault || info->si_code <= 0) raise(number);
  errno = error;
}

// Signals that ask for an end, where the program has something to finish: the run loop reads which.
// Once it has been asked, Ctrl-C ends it at once. The others come twice by themselves: SIGHUP from
// the kernel and from the shell when a terminal closes, SIGTERM from whoever ends a whole group.
static inline void cn_finish(int number, siginfo_t *info, void *context) {
  struct cn_guard *guard = *cn_current_guard();
  int insists = guard->is_ending && number == SIGINT;
  guard->is_ending = 1;
  if (insists)
    cn_die(number, info, context);
  else
    cn_note(number);
}

enum cn_handler { CN_NOTE, CN_FINISH, CN_DIE };

// Catches a signal with one of the handlers above.
static inline void cn_catch(struct cn_guard *guard, int number, enum cn_handler handler) {
  *cn_current_guard() = guard;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigfillset(&action.sa_mask);
  switch (handler) {
    case CN_NOTE:
      action.sa_handler = cn_note;
      action.sa_flags = SA_RESTART | SA_ONSTACK;
      break;
    case CN_FINISH:
      action.sa_sigaction = cn_finish;
      action.sa_flags = SA_RESTART | SA_SIGINFO | SA_ONSTACK;
      break;
    case CN_DIE:
      action.sa_sigaction = cn_die;
      action.sa_flags = SA_SIGINFO | SA_ONSTACK;
      break;
  }
  guard->caught[number] = 0;
  guard->ours[number] = action;
  if (sigaction(number, NULL, &guard->before[number]) != 0) return;
  // What the caller told us to ignore (nohup) stays ignored.
  if (!(guard->before[number].sa_flags & SA_SIGINFO) &&
      guard->before[number].sa_handler == SIG_IGN)
    return;
  guard->caught[number] = sigaction(number, &action, NULL) == 0;
}

// Puts back what would happen without us.
static inline void cn_release(struct cn_guard *guard, int number) {
  if (guard->caught[number]) sigaction(number, &guard->before[number], NULL);
}

// Undoes cn_release.
static inline void cn_catch_again(struct cn_guard *guard, int number) {
  if (guard->caught[number]) sigaction(number, &guard->ours[number], NULL);
}

// From here on the terminal is to be given back.
static inline void cn_hold(struct cn_guard *guard, int terminal, const struct termios *found) {
  guard->found = *found;
  __atomic_signal_fence(__ATOMIC_SEQ_CST);
  guard->terminal = terminal;
}

static inline void cn_set_restore_sequence(
    struct cn_guard *guard, const char *bytes, size_t length) {
  guard->restore_length = 0;  // a signal may come in between
  if (length > CN_RESTORE_SIZE) return;
  __atomic_signal_fence(__ATOMIC_SEQ_CST);
  memcpy(guard->restore, bytes, length);
  __atomic_signal_fence(__ATOMIC_SEQ_CST);
  guard->restore_length = length;
}

// Does to ourselves what a signal does to a program that does not catch it: stops or ends it. The
// thread may be one that blocks signals, as those of a concurrency runtime do.
static inline void cn_yield_to(int number) {
  struct sigaction plain, ours;
  memset(&plain, 0, sizeof plain);
  plain.sa_handler = SIG_DFL;
  sigset_t only, before;
  sigemptyset(&only);
  sigaddset(&only, number);
  sigaction(number, &plain, &ours);
  pthread_sigmask(SIG_UNBLOCK, &only, &before);
  raise(number);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  sigaction(number, &ours, NULL);
}
