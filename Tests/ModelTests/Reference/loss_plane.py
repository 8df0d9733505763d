"""Writes loss_plane.json: a squared error over nine weights, seen on a plane, by numpy and PyTorch."""

import json
import pathlib

import numpy as np
import torch

rng = np.random.default_rng(31)
image = rng.uniform(-1, 1, (7, 9)).astype(np.float32)
target = rng.uniform(-1, 1, (3, 3)).astype(np.float32)
noise = rng.normal(0, 0.1, (5, 7)).astype(np.float32)
x, k = (torch.tensor(a, dtype=torch.float64)[None, None] for a in (image, target))
y = (torch.conv2d(x, k)[0, 0].numpy() + noise).astype(np.float32)
origin = rng.uniform(-1, 1, 9)
u, v = np.linalg.qr(rng.normal(size=(9, 2)))[0].T


def loss(weight):
    error = torch.conv2d(x, weight.reshape(1, 1, 3, 3))[0, 0] - torch.tensor(y, dtype=torch.float64)
    return (error**2).sum()


def plane(at):
    return loss(torch.tensor(origin) + at[0] * torch.tensor(u) + at[1] * torch.tensor(v))


points = rng.uniform(-3, 3, (20, 2))
losses = [float(plane(point)) for point in points]
zero = torch.zeros(2, dtype=torch.float64)
hessian = torch.autograd.functional.hessian(plane, zero).numpy()
gradient = torch.autograd.functional.jacobian(plane, zero).numpy()
values, vectors = np.linalg.eigh(hessian)

pathlib.Path(__file__).with_suffix(".json").write_text(
    json.dumps(
        {
            "image": image.ravel().tolist(),
            "target": y.ravel().tolist(),
            "origin": origin.tolist(),
            "axes": [u.tolist(), v.tolist()],
            "points": points.tolist(),
            "losses": losses,
            "minimum": np.linalg.solve(hessian, -gradient).tolist(),
            "curvatures": values.tolist(),
            "directions": vectors.T.tolist(),
        }
    )
)
