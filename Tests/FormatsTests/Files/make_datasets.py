"""Writes the data sets and the safetensors files beside this script. Needs NumPy and safetensors."""

import gzip
import json
import pathlib
import struct

import numpy as np
from safetensors.numpy import save_file

here = pathlib.Path(__file__).parent
random = np.random.default_rng(2)


def idx(array):
    return struct.pack(f">HBB{array.ndim}I", 0, 8, array.ndim, *array.shape) + array.tobytes()


digits = here / "digits"
digits.mkdir(exist_ok=True)
images = random.integers(0, 256, (12, 3, 4), np.uint8)
labels = np.arange(12, dtype=np.uint8) % 10
packed = gzip.compress(idx(images)[:50], mtime=0) + gzip.compress(idx(images)[50:], mtime=0)
(digits / "train-images-idx3-ubyte.gz").write_bytes(packed)  # two members
(digits / "train-labels-idx1-ubyte").write_bytes(idx(labels))
(digits / "t10k-images-idx3-ubyte").write_bytes(idx(images[:2]))
(digits / "t10k-labels-idx1-ubyte.gz").write_bytes(gzip.compress(idx(labels[:2]), mtime=0))
# Rank 4, so that the usual reader of expected values takes it: 12×1×3×4.
values = (images.astype(np.float32) / np.float32(255))[:, None]
(here / "digits.json").write_text(json.dumps(values.astype(float).tolist()) + "\n")

# safetensors: what is read, with metadata, rank 0 and a dimension of 0, and types that are not.
tensors = {
    "conv.weight": random.standard_normal((2, 1, 3, 3)).astype(np.float32),
    "conv.bias": np.array([0.1, -0.0], np.float32),
    "step": np.array(2**53 + 1, np.int64),
    "rate": np.array([0.1, 1e300]),
    "none": np.zeros((0, 3), np.float32),
    "größe": np.array([[1.5]], np.float32),
}
save_file(tensors, here / "st_mixed.safetensors", {"model": "a \"net\"\n", "größe": "é😀"})
shown = {name: tensor.ravel().tolist() for name, tensor in tensors.items()}
shapes = {name: list(tensor.shape) for name, tensor in tensors.items()}
expected = {"shapes": shapes, "values": shown}
(here / "st_mixed.expected").write_text(json.dumps(expected) + "\n")
save_file({"half": np.zeros((2, 2), np.float16)}, here / "no_half.safetensors")
save_file({}, here / "st_empty.safetensors")
