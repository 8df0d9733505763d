"""Writes the files bmp_* beside this script, each with what Pillow reads from it as .json: its brightness,
and under rgb_* its planes of colour.

Needs NumPy, Pillow and OpenCV.
"""

import json
import pathlib
import struct

import cv2
import numpy as np
from PIL import Image

here = pathlib.Path(__file__).parent
random = np.random.default_rng(4)
height, width = 5, 7
rgb = random.integers(0, 256, (height, width, 3), np.uint8)
rgba = np.dstack([rgb, random.integers(0, 256, (height, width), np.uint8)])
rgba[0, 0, 3], rgba[0, 1, 3] = 0, 255
sixteen = random.integers(0, 65536, (height, width), np.uint16)


def write(name, values):
    text = json.dumps(np.asarray(values).astype(np.float32).astype(np.float64).tolist())
    (here / f"{name}.json").write_text(text + "\n")


def expect(name):
    """Rec. 601 luma over white, in integers until the last division; planes over white."""
    image = Image.open(here / f"{name}.bmp")
    if image.mode in ["1", "L"]:
        grey = np.asarray(image.convert("L"))
        write(name, grey.astype(np.float32) / np.float32(255))
        write("rgb_" + name, (grey / np.float64(255))[None])
        return
    p = np.asarray(image.convert("RGBA"), dtype=np.int64)
    luma, alpha = p[..., :3] @ np.array([299, 587, 114]), p[..., 3]
    write(name, (alpha * luma + (255 - alpha) * 255000) / np.float64(255 * 255000))
    planes = p[..., 3:] * p[..., :3] + (255 - p[..., 3:]) * 255
    write("rgb_" + name, np.moveaxis(planes / np.float64(255**2), 2, 0))


def rows(numbers, bits):
    """Rows from the last one up, packed from the highest bits on, filled up to four bytes."""
    data = b""
    for row in numbers[::-1]:
        if bits <= 8:
            packed = "".join(f"{number:0{bits}b}" for number in row)
            row = int(packed.ljust(-(-len(packed) // 8) * 8, "0"), 2).to_bytes(-(-len(packed) // 8), "big")
        else:
            row = b"".join(int(number).to_bytes(bits // 8, "little") for number in row)
        data += row.ljust(-(-len(row) // 4) * 4, b"\0")
    return data


def bmp(name, pixels, bits, palette=None, core=False, masks=None, size=40, top_down=False, gap=0):
    """Kinds of BMP that Pillow does not write. Numbers of colours where there is a palette."""
    if core:
        header = struct.pack("<IHHHH", 12, width, height, 1, bits)
        colors = b"".join(bytes(color[::-1]) for color in palette or [])
    else:
        header = struct.pack(
            "<IiiHHIIiiII", size, width, -height if top_down else height, 1, bits, 3 if masks else 0,
            0, 2835, 2835, len(palette or []), 0)
        header += struct.pack(f"<{len(masks)}I", *masks) if masks else b""
        header = header.ljust(size, b"\0")
        colors = b"".join(bytes(color[::-1]) + b"\0" for color in palette or [])
    offset = 14 + len(header) + len(colors) + gap
    data = rows(pixels[::-1] if top_down else pixels, bits)
    file = struct.pack("<2sIHHI", b"BM", offset + len(data), 0, 0, offset)
    (here / f"{name}.bmp").write_bytes(file + header + colors + b"\xAA" * gap + data)
    expect(name)


def packed(pixels, shifts):
    return sum(pixels[..., i].astype(np.int64) << shift for i, shift in enumerate(shifts))


for name, image in [
    ("bmp_grey", Image.fromarray(rgb[..., 0])), ("bmp_rgb", Image.fromarray(rgb)),
    ("bmp_rgba", Image.fromarray(rgba)), ("bmp_palette", Image.fromarray(rgb).quantize(8)),
    ("bmp_bits", Image.fromarray(rgb[..., 0] > 127)),
]:
    image.save(here / f"{name}.bmp")
    expect(name)
cv2.imwrite(str(here / "bmp_opencv.bmp"), rgba)
expect("bmp_opencv")

colors = random.integers(0, 256, (16, 3), np.uint8).tolist()
of_sixteen = random.integers(0, 16, (height, width))
bmp("bmp_four_bits", of_sixteen, 4, colors)
bmp("bmp_two_colors", of_sixteen % 2, 1, colors[:2])
bmp("bmp_few_colors", of_sixteen % 5, 8, colors[:5])
bmp("bmp_core_palette", of_sixteen, 4, colors, core=True)
bmp("bmp_core", packed(rgb, [16, 8, 0]), 24, core=True)
bmp("bmp_top_down", packed(rgb, [16, 8, 0]), 24, top_down=True)
bmp("bmp_gap", of_sixteen, 4, colors, gap=9)
bmp("bmp_masks", packed(rgb, [24, 16, 8]), 32, masks=[0xFF000000, 0xFF0000, 0xFF00])
bmp("bmp_v3", packed(rgba, [24, 16, 8, 0]), 32, masks=[0xFF000000, 0xFF0000, 0xFF00, 0xFF], size=56)
bmp("bmp_v4", packed(rgba, [16, 8, 0, 24]), 32, masks=[0xFF0000, 0xFF00, 0xFF, 0xFF000000], size=108)
bmp("bmp_v5", packed(rgba, [0, 8, 16, 24]), 32, masks=[0xFF, 0xFF00, 0xFF0000, 0xFF000000], size=124)
bmp("bmp_five_bits", sixteen, 16)
bmp("bmp_six_bits", sixteen, 16, masks=[0xF800, 0x7E0, 0x1F])
