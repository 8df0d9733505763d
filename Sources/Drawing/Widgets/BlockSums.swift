/// Sums that are written in block digits where rows are left for them.
public struct BlockSums {
  /// The name of a sum, and the forms that it may have, the longest first: numbers and signs.
  public typealias Sum = (name: Span, forms: [Line])

  private let sums: [Sum]
  /// Whether each of them is drawn; else only its room is kept, so that nothing moves.
  private let areShown: [Bool]

  public init(_ sums: [Sum], isShown: Bool = true) {
    self.init(sums, areShown: sums.map { _ in isShown })
  }

  /// - Parameter areShown: As many as there are sums.
  public init(_ sums: [Sum], areShown: [Bool]) { (self.sums, self.areShown) = (sums, areShown) }

  /// One way to write all of them.
  struct Layout {
    fileprivate let lines: [BlockLine]
    fileprivate let isStacked: Bool
    private let areShown: [Bool]
    private let width: Int
    fileprivate var scale = 1

    /// The columns between two sums beside each other, and the rows between two that are not.
    private static let (columnGap, rowGap) = (8, 1)

    fileprivate init(_ lines: [BlockLine], isStacked: Bool, areShown: [Bool], in width: Int) {
      (self.lines, self.isStacked, self.areShown, self.width) = (lines, isStacked, areShown, width)
    }

    fileprivate var fits: Bool {
      let widths = lines.map { $0.width(scale: scale) }
      return isStacked
        ? widths.allSatisfy { $0 <= width }
        : widths.reduce(Layout.columnGap * (widths.count - 1), +) <= width
    }

    /// The rows that it takes.
    var height: Int {
      let height = BlockLine.height(scale: scale)
      return isStacked ? (height + Layout.rowGap) * lines.count - Layout.rowGap : height
    }

    /// The same in twice the size, where there is room.
    func enlarged(toHeight most: Int) -> Layout {
      var large = self
      large.scale = 2
      return large.fits && large.height <= most ? large : self
    }

    func draw(into frame: inout Frame, at point: Point, _ look: Look) {
      var point = point
      for (line, isShown) in zip(lines, areShown) {
        if isShown { line.draw(into: &frame, at: point, scale: scale, look) }
        if isStacked {
          point.row += BlockLine.height(scale: scale) + Layout.rowGap
        } else {
          point.column += line.width(scale: scale) + Layout.columnGap
        }
      }
    }
  }

  /// Draws the longest form that fits into a rectangle, in its upper left corner and as large as it can be
  /// there; nothing where none fits.
  public func draw(into frame: inout Frame, in rect: Rect, _ look: Look) {
    let fitting = layouts(width: rect.width, look).first { $0.height <= rect.height }
    fitting?.enlarged(toHeight: rect.height).draw(
      into: &frame, at: Point(row: rect.row, column: rect.column), look)
  }

  /// All ways that fit into a width, the best first: long forms, then few rows, then one without a name.
  func layouts(width: Int, _ look: Look) -> [Layout] {
    guard look.hasBlocks, !sums.isEmpty else { return [] }
    let count = sums.reduce(0) { max($0, $1.forms.count) }
    func layouts(form: Int, isNamed: Bool) -> [Layout] {
      let forms = sums.compactMap {
        $0.forms.isEmpty ? nil : $0.forms[min(form, $0.forms.count - 1)]
      }
      // Question marks alone tell nothing.
      guard forms.count == sums.count,
        !look.hidesSums || forms.contains(where: \.tellsMoreThanResults)
      else { return [] }
      let lines = zip(sums, forms).compactMap {
        BlockLine(isNamed ? $0.name : Span(""), $1, look)
      }
      guard lines.count == sums.count else { return [] }
      return (lines.count > 1 ? [false, true] : [false])
        .map { Layout(lines, isStacked: $0, areShown: areShown, in: width) }
        .filter(\.fits)
    }
    // One sum is told from no other by its name.
    return (0..<count).flatMap { layouts(form: $0, isNamed: true) }
      + (sums.count > 1 ? [] : layouts(form: count - 1, isNamed: false))
  }
}

extension Line {
  /// Whether it has numbers that lead to a result and are shown though results are hidden.
  fileprivate var tellsMoreThanResults: Bool {
    contains { !$0.isResult && !$0.leadsToResult && $0.text.contains(where: \.isNumber) }
  }
}
