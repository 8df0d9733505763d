"""Prints what OpenCV and PyTorch need for the cases of Benchmarks/Speed, on one thread.

Each figure is the median of up to 1,000 calls within two seconds, after three to warm up: as the
Swift benchmarks are taken. filter2D pads with zeros (BORDER_CONSTANT) and allocates its output.
"""

import statistics
import time

import cv2
import numpy
import torch
from torch import nn
from torch.nn.functional import conv2d


def median(call, seconds=2.0, most=1000):
    for _ in range(3):
        call()
    times, end = [], time.perf_counter() + seconds
    while time.perf_counter() < end and len(times) < most:
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def correlation(size, taps):
    random = numpy.random.default_rng(1)
    plane = random.random((size, size), dtype=numpy.float32)
    kernel = random.random((taps, taps), dtype=numpy.float32)
    opencv = median(lambda: cv2.filter2D(plane, cv2.CV_32F, kernel, borderType=cv2.BORDER_CONSTANT))
    x, w = torch.from_numpy(plane)[None, None], torch.from_numpy(kernel)[None, None]
    with torch.no_grad():
        pytorch = median(lambda: conv2d(x, w, padding=taps // 2))
    print(
        f"correlation {size}², {taps}×{taps}: "
        f"OpenCV {opencv * 1e6:.0f} µs, PyTorch {pytorch * 1e6:.0f} µs"
    )


def training(name, image, target, start, rate):
    y = conv2d(image, target)
    weight = start.requires_grad_()

    def step():
        loss = ((conv2d(image, weight) - y) ** 2).sum()
        weight.grad = None
        loss.backward()
        with torch.no_grad():
            weight.sub_(rate * weight.grad)

    def hundred():
        for _ in range(100):
            step()

    print(f"{name}: PyTorch {median(hundred) / 100 * 1e6:.1f} µs")


def trainings():
    bar = torch.ones(1, 1, 6, 8)
    bar[..., 2:6] = 0
    start = torch.tensor([[[[-0.60364172, -0.09952901]]]])
    training("training step", bar, torch.tensor([[[[1.0, -1.0]]]]), start, 0.03)
    image, target, start = torch.rand(1, 1, 64, 64), torch.rand(1, 1, 5, 5), torch.rand(1, 1, 5, 5)
    training("training step, 5×5 on 64×64", image, target, start, 1e-6)


def lenet(batch, threads):
    torch.set_num_threads(threads)
    network = nn.Sequential(
        nn.Conv2d(1, 6, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(6, 16, 5), nn.ReLU(),
        nn.MaxPool2d(2), nn.Flatten(), nn.Linear(400, 120), nn.ReLU(), nn.Linear(120, 84), nn.ReLU(),
        nn.Linear(84, 10))
    optimizer = torch.optim.SGD(network.parameters(), lr=0.01, momentum=0.9)
    images, labels = torch.rand(1024, 1, 28, 28), torch.arange(1024) % 10
    order = torch.randperm(1024)

    def step():
        chosen = order[:batch]
        optimizer.zero_grad()
        nn.functional.cross_entropy(network(images[chosen]), labels[chosen]).backward()
        optimizer.step()

    print(f"LeNet, {batch} images a batch, {threads} threads: PyTorch {median(step) * 1e6:.0f} µs")


cv2.setNumThreads(1)
torch.set_num_threads(1)
print(f"OpenCV {cv2.__version__}, PyTorch {torch.__version__}, one thread")
for size in (512, 1024, 2048):
    for taps in (3, 5, 11):
        correlation(size, taps)
trainings()
for threads in (1, 2):
    for batch in (1, 16, 64, 256):
        lenet(batch, threads)
