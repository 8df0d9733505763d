/// Labels on one line that keep a blank between them, so that two numbers never read as one.
public struct LabelRow {
  /// The columns of the line.
  public let columns: Range<Int>
  private var taken: [Range<Int>] = []

  public init(_ columns: Range<Int>) { self.columns = columns }

  /// Takes the room for a label that starts at a column, or as near to it as the line's ends allow.
  ///
  /// - Returns: Where it starts; nil where it does not fit whole.
  public mutating func place(_ label: String, at column: Int) -> Int? {
    let width = label.cellWidth
    guard width <= columns.count else { return nil }
    let start = max(columns.lowerBound, min(column, columns.upperBound - width))
    let room = start - 1..<start + width + 1
    guard !taken.contains(where: room.overlaps) else { return nil }
    taken.append(start..<start + width)
    return start
  }
}
