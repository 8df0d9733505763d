"""Writes operators.json: every operator forward and backward, networks with branches, and the inputs with a
non-zero derivative of a ResNet-18 and an Inception block, all computed by PyTorch in double precision.

Operators are written as `convtui train` reads them. Weights and images are drawn by SplitMix64, here and in the tests
alike, so that only results need to be stored. Run it beside this file: python3 operators.py
"""

import json
import re
import numpy
import torch
from torch import nn
from torch.nn import functional as F

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


def uniform(random, *shape):
    """Numbers in [-1, 1) with 24 bits: exact in single precision."""
    count = int(torch.tensor(shape).prod())
    return torch.from_numpy(random.uniform(count)).double().reshape(shape) * 2 - 1


def pad(x, top, left, bottom, right, **options):
    return F.pad(x, (left, right, top, bottom), **options)


# Notation, shapes of the inputs, shapes of the weights, and what it computes.
OPERATORS = [
    ("conv4@3:p1", [(3, 5, 6)], [(4, 3, 3, 3), (4,)], lambda x, w, b: F.conv2d(x, w, b, padding=1)),
    ("conv4@3:s2:p1:d2:g2", [(4, 9, 8)], [(4, 2, 3, 3), (4,)],
     lambda x, w, b: F.conv2d(x, w, b, stride=2, padding=1, dilation=2, groups=2)),
    ("conv6@3x2:g3", [(3, 5, 5)], [(6, 1, 3, 2), (6,)], lambda x, w, b: F.conv2d(x, w, b, groups=3)),
    ("conv2@2:same", [(2, 4, 5)], [(2, 2, 2, 2), (2,)], lambda x, w, b: F.conv2d(x, w, b, padding="same")),
    ("conv2@4x3:d2:same", [(1, 7, 8)], [(2, 1, 4, 3), (2,)],
     lambda x, w, b: F.conv2d(x, w, b, padding="same", dilation=2)),
    ("conv3@3:p0x1x2x0:s2", [(2, 6, 7)], [(3, 2, 3, 3), (3,)],
     lambda x, w, b: F.conv2d(pad(x, 0, 1, 2, 0), w, b, stride=2)),
    ("conv2@3:p2x1:mreflect", [(2, 5, 4)], [(2, 2, 3, 3), (2,)],
     lambda x, w, b: F.conv2d(pad(x, 2, 1, 2, 1, mode="reflect"), w, b)),
    ("conv2@3:p1x2x0x1:mreflect", [(2, 5, 4)], [(2, 2, 3, 3), (2,)],
     lambda x, w, b: F.conv2d(pad(x, 1, 2, 0, 1, mode="reflect"), w, b)),
    ("conv2@3:p2:mreplicate", [(1, 4, 3)], [(2, 1, 3, 3), (2,)],
     lambda x, w, b: F.conv2d(pad(x, 2, 2, 2, 2, mode="replicate"), w, b)),
    ("conv4@3:p2x1:mcircular:g2:s2", [(2, 5, 4)], [(4, 1, 3, 3), (4,)],
     lambda x, w, b: F.conv2d(pad(x, 2, 1, 2, 1, mode="circular"), w, b, stride=2, groups=2)),
    ("maxpool2", [(2, 6, 5)], [], lambda x: F.max_pool2d(x, 2)),
    ("maxpool3:s2:p1:ceil", [(2, 6, 7)], [], lambda x: F.max_pool2d(x, 3, 2, 1, ceil_mode=True)),
    ("maxpool2:s3:ceil", [(1, 7, 8)], [], lambda x: F.max_pool2d(x, 2, 3, ceil_mode=True)),
    ("maxpool3:s1:p1:d2", [(2, 7, 8)], [], lambda x: F.max_pool2d(x, 3, 1, 1, 2)),
    ("maxpool3x2:s2:d2x3:ceil", [(1, 9, 8)], [],
     lambda x: F.max_pool2d(x, (3, 2), 2, 0, (2, 3), ceil_mode=True)),
    ("maxpool3:s2:p0x0x1x1", [(2, 6, 6)], [],
     lambda x: F.max_pool2d(pad(x, 0, 0, 1, 1, value=-torch.inf), 3, 2)),
    ("avgpool3x2:s2x1:p1", [(2, 6, 5)], [], lambda x: F.avg_pool2d(x, (3, 2), (2, 1), 1)),
    ("avgpool3:s2:ceil", [(2, 6, 8)], [], lambda x: F.avg_pool2d(x, 3, 2, ceil_mode=True)),
    ("avgpool3:s2:p1:ceil", [(1, 6, 7)], [], lambda x: F.avg_pool2d(x, 3, 2, 1, ceil_mode=True)),
    ("avgpool2:p1x0x0x1", [(1, 5, 5)], [], lambda x: F.avg_pool2d(pad(x, 1, 0, 0, 1), 2)),
    ("globalavgpool", [(3, 4, 5)], [], lambda x: F.adaptive_avg_pool2d(x, 1)),
    ("adaptiveavgpool3x2", [(2, 7, 5)], [], lambda x: F.adaptive_avg_pool2d(x, (3, 2))),
    ("adaptiveavgpool5", [(1, 3, 8)], [], lambda x: F.adaptive_avg_pool2d(x, 5)),
    ("relu", [(2, 3, 4)], [], F.relu),
    ("leakyrelu0.2", [(2, 3, 4)], [], lambda x: F.leaky_relu(x, 0.2)),
    ("tanh", [(2, 3, 4)], [], torch.tanh),
    ("sigmoid", [(2, 3, 4)], [], torch.sigmoid),
    ("flatten", [(2, 3, 4)], [], lambda x: x.reshape(len(x), -1, 1, 1)),
    ("linear4", [(7, 1, 1)], [(4, 7), (4,)], lambda x, w, b: F.linear(x[:, :, 0, 0], w, b)[:, :, None, None]),
    ("add", [(2, 3, 4)] * 3, [], lambda x, y, z: x + y + z),
    ("mul", [(2, 3, 4)] * 3, [], lambda x, y, z: x * y * z),
    ("concat", [(2, 3, 4), (1, 3, 4), (3, 3, 4)], [], lambda *x: torch.cat(x, 1)),
    ("convt3@2", [(2, 4, 3)], [(2, 3, 2, 2), (3,)], F.conv_transpose2d),
    ("convt4@3:s2:p1:o1", [(2, 4, 3)], [(2, 4, 3, 3), (4,)],
     lambda x, w, b: F.conv_transpose2d(x, w, b, 2, 1, 1)),
    ("convt4@3x2:s3x2:p1x0:o2x1:g2", [(4, 3, 2)], [(4, 2, 3, 2), (4,)],
     lambda x, w, b: F.conv_transpose2d(x, w, b, (3, 2), (1, 0), (2, 1), 2)),
    ("convt2@3:s2:p2:o2:d3", [(1, 4, 5)], [(1, 2, 3, 3), (2,)],
     lambda x, w, b: F.conv_transpose2d(x, w, b, 2, 2, 2, 1, 3)),
    ("convt2@1:s3", [(1, 2, 2)], [(1, 2, 1, 1), (2,)], lambda x, w, b: F.conv_transpose2d(x, w, b, 3)),
    ("gelu", [(2, 3, 4)], [], F.gelu),
    ("silu", [(2, 3, 4)], [], F.silu),
]


def operators():
    cases = []
    for seed, (notation, shapes, weights, compute) in enumerate(OPERATORS):
        random = SplitMix64(seed)
        inputs = [uniform(random, 1, *shape).requires_grad_() for shape in shapes]
        weights = [uniform(random, *shape).requires_grad_() for shape in weights]
        y = compute(*inputs, *weights)
        gradient = uniform(random, *y.shape)
        y.backward(gradient)
        cases.append({
            "notation": notation, "shapes": shapes, "output": list(y.shape[1:]), "values": y.flatten().tolist(),
            "inputGradients": [x.grad.flatten().tolist() for x in inputs],
            "weightGradients": [x for w in weights for x in w.grad.flatten().tolist()]})
    return cases


class Residual(nn.Module):
    """A block around two convolutions, and a convolution around it."""
    shape, classes = (2, 5, 6), 3

    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList([
            nn.Conv2d(2, 4, 3, padding=1), nn.BatchNorm2d(4), nn.Conv2d(4, 4, 3, padding=1), nn.BatchNorm2d(4),
            nn.Conv2d(4, 4, 1), nn.Linear(4, 3)])

    def forward(self, x):
        first, norm, second, other, short, last = self.layers
        a = first(x)
        b = other(second(F.relu(norm(a)))) + a
        y = short(a) + b + a
        return last(F.relu(y).mean((2, 3)))


class Concatenation(nn.Module):
    """Branches of an Inception block over the image and a convolution, a gate, and a map that is taken three times."""
    shape, classes = (2, 6, 5), 4

    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList([
            nn.Conv2d(2, 3, 1), nn.Conv2d(3, 2, 3, padding=1, groups=1), nn.Conv2d(2, 2, 3, padding=1),
            nn.Conv2d(8, 4, 3), nn.Linear(48, 4)])

    def forward(self, x):
        one, two, pooled, mixed, last = self.layers
        a = torch.tanh(one(x))
        b = two(a)
        c = pooled(F.max_pool2d(x, 3, 1, 1))
        d = torch.sigmoid(c) * b
        e = torch.cat((d, a, a), 1)
        return last(F.avg_pool2d(mixed(e), 1).flatten(1))


NETWORKS = [
    ("conv4@3:p1=a, batchnorm, relu, conv4@3:p1, batchnorm, add:a=b, conv4@1:from=a, add:b:a, relu, globalavgpool, "
     "flatten, linear3", Residual),
    ("conv3@1, tanh=a, conv2@3:p1=b, maxpool3:s1:p1:from=image, conv2@3:p1, sigmoid, mul:b, concat:a:a, conv4@3, "
     "flatten, linear4", Concatenation),
]


def networks():
    cases = []
    for seed, (notation, make) in enumerate(NETWORKS):
        network, random, images = make().double(), SplitMix64(1000 + seed), 21
        with torch.no_grad():
            for parameter in network.parameters():
                parameter.copy_(uniform(random, *parameter.shape) * 0.5)
        pixels = uniform(random, images, *make.shape)
        labels = torch.tensor([random.next() % make.classes for _ in range(images)])
        loss = F.cross_entropy(network(pixels), labels)
        loss.backward()
        cases.append({
            "notation": notation, "shape": make.shape, "classes": make.classes, "images": images,
            "loss": float(loss.detach()),
            "gradient": [x for p in network.parameters() for x in p.grad.flatten().tolist()]})
    return cases


# Fields of graphs with branches: the layers in our notation, and a walk over the same text in PyTorch.

def resnet18():
    text, last = ["conv1@7:s2:p3", "maxpool3:s2:p1=x0"], "x0"
    for block in range(8):
        stride = 2 if block in (2, 4, 6) else 1
        name = f"x{block + 1}"
        if stride == 2:
            text += [f"conv1@1:s2:from={last}=s{block}"]
        text += [f"conv1@3:s{stride}:p1:from={last}", "relu", "conv1@3:p1",
                 f"add:{'s%d' % block if stride == 2 else last}={name}"]
        last = name
    return ", ".join(text)


INCEPTION = ("conv1@3:p1=x, conv1@1=a, conv1@1:from=x, conv1@3:p1=b, conv1@1:from=x, conv1@5:p2:s1=c, "
             "maxpool3:s1:p1:from=x, conv1@1, concat:a:b:c, maxpool3:s2:ceil, conv1@3:d2")


def run(text, image, weights):
    """Interprets the notation with convolutions of one channel; a pooling counts as a convolution where weights are 1."""
    maps, names, last = [image], {"image": 0}, 0
    for field in text.split(", "):
        field, name = re.fullmatch(r"(.*?)(?:(?<!from)=(\w+))?", field).groups()
        word, *options = field.split(":")
        source = last
        values = {"s": 1, "p": 0, "d": 1}
        if word.startswith("maxpool"):
            values["s"] = int(word[7:])
        ceil = False
        others = []
        for option in options:
            if option.startswith("from="):
                source = names[option[5:]]
            elif word in ("add", "concat"):
                others.append(names[option])
            elif option == "ceil":
                ceil = True
            else:
                values[option[0]] = int(option[1:])
        x = maps[source]
        if word.startswith("conv"):
            size = int(word.split("@")[1])
            x = F.conv2d(x, weights(size).expand(1, x.shape[1], size, size), None, values["s"], values["p"], values["d"])
        elif word.startswith("maxpool"):
            # A sum of the window, so that all of it has a derivative.
            x = F.avg_pool2d(x, int(word[7:]), values["s"], values["p"], ceil) * int(word[7:]) ** 2
        elif word == "add":
            for other in others:
                x = x + maps[other]
        elif word == "concat":
            x = torch.cat([x] + [maps[other] for other in others], 1)
        maps.append(x)
        last = len(maps) - 1
        if name:
            names[name] = last
    return maps[-1]


def fields():
    cases = []
    generator = torch.Generator().manual_seed(5)
    kinds = {"ones": lambda size: torch.ones(1, 1, size, size).double(),
             "random": lambda size: torch.rand(1, 1, size, size, generator=generator).double() + 0.1}
    for text, side, units in [(resnet18(), 449, [(0, 0), (3, 9), (14, 14)]), (INCEPTION, 17, [(0, 0), (2, 1), (3, 3)])]:
        for kind, weights in kinds.items():
            for row, column in units:
                image = torch.ones(1, 1, side, side, dtype=torch.float64, requires_grad=True)
                y = run(text, image, weights)
                y[0, :, row, column].sum().backward() if kind == "random" else y[0, 0, row, column].backward()
                seen = image.grad[0, 0]
                cases.append({
                    "notation": text, "weights": kind, "side": side, "output": y.shape[2], "unit": [row, column],
                    "rows": [i for i in range(side) if (seen[i] != 0).any()],
                    "columns": [j for j in range(side) if (seen[:, j] != 0).any()],
                    "count": int((seen != 0).sum())})
    return cases


with open("operators.json", "w") as file:
    json.dump({"operators": operators(), "networks": networks(), "fields": fields()}, file, separators=(",", ":"))
