"""Writes networks.json: small networks of every layer, and LeNet, trained by PyTorch in float32.

Weights and images are drawn by SplitMix64, here and in the tests alike, so that only results need to
be stored. Run it beside this file: python3 networks.py
"""

import json
import numpy
import torch
from torch import nn

torch.set_num_threads(1)


class SplitMix64:
    def __init__(self, seed):
        self.state = seed

    def next(self):
        mask = (1 << 64) - 1
        self.state = (self.state + 0x9E3779B97F4A7C15) & mask
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & mask
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & mask
        return z ^ (z >> 31)

    def uniform(self, count):
        """Numbers in [0, 1) with 24 bits: exact in single precision."""
        return numpy.array([(self.next() >> 40) / (1 << 24) for _ in range(count)], numpy.float32)


def draw(network, classes, images, shape, seed):
    """Fills the parameters in order, then draws images and labels; sets nothing else."""
    random = SplitMix64(seed)
    with torch.no_grad():
        for parameter in network.parameters():
            values = (random.uniform(parameter.numel()) * 2 - 1) * numpy.float32(0.25)
            parameter.copy_(torch.from_numpy(values).reshape(parameter.shape))
    pixels = torch.from_numpy(random.uniform(images * int(numpy.prod(shape)))).reshape(images, *shape)
    labels = torch.tensor([random.next() % classes for _ in range(images)])
    return pixels, labels


def numbers(tensors):
    return [float(x) for tensor in tensors for x in tensor.detach().flatten()]


def layers():
    """One gradient of each network."""
    cases = []
    for seed, (notation, shape, classes, make) in enumerate([
        ("conv3@3:p1, relu, flatten, linear4", (2, 5, 6), 4, lambda: [
            nn.Conv2d(2, 3, 3, padding=1), nn.ReLU(), nn.Flatten(), nn.Linear(90, 4)]),
        ("conv4@3x2:s2x1:p1x0:d1x2, tanh, flatten, linear3", (1, 7, 8), 3, lambda: [
            nn.Conv2d(1, 4, (3, 2), stride=(2, 1), padding=(1, 0), dilation=(1, 2)), nn.Tanh(),
            nn.Flatten(), nn.Linear(96, 3)]),
        ("conv7@2, leakyrelu, maxpool2, flatten, linear5", (1, 6, 7), 5, lambda: [
            nn.Conv2d(1, 7, 2), nn.LeakyReLU(0.01), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(42, 5)]),
        ("conv2@3, sigmoid, maxpool3:s2:p1, conv9@2, relu, avgpool2:s1:p1, flatten, linear3", (3, 9, 8), 3,
         lambda: [nn.Conv2d(3, 2, 3), nn.Sigmoid(), nn.MaxPool2d(3, 2, 1), nn.Conv2d(2, 9, 2), nn.ReLU(),
                  nn.AvgPool2d(2, 1, 1), nn.Flatten(), nn.Linear(108, 3)]),
        ("conv4@3, batchnorm, relu, conv3@2, batchnorm, tanh, flatten, linear6", (1, 6, 6), 6, lambda: [
            nn.Conv2d(1, 4, 3), nn.BatchNorm2d(4), nn.ReLU(), nn.Conv2d(4, 3, 2), nn.BatchNorm2d(3),
            nn.Tanh(), nn.Flatten(), nn.Linear(27, 6)]),
        ("batchnorm, flatten, linear13, relu, linear2", (2, 3, 4), 2, lambda: [
            nn.BatchNorm2d(2), nn.Flatten(), nn.Linear(24, 13), nn.ReLU(), nn.Linear(13, 2)]),
    ]):
        network = nn.Sequential(*make())
        pixels, labels = draw(network, classes, 21, shape, seed)
        loss = nn.functional.cross_entropy(network(pixels), labels)
        loss.backward()
        network.eval()
        cases.append({
            "layers": notation, "shape": shape, "classes": classes, "images": 21, "seed": seed,
            "loss": float(loss), "gradient": numbers(p.grad for p in network.parameters()),
            "scores_after": numbers([network(pixels)]),
        })
    return cases


def lenet():
    """Twenty batches of sixteen images by SGD with momentum; every tenth weight."""
    network = nn.Sequential(
        nn.Conv2d(1, 6, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(6, 16, 5), nn.ReLU(),
        nn.MaxPool2d(2), nn.Flatten(), nn.Linear(400, 120), nn.ReLU(), nn.Linear(120, 84), nn.ReLU(),
        nn.Linear(84, 10))
    pixels, labels = draw(network, 10, 64, (1, 28, 28), 100)
    with torch.no_grad():
        for parameter in network.parameters():
            parameter *= 0.5
    optimizer = torch.optim.SGD(network.parameters(), lr=0.01, momentum=0.9)
    losses = []
    for step in range(20):
        chosen = [(step * 16 + i) % 64 for i in range(16)]
        optimizer.zero_grad()
        loss = nn.functional.cross_entropy(network(pixels[chosen]), labels[chosen])
        loss.backward()
        optimizer.step()
        losses.append(float(loss))
    return {"losses": losses, "weights": numbers(network.parameters())[::10]}


with open("networks.json", "w") as file:
    json.dump({"cases": layers(), "lenet": lenet()}, file)
