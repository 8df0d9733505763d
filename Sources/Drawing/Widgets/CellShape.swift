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

  /// Shapes for numbers of up to `digits` characters, the most generous first.
  public static func candidates(digits: Int, _ look: Look) -> [CellShape] {
    look.usesGrid
      ? [
        CellShape(kind: .grid, width: max(17, digits + 8), height: 7),
        CellShape(kind: .grid, width: max(13, digits + 6), height: 5),
        CellShape(kind: .grid, width: max(9, digits + 4), height: 3),
        CellShape(kind: .grid, width: max(5, digits + 2), height: 1),
        CellShape(kind: .grid, width: digits + 2, height: 1),
        CellShape(kind: .number, width: digits + 3, height: 1),
        CellShape(kind: .number, width: digits + 2, height: 1),
        CellShape(kind: .number, width: digits + 1, height: 1),
      ]
      : [
        CellShape(kind: .number, width: max(19, digits + 8), height: 9),
        CellShape(kind: .number, width: max(15, digits + 6), height: 7),
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
