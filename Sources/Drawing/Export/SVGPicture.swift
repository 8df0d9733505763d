/// The elements of the picture drawn so far.
public struct SVGPicture {
  private let colors: PictureColors
  public private(set) var shapes = ""
  public private(set) var text = ""

  public init(_ colors: PictureColors) { self.colors = colors }

  /// Draws the cells of one row.
  public mutating func draw(_ cells: [Cell], row: Int) {
    drawGround(cells, row: row)
    for run in cells.runs(by: { colors.ink(of: $0.style) }) {
      drawShapes(cells, run, row: row)
    }
    for run in cells.runs(by: { TextLook(fill: colors.ink(of: $0.style), $0) }) {
      drawText(cells, run, row: row)
    }
  }

  private mutating func drawGround(_ cells: [Cell], row: Int) {
    for run in cells.runs(by: { colors.ground(of: $0.style) }) {
      let fill = colors.ground(of: cells[run.lowerBound].style)
      guard fill != colors.ground else { continue }
      let rect = Rect(row: row, column: run.lowerBound, width: run.count, height: 1)
      shapes += "<path fill=\"\(fill.css)\" d=\"\(rect.scaled.path)\"/>\n"
    }
  }

  private mutating func drawShapes(_ cells: [Cell], _ run: Range<Int>, row: Int) {
    var paths: [Int: String] = [:]
    for column in run {
      guard let shape = GlyphShape(cells[column].glyph) else { continue }
      let cell = GlyphShape.cell
      for part in shape.rects {
        let rect = Rect(
          row: row * cell.height + part.row, column: column * cell.width + part.column,
          width: part.width, height: part.height)
        paths[shape.quarters, default: ""] += rect.path
      }
    }
    let fill = colors.ink(of: cells[run.lowerBound].style).css
    for (quarters, path) in paths.sorted(by: { $0.key < $1.key }) {
      let opacity = quarters < 4 ? " fill-opacity=\"0.\(quarters * 25)\"" : ""
      shapes += "<path fill=\"\(fill)\"\(opacity) d=\"\(path)\"/>\n"
    }
  }

  /// A run of ASCII goes into one element with its length; any other glyph, which may come from
  /// another font, has one of its own.
  private mutating func drawText(_ cells: [Cell], _ run: Range<Int>, row: Int) {
    let look = TextLook(fill: colors.ink(of: cells[run.lowerBound].style), cells[run.lowerBound])
    guard look.isSeen else { return }
    let cell = GlyphShape.cell
    let glyphs = String(cells[run].map(\.glyph).filter { $0 != Cell.continuation })
    let length = look.isASCII || run.count > 1 ? " textLength=\"\(run.count * cell.width)\"" : ""
    text +=
      "<text x=\"\(run.lowerBound * cell.width)\" y=\"\(row * cell.height + 13)\"\(length)"
      + " fill=\"\(look.fill.css)\"\(look.attributes)>\(glyphs.escapedForXML)</text>\n"
  }
}

/// What cells must share to go into one text element.
private struct TextLook: Hashable {
  let fill: Color
  let isBold: Bool
  let isUnderlined: Bool
  let isASCII: Bool
  let isSeen: Bool
  /// Set where the glyph must stand alone.
  var glyph: Character?

  init(fill: Color, _ cell: Cell) {
    self.fill = fill
    isBold = cell.style.attributes.contains(.bold)
    isUnderlined = cell.style.attributes.contains(.underline)
    isASCII = cell.glyph.isASCII && !cell.isContinuation
    isSeen =
      !cell.isContinuation && (cell.glyph != " " || isUnderlined)
      && GlyphShape(cell.glyph) == nil
    if isSeen && !isASCII { glyph = cell.glyph }
  }

  var attributes: String {
    (isBold ? " font-weight=\"bold\"" : "")
      + (isUnderlined ? " text-decoration=\"underline\"" : "")
  }
}

extension Rect {
  fileprivate var path: String { "M\(column) \(row)h\(width)v\(height)h-\(width)z" }

  /// This rectangle of cells in the units of the picture.
  fileprivate var scaled: Rect {
    let cell = GlyphShape.cell
    return Rect(
      row: row * cell.height, column: column * cell.width, width: width * cell.width,
      height: height * cell.height)
  }
}

extension Color {
  /// This colour as style sheets write it.
  public var css: String {
    let digits = String(hex, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }
}

extension String {
  fileprivate var escapedForXML: String {
    reduce(into: "") { text, glyph in
      switch glyph {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      default: text.append(glyph)
      }
    }
  }
}

extension Array where Element == Cell {
  /// The longest ranges of neighbours for which `key` is the same.
  fileprivate func runs<Key: Equatable>(by key: (Cell) -> Key) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    for index in indices where index + 1 == count || key(self[index]) != key(self[index + 1]) {
      runs.append(start..<index + 1)
      start = index + 1
    }
    return runs
  }
}
