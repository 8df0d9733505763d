import Formats

extension Export {
  /// The frame as a PNG picture, of two pixels for each unit of `GlyphShape.cell`.
  public static func png(_ frame: Frame, ink: Color, ground: Color) -> [UInt8] {
    var picture = PixelPicture(frame.size, PictureColors(ink: ink, ground: ground))
    for row in 0..<frame.size.height {
      for (column, cell) in frame.row(row).enumerated() {
        picture.draw(cell, row: row, column: column)
      }
    }
    return PNGWriter.encode(picture.pixels, width: picture.width, height: picture.height)
  }
}

/// Cells drawn as pixels: lines and blocks from their rectangles, text from outlines.
public struct PixelPicture {
  public let width: Int
  public let height: Int
  /// Red, green and blue of each pixel, row after row.
  public private(set) var pixels: [UInt8]
  private let colors: PictureColors
  /// The glyphs that were drawn already.
  private var coverages: [Glyph: [Float]] = [:]

  private struct Glyph: Hashable {
    let glyph: Character
    let isBold: Bool
  }

  /// The most cells that are drawn: 184 MB of pixels.
  public static let mostCells = 100_000

  /// The pixels of a unit.
  private static let scale = 2
  /// What makes a glyph bold, in units.
  private static let thickening: Float = 0.25
  private static let cell = Size(
    width: GlyphShape.cell.width * scale, height: GlyphShape.cell.height * scale)

  public init(_ size: Size, _ colors: PictureColors) {
    self.colors = colors
    width = size.width * PixelPicture.cell.width
    height = size.height * PixelPicture.cell.height
    pixels = [UInt8](repeating: 0, count: 3 * width * height)
  }

  public mutating func draw(_ cell: Cell, row: Int, column: Int) {
    let ink = colors.ink(of: cell.style)
    let scale = PixelPicture.scale
    let place = Rect(
      row: row * PixelPicture.cell.height, column: column * PixelPicture.cell.width,
      width: PixelPicture.cell.width, height: PixelPicture.cell.height)
    fill(place, colors.ground(of: cell.style))
    if cell.style.attributes.contains(.underline) {
      fill(
        Rect(row: place.row + 14 * scale, column: place.column, width: place.width, height: scale),
        ink)
    }
    if let shape = GlyphShape(cell.glyph) {
      for part in shape.rects {
        let rect = Rect(
          row: place.row + part.row * scale, column: place.column + part.column * scale,
          width: part.width * scale, height: part.height * scale)
        fill(rect, ink, share: Float(shape.quarters) / 4)
      }
    } else if cell.glyph != " ", !cell.isContinuation {
      let coverage = coverage(of: cell)
      for (index, share) in coverage.enumerated() where share > 0 {
        blend(
          ink, share, row: place.row + index / place.width,
          column: place.column + index % place.width)
      }
    }
  }

  private mutating func coverage(of cell: Cell) -> [Float] {
    let key = Glyph(glyph: cell.glyph, isBold: cell.style.attributes.contains(.bold))
    if let known = coverages[key] { return known }
    let coverage = GlyphOutline.of(cell.glyph).coverage(
      scale: PixelPicture.scale, thickening: key.isBold ? PixelPicture.thickening : 0)
    coverages[key] = coverage
    return coverage
  }

  private mutating func fill(_ rect: Rect, _ color: Color, share: Float = 1) {
    for row in rect.rows {
      for column in rect.columns { blend(color, share, row: row, column: column) }
    }
  }

  /// Lays a colour over a pixel.
  private mutating func blend(_ color: Color, _ share: Float, row: Int, column: Int) {
    let start = 3 * (row * width + column)
    for (offset, value) in [color.red, color.green, color.blue].enumerated() {
      let old = Float(pixels[start + offset])
      pixels[start + offset] = UInt8((old + (Float(value) - old) * share).rounded())
    }
  }
}
