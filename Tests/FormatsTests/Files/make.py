"""Writes the files beside this script, each with the values expected from it as .json.

Needs NumPy, Pillow and netpbm. The a_*.npy and w*.npz were written by NumPy alone and are not made here.
"""

import io
import json
import pathlib
import struct
import subprocess
import zipfile

import numpy as np
from PIL import Image, ImageOps

here = pathlib.Path(__file__).parent


def expect(name, values):
    values = np.asarray(values).astype(np.float32)
    text = json.dumps(values.astype(np.float64).tolist())
    (here / (name + ".json")).write_text(text + "\n")


def npy(name, array, expected=True):
    np.save(here / (name + ".npy"), array)
    if expected:
        expect(name, array)


def brightness(pixels, maximum):
    """Rec. 601 luma over white, in integers until the last division."""
    p = np.asarray(pixels, dtype=np.int64)
    if p.ndim == 2:
        return (p.astype(np.float32) / np.float32(maximum)).astype(np.float32)
    channels = p.shape[2]
    if channels < 3:
        luma = 1000 * p[..., 0]
    else:
        luma = 299 * p[..., 0] + 587 * p[..., 1] + 114 * p[..., 2]
    if channels % 2 == 1:
        return luma / np.float64(1000 * maximum)
    alpha = p[..., -1]
    return (alpha * luma + (maximum - alpha) * maximum * 1000) / np.float64(1000 * maximum**2)


# NumPy arrays: every type in both byte orders, then order, rank, and what is refused.
numbers = np.array([[0, 1, -2, 100], [7, 64, -128, 127]])
for order in "<>":
    for kind in ["f2", "f4", "f8", "i2", "i4", "i8"]:
        name = ("npy_le_" if order == "<" else "npy_be_") + kind
        npy(name, (numbers * (0.3 if kind[0] == "f" else 1)).astype(order + kind))
    for kind in ["u2", "u4", "u8"]:
        name = ("npy_le_" if order == "<" else "npy_be_") + kind
        npy(name, np.array([[0, 1], [np.iinfo(kind).max, 300]], order + kind))
npy("npy_i1", numbers.astype("i1"))
npy("npy_u1", np.array([[0, 1, 128, 255]], "u1"))
npy("npy_b1", np.array([[True], [False]]))
npy("npy_words", np.array([[np.nan, np.inf, -np.inf, 1e-45, 3.4e38]], "f4"))
npy("npy_half_words", np.array([[np.nan, np.inf, -np.inf, 6e-8, 65504]], "f2"))
npy("npy_fortran3", np.asfortranarray(np.arange(24, dtype="f4").reshape(2, 3, 4)))
npy("npy_fortran4", np.asfortranarray(np.arange(120, dtype="<i2").reshape(2, 3, 4, 5)))
with open(here / "npy_v3.npy", "wb") as file:
    np.lib.format.write_array(file, np.arange(6.0).reshape(2, 3), version=(3, 0))
expect("npy_v3", np.arange(6.0).reshape(2, 3))
npy("no_c8", np.ones((2, 2), "c8"), expected=False)
npy("no_object", np.array([[None, 1]], object), expected=False)
npy("no_text", np.array([["a", "b"]]), expected=False)
npy("no_date", np.array([["2020-01-01"]], "M8[D]"), expected=False)
npy("no_v2", np.zeros((2, 2), "V2"), expected=False)
npy("no_rank0", np.float32(1), expected=False)
npy("no_rank1", np.arange(3.0), expected=False)
npy("no_rank5", np.zeros((1, 1, 1, 2, 2)), expected=False)
npy("no_element", np.zeros((0, 3)), expected=False)

# Images, 7×5.
random = np.random.default_rng(1)
grey = random.integers(0, 256, (5, 7), np.uint8)
rgb = random.integers(0, 256, (5, 7, 3), np.uint8)
rgba = random.integers(0, 256, (5, 7, 4), np.uint8)
rgba[0, 0, 3], rgba[0, 1, 3] = 0, 255
grey16 = random.integers(0, 65536, (5, 7), np.uint16)
for name, pixels in [("grey", grey), ("rgb", rgb), ("rgba", rgba), ("greya", rgba[..., :2])]:
    Image.fromarray(np.ascontiguousarray(pixels)).save(here / f"png_{name}.png")
    expect(f"png_{name}", brightness(pixels, 255))
Image.fromarray(grey16).save(here / "png_grey16.png")
expect("png_grey16", brightness(grey16, 65535))
palette = Image.fromarray(rgb).quantize(8)
palette.save(here / "png_palette.png")
expect("png_palette", brightness(palette.convert("RGB"), 255))
palette.save(here / "png_palette_transparent.png", transparency=2)
clear = np.array(Image.open(here / "png_palette_transparent.png").convert("RGBA"))
expect("png_palette_transparent", brightness(clear, 255))
bits = Image.fromarray(grey).convert("1")
bits.save(here / "png_bits.png")
expect("png_bits", brightness(bits.convert("L"), 255))


def chunk(kind, content):
    import zlib

    return (
        struct.pack(">I", len(content)) + kind + content
        + struct.pack(">I", zlib.crc32(kind + content))
    )


def png(name, pixels, color, depth, interlace=0):
    """Kinds of PNG that Pillow does not write."""
    import zlib

    height, width = pixels.shape[:2]
    raw = pixels.astype(">u2" if depth == 16 else "u1").reshape(height, width, -1)
    rows = b""
    if interlace:
        for y0, x0, dy, dx in [
            (0, 0, 8, 8), (0, 4, 8, 8), (4, 0, 8, 4), (0, 2, 4, 4), (2, 0, 4, 2), (0, 1, 2, 2),
            (1, 0, 2, 1),
        ]:
            part = raw[y0::dy, x0::dx]
            if part.size:
                rows += b"".join(b"\0" + row.tobytes() for row in part)
    else:
        rows = b"".join(b"\0" + row.tobytes() for row in raw)
    header = struct.pack(">IIBBBBB", width, height, depth, color, 0, 0, interlace)
    (here / (name + ".png")).write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )
    expect(name, brightness(pixels, 2**depth - 1))


png("png_rgb16", random.integers(0, 65536, (5, 7, 3)), color=2, depth=16)
png("png_rgba16", random.integers(0, 65536, (5, 7, 4)), color=6, depth=16)
png("png_interlaced", rgb, color=2, depth=8, interlace=1)

# JPEG: the luma as Pillow decodes it.
y, x = np.mgrid[0:24, 0:32]
smooth = np.stack([x * 8, y * 10, 255 - x * 4 - y * 4], axis=2).astype(np.uint8)
for name, image, options in [
    ("jpeg_grey", Image.fromarray(smooth[..., 0]), {}),
    ("jpeg_color", Image.fromarray(smooth), {}),
    ("jpeg_progressive", Image.fromarray(smooth), {"progressive": True, "subsampling": 0}),
]:
    image.save(here / (name + ".jpg"), quality=90, **options)
    decoded = Image.open(here / (name + ".jpg"))
    decoded.draft("L", decoded.size)
    assert decoded.mode == "L"
    expect(name, brightness(decoded, 255))


def printed(name, decoded):
    """In the printing colours: brightness and planes of what Pillow makes of them."""
    assert decoded.mode == "CMYK"
    expect(name, brightness(decoded.convert("RGB"), 255))
    expect("rgb_" + name, np.moveaxis(np.asarray(decoded.convert("RGB")) / np.float64(255), 2, 0))


inks = np.dstack([smooth, 255 - smooth[..., :1] // 2])
Image.fromarray(inks, "CMYK").save(here / "jpeg_cmyk.jpg", quality=90)
adobe = (here / "jpeg_cmyk.jpg").read_bytes()
mark = adobe.index(b"\xff\xee\0\x0eAdobe")
(here / "jpeg_ycck.jpg").write_bytes(adobe[: mark + 15] + b"\2" + adobe[mark + 16 :])
(here / "jpeg_cmyk_plain.jpg").write_bytes(adobe[:mark] + adobe[mark + 16 :])
for name in ["jpeg_cmyk", "jpeg_ycck", "jpeg_cmyk_plain"]:
    printed(name, Image.open(here / (name + ".jpg")))

# With what libjpeg warns of and Pillow reads: stray bytes before the end, an unknown JFIF version.
color = (here / "jpeg_color.jpg").read_bytes()
(here / "jpeg_stray.jpg").write_bytes(color[:-2] + b"\0\1\2" + color[-2:])
jfif = color.index(b"JFIF\0") + 5
(here / "jpeg_version.jpg").write_bytes(color[:jfif] + b"\3" + color[jfif + 1 :])
(here / "jpeg_between.jpg").write_bytes(color[:20] + b"\7\7\7" + color[20:])
for name in ["jpeg_stray", "jpeg_version", "jpeg_between"]:
    decoded = Image.open(here / (name + ".jpg"))
    decoded.draft("L", decoded.size)
    expect(name, brightness(decoded, 255))

# Netpbm.
Image.fromarray(grey).save(here / "pnm_p5.pgm")
expect("pnm_p5", brightness(grey, 255))
Image.fromarray(rgb).save(here / "pnm_p6.ppm")
expect("pnm_p6", brightness(rgb, 255))
(here / "pnm_p5_wide.pgm").write_bytes(b"P5\n7 5\n65535\n" + grey16.astype(">u2").tobytes())
expect("pnm_p5_wide", brightness(grey16, 65535))
plain = "\n".join(" ".join(map(str, row)) for row in grey % 16)
(here / "pnm_p2.pgm").write_text("P2\n# a comment\n7 5 # and another\n15\n" + plain + "\n")
expect("pnm_p2", brightness(grey % 16, 15))
plain = "\n".join(" ".join(map(str, row.ravel())) for row in rgb)
(here / "pnm_p3.ppm").write_text("P3 7 5 255\n" + plain + "\n")
expect("pnm_p3", brightness(rgb, 255))

black = grey > 127
Image.fromarray(black).save(here / "pnm_p4.pbm")
assert (here / "pnm_p4.pbm").read_bytes().startswith(b"P4")
plain = "\n".join("".join("01"[not white] for white in row) for row in black)
(here / "pnm_p1.pbm").write_text("P1 # bits\n7 5\n" + plain + "\n")
for name in ["pnm_p1", "pnm_p4"]:
    expect(name, brightness(Image.open(here / (name + ".pbm")).convert("L"), 255))


def pam(name, pixels, kind, maximum, over_white):
    """What pamtopnm makes of it, or the pixels that are to be laid over white."""
    height, width = pixels.shape[:2]
    depth = 1 if pixels.ndim == 2 else pixels.shape[2]
    kind = f"TUPLTYPE {kind}\n" if kind else ""
    header = f"P7\n# made\nWIDTH {width}\nHEIGHT {height}\nDEPTH {depth}\nMAXVAL {maximum}\n{kind}ENDHDR\n"
    data = pixels.astype(">u2" if maximum > 255 else "u1").tobytes()
    (here / (name + ".pam")).write_bytes(header.encode() + data)
    if over_white is None:
        pnm = subprocess.run(["pamtopnm", here / (name + ".pam")], check=True, capture_output=True)
        over_white = np.asarray(Image.open(io.BytesIO(pnm.stdout)))
    expect(name, brightness(over_white, maximum))


pam("pnm_pam_grey", grey, "GRAYSCALE", 255, None)
pam("pnm_pam_rgb", rgb, "RGB", 255, None)
pam("pnm_pam_untyped", rgb, "", 255, rgb)
pam("pnm_pam_wide", grey16, "GRAYSCALE", 65535, None)
pam("pnm_pam_alpha", rgba, "RGB_ALPHA", 255, rgba)
pam("pnm_pam_grey_alpha", np.ascontiguousarray(rgba[..., :2]), "GRAYSCALE_ALPHA", 255, rgba[..., :2])
pam("pnm_pam_bits", black.astype("u1"), "BLACKANDWHITE", 1, None)

# As three planes: the samples over white.
def planes(image):
    p = np.asarray(image, dtype=np.int64)
    if p.ndim == 2:
        return p[None] / np.float64(255)
    color, alpha = p[..., :3], p[..., 3:] if p.shape[2] == 4 else 255
    return np.moveaxis((alpha * color + (255 - alpha) * 255) / np.float64(255**2), 2, 0)


for name in ["png_grey.png", "png_rgb.png", "png_rgba.png", "pnm_p6.ppm", "jpeg_color.jpg",
             "jpeg_progressive.jpg", "jpeg_grey.jpg"]:
    expect("rgb_" + name.split(".")[0], planes(Image.open(here / name)))
expect("rgb_png_palette_transparent", planes(clear))

# Turned and mirrored in all eight ways.
y, x = np.mgrid[0:9, 0:14]
slope = np.stack([x * 12, y * 20, 200 - x * 4 - y * 4], axis=2).astype(np.uint8)
for orientation in range(1, 9):
    exif = Image.Exif()
    exif[274] = orientation
    Image.fromarray(slope).save(here / f"exif_jpeg{orientation}.jpg", quality=95, exif=exif)
    decoded = Image.open(here / f"exif_jpeg{orientation}.jpg")
    decoded.draft("L", decoded.size)
    expect(f"exif_jpeg{orientation}", brightness(ImageOps.exif_transpose(decoded), 255))
    Image.fromarray(rgb).save(here / f"exif_png{orientation}.png", exif=exif)
    decoded = Image.open(here / f"exif_png{orientation}.png")
    expect(f"exif_png{orientation}", brightness(ImageOps.exif_transpose(decoded), 255))


def long_orientation(value, order):
    """Tags with the orientation as a number of four bytes, as some telephones write it."""
    e = "<" if order == b"II" else ">"
    return (
        b"Exif\0\0" + order + struct.pack(e + "HIH", 42, 8, 1)
        + struct.pack(e + "HHII", 274, 4, 1, value) + struct.pack(e + "I", 0)
    )


for order in [b"II", b"MM"]:
    for kind, image in [("jpg", slope), ("png", rgb)]:
        name = f"exif_long_{order.decode().lower()}_{kind}"
        file = here / f"{name}.{kind}"
        Image.fromarray(image).save(file, exif=long_orientation(6, order))
        decoded = Image.open(file)
        decoded.draft("L", decoded.size)
        turned = ImageOps.exif_transpose(decoded)
        assert turned.size == decoded.size[::-1]
        expect(name, brightness(turned, 255))


# Archives of arrays. Fixed dates, so that the same files are made again.
def npz(name, arrays, method=zipfile.ZIP_DEFLATED, streamed=False, others={}):
    class Pipe(io.BytesIO):
        def seekable(self):
            return not streamed

        def seek(self, *arguments):
            if streamed:
                raise io.UnsupportedOperation
            return super().seek(*arguments)

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", method) as archive:
        for key, array in arrays.items():
            content = io.BytesIO()
            np.save(content, array)
            entry = zipfile.ZipInfo(key + ".npy", (1980, 1, 1, 0, 0, 0))
            entry.compress_type = method
            with archive.open(entry, "w", force_zip64=not streamed) as member:
                member.write(content.getvalue())
        for key, content in others.items():
            archive.writestr(zipfile.ZipInfo(key, (1980, 1, 1, 0, 0, 0)), content)
    (here / (name + ".npz")).write_bytes(pipe.getvalue())


bank = (np.arange(54) - 20).reshape(2, 3, 3, 3).astype("f4") / 4
several = {"w": bank, "layer/bias": np.array([0.5, -1], ">f8"), "k": np.asfortranarray(bank[0, 0])}
expect("npz_stored", bank)
npz("npz_stored", several, zipfile.ZIP_STORED, others={"notes.txt": b"not an array"})
expect("npz_deflated", bank)
npz("npz_deflated", several)
expect("npz_one", bank)
npz("npz_one", {"w": bank}, others={"notes.txt": b"not an array"})
expect("npz_streamed", bank)
npz("npz_streamed", {"w": bank}, streamed=True)
npz("npz_many", {f"array{index:02}": np.ones((1, 1)) for index in range(12)})
npz("no_outside", {"../w": bank})
npz("no_absolute", {"/w": bank})
npz("no_method", {"w": bank}, zipfile.ZIP_BZIP2)
npz("no_array", {}, others={"notes.txt": b"not an array"})
npz("no_member", {})
npz("no_bomb", {"w": np.zeros((1 << 12, 1 << 10), "f4")})


def wide_npz(name, key, array):
    """All sizes and places of 64 bits, which Python writes only past 4 GB."""
    content = io.BytesIO()
    np.save(content, array)
    data, key = content.getvalue(), (key + ".npy").encode()
    checksum, none = zipfile.crc32(data), 0xFFFFFFFF
    local = struct.pack("<IHHHHHIIIHH", 0x04034B50, 45, 0, 0, 0, 33, checksum, none, none, len(key), 0)
    extra = struct.pack("<HH", 0x5455, 0) + struct.pack("<HHQQQ", 1, 24, len(data), len(data), 0)
    entry = struct.pack(
        "<IHHHHHHIIIHHHHHII", 0x02014B50, 45, 45, 0, 0, 0, 33, checksum, none, none, len(key),
        len(extra), 0, 0, 0, 0, none) + key + extra
    start = len(local + key + data)
    end = struct.pack("<IQHHIIQQQQ", 0x06064B50, 44, 45, 45, 0, 0, 1, 1, len(entry), start)
    locator = struct.pack("<IIQI", 0x07064B50, 0, start + len(entry), 1)
    old_end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 0xFFFF, 0xFFFF, none, none, 0)
    file = here / (name + ".npz")
    file.write_bytes(local + key + data + entry + end + locator + old_end)
    assert np.array_equal(np.load(file)["w"], array)
    expect(name, array)


wide_npz("npz_wide", "w", bank)
