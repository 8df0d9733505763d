/// How large one element of a matrix is drawn, and with what.
public struct CellShape: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// A number in a coloured box.
    case number
    /// A number between lines.
    case grid
    /// A sign in a coloured box.
    case mark
    /// Half a character: two rows of the matrix in one row of the screen; in few colours a sign for
    /// the mean of both.
    case half
  }

  public var kind: Kind
  /// The extent of the box in characters, without lines; a half is 1×1 for two rows.
  public var width: Int
  public var height: Int

  /// The lines at the far end of a row or column of cells.
  public var border: Int { kind == .grid ? 1 : 0 }

  /// The distance from one cell to the next.
  public var horizontalPitch: Int { width + border }
  public var verticalPitch: Int { height + border }

  /// Whether an outline needs the characters around its cells.
  public var outlineLiesOutside: Bool { kind == .mark || (kind == .number && height > 2) }

  public func width(columns: Int) -> Int { columns * horizontalPitch + border }

  public func height(rows: Int) -> Int {
    kind == .half ? (rows + 1) / 2 : rows * verticalPitch + border
  }

  /// How many columns fit into a width.
  public func columns(in width: Int) -> Int { max(0, (width - border) / horizontalPitch) }

  /// How many rows fit into a height.
  public func rows(in height: Int) -> Int {
    max(0, kind == .half ? height * 2 : (height - border) / verticalPitch)
  }

  /// Shapes for the numbers of a format, the most generous first: in block digits, then in characters.
  public static func candidates(_ format: NumberFormat, _ look: Look) -> [CellShape] {
    (look.hasBlocks ? blocks(format, look) : [])
      + (look.usesGrid ? gridded(digits: format.width) : boxed(digits: format.width))
  }

  /// The largest scale of block digits.
  private static let largestScale = 8

  /// Shapes for block digits at each scale: with more room about them, with less, and narrow.
  private static func blocks(_ format: NumberFormat, _ look: Look) -> [CellShape] {
    let kind: Kind = look.usesGrid ? .grid : .number
    let width = BlockNumber.width(of: format)
    var shapes: [CellShape] = []
    for scale in (1...largestScale).reversed() {
      let rows = BlockNumber.rows(scale: scale)
      // An outline lies on the lines of a grid, or else on the rows above and below a cell.
      let ring = kind == .grid || scale == 1 ? 0 : 2
      let least = rows + ring + (scale - 1) / 2
      for height in [least + 2, least] {
        let wide = max(2 * height + 1, width * scale + 2 * scale + 2)
        shapes.append(CellShape(kind: kind, width: wide, height: height))
        let narrow = (width + 2) * scale
        shapes.append(CellShape(kind: kind, width: narrow, height: height))
      }
    }
    return shapes
  }

  /// How large block digits the numbers of a format have room for in a cell; 0 for none.
  func digitScale(of format: NumberFormat, isOutlined: Bool, _ look: Look) -> Int {
    guard look.hasBlocks, kind == .number || kind == .grid, height > 2 else { return 0 }
    // Where the cells have no lines, an outline takes what lies around them.
    let rows = kind == .grid ? height : height - 2
    let margin = kind == .number && isOutlined ? 2 : 1
    let scale = max(1, rows * 2 / BlockGlyph.height)
    return min(scale, (width - margin) / BlockNumber.width(of: format))
  }

  private static func gridded(digits: Int) -> [CellShape] {
    [
      CellShape(kind: .grid, width: max(13, digits + 6), height: 5),
      CellShape(kind: .grid, width: max(9, digits + 4), height: 3),
      CellShape(kind: .grid, width: max(5, digits + 2), height: 1),
      CellShape(kind: .grid, width: digits + 2, height: 1),
      CellShape(kind: .number, width: digits + 3, height: 1),
      CellShape(kind: .number, width: digits + 2, height: 1),
      CellShape(kind: .number, width: digits + 1, height: 1),
    ]
  }

  private static func boxed(digits: Int) -> [CellShape] {
    [
      CellShape(kind: .number, width: max(11, digits + 4), height: 5),
      CellShape(kind: .number, width: max(7, digits + 3), height: 3),
      CellShape(kind: .number, width: max(5, digits + 2), height: 3),
      CellShape(kind: .number, width: max(5, digits + 2), height: 2),
      CellShape(kind: .number, width: max(5, digits + 2), height: 1),
      CellShape(kind: .number, width: digits + 2, height: 1),
      CellShape(kind: .number, width: digits + 1, height: 1),
    ]
  }

  /// Shapes for a picture, whose elements are as wide as they are high where that can be. In few
  /// colours a half has no outline.
  public static func squares(_ look: Look, isOutlined: Bool) -> [CellShape] {
    look.fillsCells ? [marks[0], half] : isOutlined ? marks : marks + [half]
  }

  /// Shapes that show sign and size without numbers, the largest first.
  public static func pictures(_ look: Look) -> [CellShape] {
    marks + (look.fillsCells ? [half] : [])
  }

  private static let marks = [
    CellShape(kind: .mark, width: 2, height: 1), CellShape(kind: .mark, width: 1, height: 1),
  ]
  private static let half = CellShape(kind: .half, width: 1, height: 1)
}
