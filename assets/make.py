"""Draws the picture and writes the tables beside this script. Needs NumPy and Pillow."""

import json
import pathlib

import numpy as np
from PIL import Image, ImageDraw

here = pathlib.Path(__file__).parent

(here / "chapter-input.csv").write_text("0,1,2\n3,4,5\n6,7,8\n")
(here / "chapter-kernel.json").write_text("[[0, 1], [2, 3]]\n")
(here / "bar.csv").write_text("1,1,0,0,0,0,1,1\n" * 6)

# Four edges, as kernels×channels×rows×columns, and two combinations of what they find.
edges = np.array([
    [[1, 0, -1], [2, 0, -2], [1, 0, -1]], [[1, 2, 1], [0, 0, 0], [-1, -2, -1]],
    [[2, 1, 0], [1, 0, -1], [0, -1, -2]], [[0, 1, 2], [-1, 0, 1], [-2, -1, 0]]])[:, None]
(here / "edges.json").write_text(json.dumps(edges.tolist()) + "\n")
blur = np.array([[1, 2, 1], [2, 4, 2], [1, 2, 1]]) / 16
corners = np.array([[blur * w for w in weights] for weights in [(1, 1, -1, -1), (-1, -1, 1, 1)]])
(here / "corners.json").write_text(json.dumps(corners.tolist()) + "\n")

# A house, 64×48, drawn four times as large and made smaller so that slanted edges are smooth.
scale = 4
image = Image.new("L", (64 * scale, 48 * scale))
sky = np.linspace(150, 225, 48 * scale).astype(np.uint8)
image.paste(Image.fromarray(np.repeat(sky[:, None], 64 * scale, axis=1)))
draw = ImageDraw.Draw(image)


def scaled(points):
    return [(x * scale, y * scale) for x, y in points]


draw.rectangle(scaled([(0, 40), (64, 48)]), fill=90)  # meadow
draw.ellipse(scaled([(47, 4), (57, 14)]), fill=255)  # sun
draw.rectangle(scaled([(36, 8), (40, 20)]), fill=70)  # chimney
draw.polygon(scaled([(8, 22), (26, 6), (44, 22)]), fill=45)  # roof
draw.rectangle(scaled([(12, 22), (40, 42)]), fill=200)  # wall
draw.rectangle(scaled([(29, 29), (35, 42)]), fill=60)  # door
draw.rectangle(scaled([(16, 26), (24, 34)]), fill=30)  # window
draw.line(scaled([(20, 26), (20, 34)]), fill=230, width=scale)
draw.line(scaled([(16, 30), (24, 30)]), fill=230, width=scale)
draw.rectangle(scaled([(52, 28), (54, 42)]), fill=55)  # tree
draw.ellipse(scaled([(46, 17), (60, 32)]), fill=110)
for x in range(0, 12, 3):
    draw.line(scaled([(x, 42), (x, 36)]), fill=240, width=scale)  # fence
draw.line(scaled([(0, 38), (11, 38)]), fill=240, width=scale)
image.resize((64, 48), Image.Resampling.BOX).save(here / "house.png", optimize=True)
