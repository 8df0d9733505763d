"""Writes 300,000 scalars as torch.utils.tensorboard does, and prints what TensorBoard and convtui need to
read them, each as a process of its own; they take turns.

python3 events.py FOLDER [PROGRAM], then EVENTS=FOLDER/events.out.tfevents.1 for Benchmarks/Speed. Needs
tensorboard; PROGRAM is the built convtui.
"""

import os
import random
import statistics
import subprocess
import sys
import time

TAGS = ["loss/train", "loss/val", "acc/train", "acc/val", "lr"]
READ = """
import sys
from tensorboard.backend.event_processing.event_accumulator import SCALARS, EventAccumulator
accumulator = EventAccumulator(sys.argv[1], size_guidance={SCALARS: 0})
accumulator.Reload()
assert sum(len(accumulator.Scalars(tag)) for tag in accumulator.Tags()["scalars"]) == int(sys.argv[2])
"""


def write(path, count):
    from tensorboard.compat.proto.event_pb2 import Event
    from tensorboard.compat.proto.summary_pb2 import Summary
    from tensorboard.summary.writer.record_writer import RecordWriter

    random.seed(1)
    with open(path, "wb") as file:
        writer = RecordWriter(file)
        writer.write(Event(wall_time=1.7e9, file_version="brain.Event:2").SerializeToString())
        for index in range(count):
            value = Summary.Value(tag=TAGS[index % 5], simple_value=random.random())
            event = Event(wall_time=1.7e9 + index / 100, step=index // 5, summary=Summary(value=[value]))
            writer.write(event.SerializeToString())


def run(words):
    """Wall time and processor time in s, and the most memory in MB, of a process."""
    start = time.perf_counter()
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    assert status == 0, words
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def show(name, runs):
    wall, processor, memory = (statistics.median(column) for column in zip(*runs))
    print(f"{name}: processor {processor:.2f} s, wall {wall:.2f} s, at most {memory:.0f} MB")


path = os.path.join(sys.argv[1], "events.out.tfevents.1")
count = int(os.environ.get("COUNT", 300_000))
if not os.path.exists(path):
    write(path, count)
commands = {"TensorBoard": [sys.executable, "-c", READ, path, str(count)]}
if len(sys.argv) > 2:
    commands["convtui"] = [sys.argv[2], "watch", path, "--list"]
runs = {name: [] for name in commands}
for _ in range(3):
    for name, words in commands.items():
        runs[name].append(run(words))
for name in commands:
    show(name, runs[name])
