"""Named kernels from OpenCV or from their definitions, and singular values, for the tests of Kernels.

python kernels.py > kernels.json   (numpy 2.4, OpenCV 5.0)
"""
import json

import cv2
import numpy as np


def impulse(operator):
    """The kernel of a linear operator: its answer to one bright pixel, turned."""
    image = np.zeros((15, 15))
    image[7, 7] = 1
    answer = np.asarray(operator(image))[::-1, ::-1]
    rows, columns = np.nonzero(np.abs(answer) > 1e-12)
    return answer[rows.min():rows.max() + 1, columns.min():columns.max() + 1]


def derivative(dx, dy, size):
    """OpenCV's gradients are positive where brightness rises; ours where it falls."""
    across, down = cv2.getDerivKernels(dx, dy, size)
    return -down @ across.T


def bell(size):
    row = [1]
    for _ in range(size - 1):
        row = np.convolve(row, [1, 1])
    if size < 7:
        assert np.allclose(cv2.getGaussianKernel(size, 0)[:, 0], row / np.sum(row))
    return np.outer(row, row) / np.sum(row) ** 2


def identity(size):
    kernel = np.zeros((size, size))
    kernel[size // 2, size // 2] = 1
    return kernel


def around(angle):
    """The angle of each of the eight neighbours, from the direction `angle`, in degrees."""
    y, x = np.mgrid[1:-2:-1, -1:2]
    return (np.degrees(np.arctan2(y, x)) - angle + 180) % 360 - 180


def kirsch(angle):
    kernel = np.where(np.abs(around(angle)) < 46, 5, -3)
    kernel[1, 1] = 0
    return kernel


def line(angle):
    y, x = np.mgrid[1:-2:-1, -1:2]
    turn = np.radians(angle)
    return np.where(np.abs(x * np.sin(turn) - y * np.cos(turn)) < 0.1, 2, -1)


laplacian = impulse(lambda image: cv2.Laplacian(image, cv2.CV_64F, ksize=1))
laplacian_8 = np.ones((3, 3)) - 9 * identity(3)
named = {
    "roberts-x": np.eye(2) * [[1], [-1]], "roberts-y": np.eye(2)[::-1] * [[1], [-1]],
    "sobel-x": derivative(1, 0, 3), "sobel-y": derivative(0, 1, 3),
    "prewitt-x": np.outer([1, 1, 1], [1, 0, -1]), "prewitt-y": np.outer([1, 0, -1], [1, 1, 1]),
    "scharr-x": derivative(1, 0, cv2.FILTER_SCHARR),
    "scharr-y": derivative(0, 1, cv2.FILTER_SCHARR),
    "sobel-5-x": derivative(1, 0, 5), "sobel-5-y": derivative(0, 1, 5),
    "laplacian": laplacian, "laplacian-8": laplacian_8,
    "ridge": -laplacian_8,
    "gaussian": bell(3), "gaussian-5": bell(5), "gaussian-7": bell(7),
    "box": impulse(lambda image: cv2.blur(image, (3, 3))),
    "box-5": impulse(lambda image: cv2.blur(image, (5, 5))),
    "motion-5": impulse(lambda image: cv2.blur(image, (5, 1))),
    "sharpen": identity(3) - laplacian, "sharpen-8": identity(3) - laplacian_8,
    "unsharp-5": 2 * identity(5) - bell(5), "identity": identity(3),
}
for index, name in enumerate(["e", "ne", "n", "nw", "w", "sw", "s", "se"]):
    named["kirsch-" + name] = kirsch(45 * index)
for angle in (0, 45, 90, 135):
    named[f"line-{angle}"] = line(angle)

# A Laplacian of a Gaussian with a deviation of ½, sampled; the whole numbers follow it closely.
y, x = np.mgrid[-2:3, -2:3]
sampled = (x**2 + y**2 - 0.5) * np.exp(-2 * (x**2 + y**2))
whole = np.array([[0, 0, 1, 0, 0], [0, 1, 2, 1, 0], [1, 2, -16, 2, 1],
                  [0, 1, 2, 1, 0], [0, 0, 1, 0, 0]])
assert np.corrcoef(sampled.flat, whole.flat)[0, 1] > 0.99

generator = np.random.default_rng(1)
matrices = []
for rows, columns, rank in [(1, 1, 1), (1, 5, 1), (4, 1, 1), (2, 2, 2), (3, 3, 1), (3, 3, 2),
                            (3, 3, 3), (5, 4, 1), (5, 4, 2), (7, 7, 1), (7, 7, 3), (9, 5, 5),
                            (31, 31, 1), (31, 31, 6), (31, 31, 31), (3, 3, 0)]:
    for whole_numbers in (True, False):
        left = generator.normal(size=(rows, rank)) * 3
        right = generator.normal(size=(rank, columns)) * 3
        if whole_numbers:
            left, right = np.rint(left), np.rint(right)
        # Single precision, so that both sides see the same numbers.
        matrix = (left @ right).astype(np.float32).astype(float)
        values = np.linalg.svd(matrix, compute_uv=False)
        found = int(np.sum(values > 1e-6 * max(values[0], 1e-300)))
        matrices.append({"rows": rows, "columns": columns, "elements": matrix.flatten().tolist(),
                         "rank": found})
print(json.dumps({
    "kernels": [{"name": name, "rows": kernel.shape[0], "elements": kernel.flatten().tolist(),
                 "rank": int(np.linalg.matrix_rank(kernel, tol=1e-6 * np.abs(kernel).max()))}
                for name, kernel in named.items()],
    "matrices": matrices,
}))
