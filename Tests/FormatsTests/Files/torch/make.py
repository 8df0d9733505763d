"""Writes some of the files here, and what PyTorch itself reads from all of them.

Needs torch.
"""
import collections, json, os, pickle, posix, sys

import torch
from torch import nn

HERE = os.path.dirname(os.path.abspath(__file__))


class R(nn.Module):
    """The class of the module in whole.pt, which is looked up by its name."""


sys.modules["__main__"].R = R


class Shell:
    def __reduce__(self):
        return os.system, ("touch /tmp/never",)


def write():
    torch.manual_seed(1)
    base = torch.arange(24, dtype=torch.float32).reshape(4, 6)
    views = collections.OrderedDict(
        base=base, transposed=base.t(), part=base[1:3, 2:5], column=base[:, 1], every=base[::2, ::3],
        expanded=torch.tensor([[1.5], [2.5]]).expand(2, 3), scalar=torch.tensor(7.0), empty=torch.empty(0, 3),
        last=torch.arange(24.).reshape(1, 2, 3, 4).to(memory_format=torch.channels_last))
    torch.save(views, HERE + "/views.pt")
    torch.save(views, HERE + "/views_legacy.pt", _use_new_zipfile_serialization=False)
    values = torch.tensor([[0, 1, 2], [100, 3, 4]])
    types = {str(t)[6:]: values.to(t) for t in [
        torch.float16, torch.bfloat16, torch.float32, torch.float64, torch.int8, torch.int16, torch.int32,
        torch.int64, torch.uint8, torch.bool, torch.uint16, torch.uint32, torch.uint64, torch.complex64,
        torch.float8_e4m3fn]}
    torch.save(types, HERE + "/types.pt")
    torch.save({"a": {"b": [values, (values, {"c": values})]}, 3: values, ("x", 1): values, "n": 1.5, "t": "text",
                "big": 1 << 80, "negative": -5, "none": None}, HERE + "/nested.pth", pickle_protocol=5)
    torch.save(types["float32"], HERE + "/one.pt")
    lightning = {
        "epoch": 3, "global_step": 12, "pytorch-lightning_version": "2.6.6",
        "state_dict": collections.OrderedDict([("model.0.weight", base), ("model.0.bias", base[0])]),
        "optimizer_states": [{"state": {0: {"exp_avg": base * 2}}, "param_groups": [{"lr": 0.1}]}],
        "hyper_parameters": {"lr": 0.1}}
    torch.save(lightning, HERE + "/lightning.ckpt")
    net = nn.Sequential(nn.Conv2d(1, 2, 3), nn.BatchNorm2d(2), nn.Sequential(nn.Linear(2, 2)))
    torch.save({"model": None, "ema": net, "epoch": 1}, HERE + "/ema.pt")
    torch.save(net, HERE + "/module_legacy.pt", _use_new_zipfile_serialization=False)
    torch.save({"w": values, "shell": Shell()}, HERE + "/hostile.pt")
    torch.save(Shell(), HERE + "/only_hostile.pt")
    torch.save({"n": 1}, HERE + "/no_tensor.pt")
    for protocol in range(6):
        with open(f"{HERE}/protocol{protocol}.pickle", "wb") as file:
            pickle.dump({"list": [1, -2, 300, 70000, 1 << 40, True, None, 2.5, "t\u00e9xt", b"bytes"],
                         "order": collections.OrderedDict(a=1, b=(1, 2, 3, 4)), "set": {5}}, file, protocol)


MODEL = ["state_dict", "model_state_dict", "model", "net", "network", "module"]


def walk(value, name, found):
    if isinstance(value, torch.Tensor):
        found.setdefault(name, value)
    elif isinstance(value, nn.Module):
        for key, tensor in value.state_dict(prefix=name + "." if name else "").items():
            found.setdefault(key, tensor)
    elif isinstance(value, dict):
        for key, item in value.items():
            if isinstance(key, (str, int)):
                walk(item, f"{name}.{key}" if name else str(key), found)
    elif isinstance(value, (list, tuple)):
        for index, item in enumerate(value):
            walk(item, f"{name}.{index}" if name else str(index), found)


def witness(path):
    if path.endswith(".pt2"):
        found = dict(torch.export.load(path).state_dict)
    elif path.endswith("ts.pt"):
        found = dict(torch.jit.load(path).state_dict())
    else:
        root = torch.load(path, weights_only=False)
        found = {}
        walk(root, "", found)
        if isinstance(root, dict):
            key = next((k for k in MODEL if k in root and any(n.startswith(k + ".") for n in found)), None)
            if key:
                found = {n[len(key) + 1:] if n.startswith(key + ".") else n: t for n, t in found.items()}
    rows = []
    for name, tensor in found.items():
        tensor = tensor.detach()
        readable = not (tensor.is_complex() or "float8" in str(tensor.dtype))
        rows.append({
            "name": name, "type": str(tensor.dtype)[6:], "shape": list(tensor.shape), "strides": list(tensor.stride()),
            "offset": tensor.storage_offset(),
            "values": [float(x) for x in tensor.reshape(-1).to(torch.float64)] if readable else None})
    return rows


write()
# What the hostile file calls.
posix.system = lambda command: 0
ENDINGS = (".pt", ".pth", ".pt2", ".ckpt")
for name in sorted(os.listdir(HERE)):
    path = os.path.join(HERE, name)
    if name in ("only_hostile.pt", "no_tensor.pt") or not name.endswith(ENDINGS):
        continue
    with open(path + ".json", "w") as file:
        file.write("[\n" + ",\n".join(json.dumps(row) for row in witness(path)) + "\n]\n")
