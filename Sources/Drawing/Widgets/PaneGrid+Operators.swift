extension PaneGrid {
  /// How large the operators between panes are: as the smallest block digits, half as wide, or as text.
  enum OperatorSize: CaseIterable {
    case large, slim, text

    /// The sizes that may be, the largest first.
    ///
    /// - Parameter hasBlocks: Whether the panes have block digits.
    static func choices(_ hasBlocks: Bool, _ look: Look) -> [OperatorSize] {
      hasBlocks ? look.fillsCells ? [.large, .slim, .text] : [.large, .text] : [.text]
    }

    /// The columns between two panes with an operator, of which one at each side stays free.
    ///
    /// - Parameter least: The columns that there are in any case.
    func gap(_ least: Int, _ name: String) -> Int {
      guard self != .text, !name.isEmpty, let sign = BlockNumber(name) else { return least }
      return max(least, (self == .slim ? sign.slimWidth(scale: 1) : sign.width) + 2)
    }

    /// All gaps together.
    func width(_ gaps: [Int], _ names: [String]) -> Int {
      zip(gaps, names).reduce(0) { $0 + gap($1.0, $1.1) }
    }
  }

  /// What stands between two panes, in the columns between them.
  struct Operator {
    let text: String
    let row: Int
    let columns: Range<Int>

    private var sign: BlockNumber? { BlockNumber(text) }

    /// The largest scale with which it has room, with a column at both sides; 0 for a character.
    var largestScale: Int { sign.map { max(0, columns.count - 2) / $0.width } ?? 0 }

    /// Whether it has room half as wide as at scale 1.
    var hasRoomForSlim: Bool {
      sign.map { $0.slimWidth(scale: 1) + 2 <= columns.count } ?? false
    }

    /// - Parameter scale: That of block digits; 0 for a character.
    func draw(
      into frame: inout Frame, scale: Int, isSlim: Bool, _ role: Role, _ look: Look
    ) {
      var style = look.style(role)
      guard scale > 0, let sign else {
        let before = max(0, columns.count - text.cellWidth + 1) / 2
        frame.write(text, at: Point(row: row, column: columns.lowerBound + before), style)
        return
      }
      style.background = look.page.background
      let height = BlockNumber.rows(scale: scale)
      let box = Rect(
        row: row - height / 2, column: columns.lowerBound, width: columns.count, height: height)
      isSlim
        ? sign.drawSlim(into: &frame, in: box, scale: scale, style)
        : sign.draw(into: &frame, in: box, scale: scale, style)
    }
  }

  /// The columns between panes with those that are left.
  ///
  /// - Parameter large: Operators in block digits, whose needs come first; none where digits are small.
  static func widened(_ gaps: [Int], _ large: [String], by spare: Int) -> [Int] {
    guard !gaps.isEmpty else { return [] }
    var (wide, rest) = (gaps, spare)
    for size in [OperatorSize.large, .slim] {
      let needs = zip(gaps, large).map { size.gap($0, $1) - $0 }
      let sum = needs.reduce(0, +)
      guard sum <= spare else { continue }
      for (index, need) in needs.enumerated() { wide[index] += need }
      rest -= sum
      break
    }
    return wide.map { $0 + min(6, rest / gaps.count) }
  }
}
