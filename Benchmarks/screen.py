"""Runs the built program in a terminal of its own and measures what a person would feel:

  screen.py PROGRAM train            images a second with and without a screen, key to frame while it trains
  screen.py PROGRAM maps PICTURE …   key to frame while a picture is moved under 200×60 characters; what
                                     else there is goes to the program, such as --layers

A key's time ends with the last byte that the program sends for it.
"""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time


class Terminal:
    def __init__(self, words, columns, rows):
        self.columns, self.rows = columns, rows
        self.process, self.file = pty.fork()
        if self.process == 0:
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", LC_ALL="C.UTF-8")
            os.execv(words[0], words)
        self.resize(columns)

    def resize(self, columns):
        fcntl.ioctl(self.file, termios.TIOCSWINSZ, struct.pack("HHHH", self.rows, columns, 0, 0))
        os.kill(self.process, signal.SIGWINCH)

    def read(self, seconds):
        end, data = time.time() + seconds, b""
        while time.time() < end:
            ready, _, _ = select.select([self.file], [], [], max(0, end - time.time()))
            if ready:
                data = (data + os.read(self.file, 1 << 20))[-400_000:]
        return data

    def send(self, keys):
        os.write(self.file, keys)

    def answer(self, key, until=None):
        """The seconds from a key to the last byte of its frame, or to a text in it."""
        start, last, data = time.time(), None, b""
        self.send(key)
        while time.time() - start < 2:
            ready, _, _ = select.select([self.file], [], [], 0.004 if last and not until else 0.5)
            if not ready:
                break
            data += os.read(self.file, 1 << 20)
            last = time.time()
            if until and until in data:
                break
        return (last or start) - start

    def words(self):
        """All that is on the screen: a new width has it drawn anew."""
        self.resize(self.columns - 1)
        return re.sub(rb"\x1b\[[0-9;:?]*[a-zA-Z]", b"", self.read(0.7))

    def quit(self):
        self.send(b"q")
        time.sleep(0.5)
        os.close(self.file)
        os.waitpid(self.process, 0)


def milliseconds(times):
    times = sorted(times)
    return f"median {times[len(times) // 2] * 1e3:.1f} ms, 99th percentile {times[int(len(times) * 0.99)] * 1e3:.1f} ms"


def rate(program, columns, rows):
    terminal = Terminal([program, "train", "--epochs", "2000"], columns, rows)
    terminal.read(2)
    terminal.send(b" ")
    start = time.time()
    terminal.read(8)
    terminal.send(b" ")
    seconds = time.time() - start
    terminal.read(0.5)
    batches = int(re.findall(rb"batch (\d+) of", terminal.words())[-1])
    terminal.quit()
    return batches * 32 / seconds


def headless(program):
    def seconds(epochs):
        start = time.time()
        subprocess.run([program, "train", "--epochs", str(epochs)], stdout=subprocess.DEVNULL, check=True)
        return time.time() - start

    return 119 * 9000 / (seconds(120) - seconds(1))


def train(program):
    for columns, rows in [(110, 34), (200, 60)]:
        pairs = [(headless(program), rate(program, columns, rows)) for _ in range(3)]
        for plain, seen in pairs:
            print(f"{columns}×{rows}: {plain:,.0f} images/s without, {seen:,.0f} with a screen ({seen / plain - 1:+.1%})")
    terminal = Terminal([program, "train", "--epochs", "2000"], 110, 34)
    terminal.read(2)
    terminal.send(b" ")
    times = []
    for number in range(300):
        times.append(terminal.answer(b"?", b"this help"))
        terminal.send(b"?")
        terminal.read(0.011 + 0.0017 * (number * 7 % 10))
    terminal.quit()
    print("key to frame while it trains:", milliseconds(times))


def maps(program, words):
    terminal = Terminal([program, "maps", *words], 200, 60)
    terminal.read(4)
    for _ in range(4):
        terminal.answer(b"z")
    times = []
    for key in (b"L" * 12 + b"J" * 6 + b"H" * 12 + b"K" * 6) * 4:
        times.append(terminal.answer(bytes([key])))
        terminal.read(0.01)
    terminal.quit()
    print("key to frame while it moves:", milliseconds(times))


if sys.argv[2] == "train":
    train(sys.argv[1])
else:
    maps(sys.argv[1], sys.argv[3:])
