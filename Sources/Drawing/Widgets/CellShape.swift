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
  /// Whether a free row lies above, between and below the cells, on which an outline runs.
  var sharesRows = false
  /// Whether its block digits are half as wide as they are elsewhere.
  var isSlim = false
  /// Whether its block digits leave but one column of a cell free.
  var isTight = false
  /// Whether an outline runs beside its cells alone, though digits leave rows free.
  var hasBarsOnly = false

  /// The lines at the far end of a row of cells.
  var horizontalBorder: Int { kind == .grid ? 1 : 0 }
  /// Those at the far end of a column of cells.
  var verticalBorder: Int { kind == .grid || sharesRows ? 1 : 0 }

  /// The distance from one cell to the next.
  public var horizontalPitch: Int { width + horizontalBorder }
  public var verticalPitch: Int { height + verticalBorder }

  /// Whether an outline runs around its cells; else only beside them, since digits of a scale leave no
  /// row free.
  func isOutlinedAround(scale: Int) -> Bool {
    if hasBarsOnly { return false }
    return kind != .number || sharesRows || height > (scale > 0 ? 3 : 2)
  }

  /// Where the lines above and below an outlined block lie, each half a row high.
  enum EdgeRows {
    /// In the rows around it, beside it.
    case around
    /// In the rows that cells share.
    case shared
    /// In the first half row of its own cells, and of those below it: digits leave that free.
    case between
    /// In the last half row of the cells above it, and of its own, whose numbers stand in the first of
    /// two rows.
    case below
    /// Nowhere: no row is free.
    case none
  }

  func edgeRows(scale: Int) -> EdgeRows {
    if sharesRows { return .shared }
    if isOutlinedAround(scale: scale) { return .around }
    if hasBarsOnly { return .between }
    return scale == 0 && height == 2 ? .below : .none
  }

  /// Whether an outline needs the rows above and below all cells.
  func needsRing(scale: Int) -> Bool {
    kind == .mark || (kind == .number && !sharesRows && isOutlinedAround(scale: scale))
  }

  public func width(columns: Int) -> Int {
    kind == .picture ? width : columns * horizontalPitch + horizontalBorder
  }

  public func height(rows: Int) -> Int {
    switch kind {
    case .picture: height
    case .half: (rows + 1) / 2
    default: rows * verticalPitch + verticalBorder
    }
  }

  /// How many columns fit into a width.
  public func columns(in width: Int) -> Int {
    kind == .picture ? .max : max(0, (width - horizontalBorder) / horizontalPitch)
  }

  /// How many rows fit into a height.
  public func rows(in height: Int) -> Int {
    switch kind {
    case .picture: .max
    case .half: max(0, height * 2)
    default: max(0, (height - verticalBorder) / verticalPitch)
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

  /// The largest scale of block digits that stand one free row apart, and of slim ones.
  private static let (largestClose, largestSlim) = (3, 2)

  /// Shapes for block digits at each scale, with lines between them where colours are few.
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
      let isClose = scale <= largestClose
      func add(height: Int, sharesRows: Bool = false) {
        let narrow = (width + 2) * scale
        func add(width: Int) {
          shapes.append(
            CellShape(kind: kind, width: width, height: height, sharesRows: sharesRows))
        }
        add(width: max(2 * height + 1, narrow + 2))
        add(width: narrow + 2)
        if scale == 1 { add(width: narrow + 1) }
        add(width: narrow)
        // Between two numbers there is more room than between two digits; a minus needs it all.
        if isClose, scale > 1 {
          add(width: format.width > format.digits ? narrow : width * scale + scale + 1)
          add(width: width * scale + scale)
        }
      }
      add(height: least + 2)
      if kind == .grid || scale > 1 { add(height: least) }
      if kind == .number {
        if isClose { add(height: rows, sharesRows: true) }
        if scale == 1 {
          add(height: rows)
          shapes += [true, false].map { sharesRows in
            var shape = CellShape(
              kind: kind, width: width + 1, height: rows, sharesRows: sharesRows)
            shape.isTight = true
            return shape
          }
        }
        if scale <= largestSlim { shapes += slim(format, scale: scale) }
      }
    }
    return shapes
  }

  /// Shapes for block digits of half the width; a minus stands closer to the number before it.
  private static func slim(_ format: NumberFormat, scale: Int) -> [CellShape] {
    let rows = BlockNumber.rows(scale: scale)
    let width = BlockNumber.slimWidth(ofPixels: BlockNumber.width(of: format) * scale)
    let gaps = [scale + 1, format.width > format.digits ? 1 : 2, 1]
    let widths = [max(2 * rows, width + gaps[0])] + gaps.map { width + $0 }
    return (scale > 1 ? [true] : [true, false]).flatMap { isSpread in
      widths.map {
        CellShape(kind: .number, width: $0, height: rows, sharesRows: isSpread, isSlim: true)
      }
    }
  }

  /// Whether slim digits leave but one column of a cell free.
  func isFull(of format: NumberFormat) -> Bool {
    let scale = max(1, 2 * height / BlockGlyph.height)
    return isSlim
      && width <= BlockNumber.slimWidth(ofPixels: BlockNumber.width(of: format) * scale) + 1
  }

  /// How large block digits the numbers of a format have room for in a cell; 0 for none.
  func digitScale(of format: NumberFormat, _ look: Look) -> Int {
    guard look.hasBlocks, kind == .number || kind == .grid, height > 2 else { return 0 }
    // Where the cells have no lines, an outline takes what lies around them.
    let rows = verticalBorder > 0 ? height : height - 2
    let scale = max(1, rows * 2 / BlockGlyph.height)
    let pixels = isSlim ? 2 * (width - 1) : width - (kind == .number && !isTight ? 2 : 1)
    return min(scale, pixels / BlockNumber.width(of: format))
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
