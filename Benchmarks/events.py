"""Writes 300,000 scalars as torch.utils.tensorboard does, and prints what TensorBoard needs to read them.

python3 events.py FOLDER, then EVENTS=FOLDER/events.tfevents for Benchmarks/Speed. Needs tensorboard.
"""

import os
import random
import resource
import statistics
import sys
import time

from tensorboard.backend.event_processing.event_accumulator import SCALARS, EventAccumulator
from tensorboard.compat.proto.event_pb2 import Event
from tensorboard.compat.proto.summary_pb2 import Summary
from tensorboard.summary.writer.record_writer import RecordWriter

TAGS = ["loss/train", "loss/val", "acc/train", "acc/val", "lr"]


def write(path):
    random.seed(1)
    with open(path, "wb") as file:
        writer = RecordWriter(file)
        writer.write(Event(wall_time=1.7e9, file_version="brain.Event:2").SerializeToString())
        for index in range(300_000):
            value = Summary.Value(tag=TAGS[index % 5], simple_value=random.random())
            event = Event(wall_time=1.7e9 + index / 100, step=index // 5, summary=Summary(value=[value]))
            writer.write(event.SerializeToString())


path = os.path.join(sys.argv[1], "events.tfevents")
write(path)
times = []
for _ in range(3):
    start = time.perf_counter()
    accumulator = EventAccumulator(path, size_guidance={SCALARS: 0})
    accumulator.Reload()
    times.append(time.perf_counter() - start)
    assert sum(len(accumulator.Scalars(tag)) for tag in TAGS) == 300_000
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(f"TensorBoard: {statistics.median(times):.2f} s, at most {memory:.0f} MB")
