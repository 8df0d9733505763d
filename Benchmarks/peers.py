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


def training():
    image = torch.ones(1, 1, 6, 8)
    image[..., 2:6] = 0
    target = conv2d(image, torch.tensor([[[[1.0, -1.0]]]]))
    weight = torch.tensor([[[[-0.60364172, -0.09952901]]]], requires_grad=True)

    def step():
        loss = ((conv2d(image, weight) - target) ** 2).sum()
        weight.grad = None
        loss.backward()
        with torch.no_grad():
            weight.sub_(0.03 * weight.grad)

    def hundred():
        for _ in range(100):
            step()

    print(f"training step: PyTorch {median(hundred) / 100 * 1e6:.1f} µs")


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
training()
for threads in (1, 2):
    for batch in (1, 16, 64, 256):
        lenet(batch, threads)
