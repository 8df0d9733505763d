"""Draws the glyphs of Sources/Drawing/Export/GlyphOutline+Data.swift out of DejaVu Sans Mono.

Run it at the root of the repository: python3 assets/glyphs.py
It needs fontTools, and DejaVuSansMono.ttf and DejaVuSans.ttf (Debian: fonts-dejavu-core).

A glyph is its scalar (two bytes, the higher one first), the number of its contours (a byte) and, for
each contour, the number of its points (a byte) and two bytes for each point, in the order of
TrueType: 128 where it is on the curve, plus its x; then its y. x counts 127ths of 10 units from half
a unit left of a cell, y counts 255ths of a cell's 17 units from above. A cell is 9 units wide; the
base line is 13 units below its upper edge.
"""

import base64
import pathlib
import textwrap

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

FONTS = pathlib.Path("/usr/share/fonts/truetype/dejavu")
SOURCES = pathlib.Path("Sources")
TARGET = SOURCES / "Drawing/Export/GlyphOutline+Data.swift"
SIZE, CELL, BASE_LINE, ADVANCE = 14.95, (9, 17), 13, 9


def glyphs_in_use():
    """Printable ASCII, and all else that stands in the sources and is no line, block or dot."""
    text = "".join(path.read_text() for path in SOURCES.rglob("*.swift") if path != TARGET)
    used = {ord(glyph) for glyph in text} | set(range(0x21, 0x7F))
    return sorted(
        code for code in used
        if 0x20 < code < 0x10000 and not 0x2500 <= code < 0x2595 and not 0x2800 <= code < 0x2900)


def outline(font, code):
    """The contours of a glyph as lists of (is on the curve, x, y), or None where there is none."""
    name = font.getBestCmap().get(code)
    if name is None:
        return None
    glyph_set = font.getGlyphSet()
    pen = DecomposingRecordingPen(glyph_set)
    glyph_set[name].draw(pen)
    scale = SIZE / font["head"].unitsPerEm
    width = glyph_set[name].width * scale
    squeeze = min(1, ADVANCE / width) if width else 1
    shift = (ADVANCE - width * squeeze) / 2
    contours = []

    def add(is_on, point):
        x = (point[0] * scale * squeeze + shift + 0.5) * 127 / 10
        y = (BASE_LINE - point[1] * scale) * 255 / CELL[1]
        contours[-1].append((is_on, min(127, max(0, round(x))), min(255, max(0, round(y)))))

    for verb, points in pen.value:
        if verb == "moveTo":
            contours.append([])
            add(True, points[0])
        elif verb == "lineTo":
            add(True, points[0])
        elif verb == "qCurveTo":
            for point in points[:-1]:
                add(False, point)
            if points[-1] is not None:
                add(True, points[-1])
    for contour in contours:
        if len(contour) > 1 and contour[0] == contour[-1]:
            contour.pop()
    return [contour for contour in contours if len(contour) > 2]


def main():
    fonts = [TTFont(FONTS / "DejaVuSansMono.ttf"), TTFont(FONTS / "DejaVuSans.ttf")]
    data = bytearray()
    for code in glyphs_in_use():
        contours = next(filter(None, (outline(font, code) for font in fonts)), None)
        if not contours:
            continue
        data += bytes([code >> 8, code & 0xFF, len(contours)])
        for contour in contours:
            data.append(len(contour))
            for is_on, x, y in contour:
                data += bytes([(128 if is_on else 0) + x, y])
    lines = textwrap.fill(
        base64.b64encode(data).decode(), 96, initial_indent="    ", subsequent_indent="    ")
    TARGET.write_text(f'''extension GlyphOutline {{
  /// The outlines of DejaVu Sans Mono, under the licence in assets/DejaVu-LICENSE.txt, in base 64.
  ///
  /// Drawn by assets/glyphs.py, which also says how they are stored.
  static let data = """
{lines}
    """
}}
''')
    print(f"{len(data)} bytes")


main()
