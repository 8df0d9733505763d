import Glibc

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
    /// A picture at any scale, four pixels in a character; its box is that of the whole picture.
    case picture
  }

  public var kind: Kind
  /// The extent of the box in characters, without lines; a half is 1×1 for two rows.
  public var width: Int
  public var height: Int
  /// Whether block digits leave no more than half a row above and below them, for an outline.
  var isTight = false

  /// The lines at the far end of a row or column of cells.
  public var border: Int { kind == .grid ? 1 : 0 }

  /// The distance from one cell to the next.
  public var horizontalPitch: Int { width + border }
  public var verticalPitch: Int { height + border }

  /// Whether an outline needs the characters around its cells.
  public var outlineLiesOutside: Bool { kind == .mark || (kind == .number && height > 2) }

  /// Whether an outline has the free half rows between block digits.
  func hasHalfRowOutline(_ format: NumberFormat, _ look: Look) -> Bool {
    kind == .number && height > 2 && (height < 5 || isTight) && digitScale(of: format, look) > 0
  }

  public func width(columns: Int) -> Int {
    kind == .picture ? width : columns * horizontalPitch + border
  }

  public func height(rows: Int) -> Int {
    switch kind {
    case .picture: height
    case .half: (rows + 1) / 2
    default: rows * verticalPitch + border
    }
  }

  /// How many columns fit into a width.
  public func columns(in width: Int) -> Int {
    kind == .picture ? .max : max(0, (width - border) / horizontalPitch)
  }

  /// How many rows fit into a height.
  public func rows(in height: Int) -> Int {
    switch kind {
    case .picture: .max
    case .half: max(0, height * 2)
    default: max(0, (height - border) / verticalPitch)
    }
  }

  /// Shapes for the numbers of a format, the most generous first: in block digits, then in characters.
  ///
  /// - Parameter height: The most rows that a cell may have, beyond which none is looked for.
  public static func candidates(
    _ format: NumberFormat, _ look: Look, height: Int
  ) -> [CellShape] {
    (look.hasBlocks && height > 2 ? blocks(format, look, height: height) : [])
      + (look.usesGrid ? gridded(digits: format.width) : boxed(format))
  }

  /// The largest scale of block digits.
  private static let largestScale = 8

  /// Shapes for block digits at each scale, with lines between them where colours are few. In a colour
  /// a digit keeps off the lines.
  private static func blocks(
    _ format: NumberFormat, _ look: Look, height most: Int
  ) -> [CellShape] {
    let kind = look.usesGrid ? Kind.grid : .number
    let width = BlockNumber.width(of: format)
    var shapes: [CellShape] = []
    let largest = max(1, min(largestScale, most * 2 / BlockGlyph.height))
    for scale in (1...largest).reversed() {
      let rows = BlockNumber.rows(scale: scale)
      // An outline lies on the lines of a grid, or else on the rows above and below a cell.
      let ring = kind == .grid || scale == 1 ? 0 : 2
      let least = rows + ring + (scale - 1) / 2
      // Larger digits would touch those of the next cell.
      let canBeTight = scale <= 2
      func add(height: Int) {
        let narrow = (width + 2) * scale
        func add(width: Int) {
          shapes.append(
            CellShape(kind: kind, width: width, height: height, isTight: height < least))
        }
        add(width: max(2 * height + 1, narrow + 2))
        add(width: narrow + 2)
        add(width: narrow)
        if canBeTight { add(width: width * scale + 2) }
      }
      add(height: least + 2)
      if kind == .number || !look.fillsCells { add(height: least) }
      if ring > 0, canBeTight { add(height: tightHeight(scale: scale)) }
    }
    return shapes
  }

  /// The rows of a cell with half a row free above its digits.
  private static func tightHeight(scale: Int) -> Int { (BlockGlyph.height * scale + 2) / 2 }

  /// How large block digits the numbers of a format have room for in a cell; 0 for none.
  func digitScale(of format: NumberFormat, _ look: Look) -> Int {
    guard look.hasBlocks, kind == .number || kind == .grid, height > 2 else { return 0 }
    // Where the cells have no lines, an outline takes what lies around them.
    let rows = kind == .grid ? height - (look.fillsCells ? 1 : 0) : height - 2
    let margin = kind == .number ? 2 : 1
    let scale =
      isTight ? (2 * height - 1) / BlockGlyph.height : max(1, rows * 2 / BlockGlyph.height)
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

  private static func boxed(_ format: NumberFormat) -> [CellShape] {
    let digits = format.width
    // Beside longer numbers, short ones may still have room for block digits.
    let blocks = BlockNumber.width(of: format) + 2
    let least = max(5, digits + 2)
    return [
      CellShape(kind: .number, width: max(11, digits + 4), height: 5),
      CellShape(kind: .number, width: max(7, digits + 3), height: 3),
      CellShape(kind: .number, width: blocks <= 8 ? max(least, blocks) : least, height: 3),
      CellShape(kind: .number, width: least, height: 3),
      CellShape(kind: .number, width: least, height: 2),
      CellShape(kind: .number, width: digits + 2, height: 2),
      CellShape(kind: .number, width: least, height: 1),
      CellShape(kind: .number, width: digits + 2, height: 1),
      CellShape(kind: .number, width: digits + 1, height: 2),
      CellShape(kind: .number, width: digits + 1, height: 1),
    ]
  }

  /// A number in one row.
  static func small(_ format: NumberFormat, _ look: Look) -> CellShape {
    CellShape(kind: look.usesGrid ? .grid : .number, width: format.width + 2, height: 1)
  }

  /// The shape in which a picture fills a place as far as its sides allow.
  static func picture(_ extent: Block, in size: Size) -> CellShape {
    let (rows, columns) = (Float(extent.rows.count), Float(extent.columns.count))
    let scale = min(Float(size.width) / columns, Float(2 * size.height) / rows)
    func side(_ length: Float, atMost most: Int) -> Int {
      max(1, min(most, Int(length.rounded())))
    }
    return CellShape(
      kind: .picture, width: side(columns * scale, atMost: size.width),
      height: side(rows * scale / 2, atMost: size.height))
  }

  static let shrunkCount = 99

  /// Shapes in which all of a matrix is a picture, smaller and smaller.
  static func shrunk(_ extent: Block) -> [CellShape] {
    (1...shrunkCount).map { step in
      let scale = powf(0.95, Float(step))
      func side(_ count: Int, _ scale: Float) -> Int {
        max(1, Int((Float(count) * scale).rounded()))
      }
      return CellShape(
        kind: .picture, width: side(extent.columns.count, scale),
        height: side(extent.rows.count, scale / 2))
    }
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
