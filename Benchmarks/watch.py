"""Runs the built program in a terminal of its own while a training is written beside it, and measures:

  watch.py PROGRAM idle               the share of a core that it takes while nothing is written
  watch.py PROGRAM latency            from a line's write to the first byte of its frame
  watch.py PROGRAM large FILE         of a large event file: the first curve, all of it, the most memory
  watch.py PROGRAM stream COMMAND …   the share of a core while a command writes to FOLDER in its words
"""

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import tempfile
import termios
import time


class Screen:
    def __init__(self, words, columns=110, rows=34):
        self.process, self.file = pty.fork()
        if self.process == 0:
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", LC_ALL="C.UTF-8")
            os.execv(words[0], words)
        fcntl.ioctl(self.file, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def read(self, seconds, until=None):
        """What comes in that time, or up to a text in it."""
        end, data = time.time() + seconds, b""
        while time.time() < end and not (until and until in data):
            ready, _, _ = select.select([self.file], [], [], max(0, end - time.time()))
            if ready:
                piece = os.read(self.file, 1 << 20)
                for question, answer in ((b"\x1b[5n", b"\x1b[0n"), (b"\x1b[6n", b"\x1b[1;1R"), (b"\x1b[c", b"\x1b[?62;22c")):
                    os.write(self.file, answer * piece.count(question))
                data += piece
        return data

    def processor(self):
        fields = open(f"/proc/{self.process}/stat").read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self, name="VmHWM"):
        status = open(f"/proc/{self.process}/status").read()
        return int(re.search(name + r":\s+(\d+)", status)[1]) / 1024

    def quit(self):
        os.write(self.file, b"q")
        time.sleep(0.5)
        os.close(self.file)
        os.waitpid(self.process, 0)


def line(step):
    return '{"step": %d, "loss": %f}\n' % (step, 3 / (step + 1))


def idle(program):
    with tempfile.TemporaryDirectory() as folder:
        with open(folder + "/m.jsonl", "w") as log:
            log.writelines(line(step) for step in range(1000))
        screen = Screen([program, "watch", folder])
        screen.read(15)
        before = screen.processor()
        sent = len(screen.read(60))
        print(f"idle: {(screen.processor() - before) / 60:.2%} of a core, {sent} bytes sent in 60 s")
        screen.quit()


def latency(program):
    with tempfile.TemporaryDirectory() as folder:
        with open(folder + "/m.jsonl", "w") as log:
            log.writelines(line(step) for step in range(100))
            log.flush()
            screen = Screen([program, "watch", folder])
            screen.read(3)
            times = []
            # All digits change, so that all of them are sent.
            for digits in range(5, 9):
                for digit in range(1, 10):
                    # Some come after a long pause.
                    screen.read(12 if digit == 5 else 0.4)
                    log.write(line(int(str(digit) * digits)))
                    log.flush()
                    start = time.time()
                    screen.read(2, until=str(digit).encode() * 3)
                    times.append(time.time() - start)
            times.sort()
            print(f"write to screen: median {times[18] * 1e3:.0f} ms, 90 % within {times[32] * 1e3:.0f} ms, longest {times[-1] * 1e3:.0f} ms")
            screen.quit()


def large(program, path):
    start = time.time()
    screen = Screen([program, "watch", path])
    screen.read(60, until="┤".encode())
    print(f"first curve: {time.time() - start:.2f} s, {screen.memory():.0f} MB so far")
    said, piece = b"", b"-"
    while piece and time.time() - start < 300:
        piece = screen.read(0.9)
        said += piece
    print(f"quiet after {time.time() - start:.1f} s; progress was said: {b'% read' in said}; at most {screen.memory():.0f} MB; processor {screen.processor():.1f} s")
    screen.quit()


def stream(program, words):
    with tempfile.TemporaryDirectory() as folder:
        writer = subprocess.Popen([word.replace("FOLDER", folder) for word in words])
        time.sleep(1)
        screen = Screen([program, "watch", folder])
        screen.read(5)
        before, start = screen.processor(), time.time()
        frames = screen.read(10).count(b"\x1b[5n")
        share = (screen.processor() - before) / (time.time() - start)
        print(f"while it is written: {share:.0%} of a core, {frames / 10:.0f} frames/s, at most {screen.memory():.0f} MB")
        screen.quit()
        writer.kill()
        writer.wait()


if sys.argv[2] == "idle":
    idle(sys.argv[1])
elif sys.argv[2] == "latency":
    latency(sys.argv[1])
elif sys.argv[2] == "large":
    large(sys.argv[1], sys.argv[3])
else:
    stream(sys.argv[1], sys.argv[3:])
