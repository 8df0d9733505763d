"""Writes stacks.json: stacks of layers over one image, every map of which PyTorch computed in double precision.

All numbers are drawn small and short, so that they are the same in single precision. Run it beside this file:
python3 stacks.py
"""

import json
import torch
from torch import nn
from torch.nn import functional as F

torch.manual_seed(3)
torch.set_num_threads(1)


def draw(*shape):
    return torch.randint(-64, 65, shape).double() / 32


def conv(outputs, inputs, size, stride=(1, 1), padding=(0, 0), dilation=(1, 1), groups=1, mode="zeros", bias=True):
    return {"kind": "conv", "weight": draw(outputs, inputs // groups, *size), "bias": draw(outputs) if bias else None,
            "stride": stride, "padding": padding, "dilation": dilation, "groups": groups, "mode": mode}


def pool(kind, size, stride=None, padding=(0, 0)):
    return {"kind": kind, "size": size, "stride": stride or size, "padding": padding}


def norm(channels):
    return {"kind": "norm", "mean": draw(channels), "variance": draw(channels).abs() + 0.5, "weight": draw(channels),
            "bias": draw(channels)}


def apply(layer, x):
    kind = layer["kind"]
    if kind == "conv":
        padding = layer["padding"]
        if layer["mode"] != "zeros":
            x = F.pad(x, (padding[1], padding[1], padding[0], padding[0]), mode=layer["mode"])
            padding = (0, 0)
        return F.conv2d(x, layer["weight"], layer["bias"], layer["stride"], padding, layer["dilation"], layer["groups"])
    if kind == "maxpool":
        return F.max_pool2d(x, layer["size"], layer["stride"], layer["padding"])
    if kind == "avgpool":
        return F.avg_pool2d(x, layer["size"], layer["stride"], layer["padding"])
    if kind == "norm":
        return F.batch_norm(x, layer["mean"], layer["variance"], layer["weight"], layer["bias"], eps=1e-5)
    return {"relu": F.relu, "leakyrelu": lambda x: F.leaky_relu(x, 0.01), "tanh": torch.tanh, "sigmoid": torch.sigmoid}[
        kind](x)


STACKS = [
    ((1, 9, 11), [conv(4, 1, (3, 3), padding=(1, 1)), {"kind": "relu"}, pool("maxpool", (2, 2)),
                  conv(3, 4, (2, 3), stride=(1, 2))]),
    ((3, 8, 7), [conv(6, 3, (3, 2), padding=(1, 2), groups=3, mode="reflect"), norm(6), {"kind": "leakyrelu"},
                 pool("avgpool", (3, 2), (2, 1), (1, 1)), conv(2, 6, (1, 1), bias=False)]),
    ((2, 10, 10), [conv(4, 2, (3, 3), stride=(2, 1), padding=(2, 2), dilation=(1, 2), groups=2, mode="circular"),
                   {"kind": "tanh"}, pool("maxpool", (3, 3), (1, 2), (1, 1)), {"kind": "sigmoid"}]),
    ((1, 5, 6), [conv(2, 1, (2, 2), padding=(1, 1), mode="replicate"), norm(2), {"kind": "relu"}]),
]

cases = []
for shape, layers in STACKS:
    image = draw(*shape)
    x, maps = image[None], []
    for layer in layers:
        x = apply(layer, x)
        maps.append({"shape": list(x.shape[1:]), "values": x.flatten().tolist()})
    plain = [{k: v.tolist() if torch.is_tensor(v) else v for k, v in layer.items()} for layer in layers]
    for layer in plain:
        if layer["kind"] == "conv":
            layer["weight"] = torch.tensor(layer["weight"]).flatten().tolist()
    for layer, source in zip(plain, layers):
        if layer["kind"] == "conv":
            layer["weight_shape"] = list(source["weight"].shape)
    cases.append({"shape": list(shape), "image": image.flatten().tolist(), "layers": plain, "maps": maps})
json.dump({"cases": cases}, open("stacks.json", "w"))
