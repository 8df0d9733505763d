import Drawing
import Model

/// Words of the edges scene.
extension Words {
  var edgesTitle: String { "Edges" }
  var edgesPurpose: String { "what an edge detector finds" }
  var allFour: String { "all four" }

  /// What to look for before the first window.
  func edgesQuestion(isTransposed: Bool) -> Line {
    isTransposed
      ? [
        Span("The transposed image: ", .accent),
        Span("its rows are the columns of X. Where will the output not be 0?"),
      ]
      : [
        Span("The window moves over X ", .accent),
        Span("and gives one number at each place. Where will the output not be 0?"),
      ]
  }

  /// How two neighbours compare of which one is subtracted from the other.
  ///
  /// - Parameter areEnds: Whether both are the image's darkest or brightest.
  func comparison(_ first: Float, _ second: Float, areBeside: Bool, areEnds: Bool) -> String {
    let (one, other) = areBeside ? ("left", "right") : ("above", "below")
    if first == second { return "\(one) and \(other) are equal" }
    guard first.isFinite, second.isFinite else { return "" }
    if areEnds {
      return first > second
        ? "\(one) is bright, \(other) is dark" : "\(one) is dark, \(other) is bright"
    }
    return first > second
      ? "\(one) is brighter than \(other)" : "\(one) is darker than \(other)"
  }

  // MARK: Conclusions

  /// The edges of an output by direction, with the numbers and places of some, as far as they fit.
  ///
  /// - Parameter sight: That of the kernel that made the output.
  func edges(_ found: FoundEdges, _ sight: KernelSight, width: Int) -> Line {
    if found.isBroken {
      return [Span("some numbers are NaN or ∞, so nothing can be said of edges")]
    }
    if found.isEmpty { return [Span("0 everywhere")] }
    if let constant = found.constant {
      return [Span("\(Formula.signed(constant)) everywhere, so no edge stands out")]
    }
    if sight.sum != 0, let range = found.range {
      let ends = "\(NumberText.short(range.lowerBound)) to \(NumberText.short(range.upperBound))"
      return Words.first(Span("from \(ends)"), Span(": brightness as well as edges"), width)
    }
    let pieces = found.pieces
    let uneven = pieces.reduce(0) { $0 + ($1.value == nil ? $1.count : 0) }
    if 2 * found.nonZero > found.count, 2 * uneven > found.nonZero {
      return Words.first(
        Span("not 0 at \(found.nonZero) of \(found.count) places"),
        Span(": edges all over, of many directions"), width)
    }
    let kinds = FoundEdges.Direction.allCases.compactMap { direction -> String? in
      let count = pieces.count { $0.direction == direction }
      return count == 0 ? nil : edges(count, direction, sight.isEven ? "line" : "edge")
    }
    var summary = Span(kinds.joined(separator: ", "))
    if summary.text.cellWidth > width {
      summary = Span(self.count(pieces.count, sight.isEven ? "line" : "edge"))
    }
    guard pieces.count <= 6 else { return [summary] }
    let places = pieces.map(place(of:)).joined(separator: [Span(", ")])
    let whole = [summary, Span(": ")] + Array(places)
    return whole.cellWidth <= width ? whole : [summary]
  }

  /// A span, and what follows it where that fits.
  private static func first(_ span: Span, _ next: Span, _ width: Int) -> Line {
    [span, next].cellWidth <= width ? [span, next] : [span]
  }

  private func edges(
    _ count: Int, _ direction: FoundEdges.Direction, _ noun: String
  ) -> String {
    switch direction {
    case .vertical: self.count(count, "vertical " + noun)
    case .horizontal: self.count(count, "horizontal " + noun)
    case .diagonal: self.count(count, "diagonal " + noun)
    case .slanting: self.count(count, "slanting or bent " + noun)
    case .point: self.count(count, "point")
    }
  }

  /// "+1 at column 2".
  private func place(of piece: FoundEdges.Piece) -> Line {
    let sign = piece.isPositive ? "+" : "−"
    let value = Span(
      piece.value.map { Formula.signed($0) } ?? sign, piece.isPositive ? .positive : .negative)
    func span(_ name: String, _ range: Range<Int>) -> String {
      range.count == 1
        ? " at \(name) \(range.lowerBound)"
        : " at \(name)s \(range.lowerBound)–\(range.upperBound - 1)"
    }
    switch piece.direction {
    case .vertical: return [value, Span(span("column", piece.block.columns))]
    case .horizontal: return [value, Span(span("row", piece.block.rows))]
    default: return [value]
    }
  }

  /// Why an image comes to 0 everywhere.
  func noEdges(in image: String, _ blindness: Blindness) -> Line {
    let start = Span("0 everywhere: ")
    switch blindness {
    case .flatImage: return [start, Span("\(image) is the same everywhere.")]
    case .horizontal:
      return [
        start,
        Span("\(image) has horizontal edges alone, and K compares left and right neighbours."),
      ]
    case .vertical:
      return [
        start,
        Span("\(image) has vertical edges alone, and K compares upper and lower neighbours."),
      ]
    case .cancelled: return [start, Span("in each window the products add up to 0.")]
    }
  }

  /// Which edges a kernel sees in any image.
  func sight(_ sight: KernelSight) -> Line {
    guard sight.sum.isFinite else { return [] }
    if sight.isZero { return [Span("Every weight of K is 0, so every output is 0.", .accent)] }
    guard sight.sum == 0 else {
      let sum = NumberText.short(sight.sum)
      return [
        Span("The weights of K add up to \(sum), not to 0: ", .accent),
        Span("where the image is flat, the output is \(sum) times its brightness."),
      ]
    }
    switch (sight.seesVerticalEdges, sight.seesHorizontalEdges) {
    case (true, false):
      return [
        Span("K compares left and right: ", .accent),
        Span("it finds vertical and slanting edges, but no horizontal ones."),
      ]
    case (false, true):
      return [
        Span("K compares above and below: ", .accent),
        Span("it finds horizontal and slanting edges, but no vertical ones."),
      ]
    case (true, true):
      return [
        Span("K compares in both directions: ", .accent),
        Span("it finds vertical edges as well as horizontal ones."),
      ]
    case (false, false):
      return [
        Span("Each row and each column of K adds up to 0: ", .accent),
        Span("it sees no straight vertical or horizontal edge, only corners and slanting edges."),
      ]
    }
  }
}
