import Drawing
import Model

/// Words of the edges scene.
extension Words {
  var edgesTitle: String { say("Edges", "边缘") }
  var edgesPurpose: String { say("what an edge detector finds", "边缘检测器找到什么") }
  var allFour: String { say("all four", "四幅全部") }

  /// What to look for before the first window.
  ///
  /// - Parameter asks: Whether the question stands there too; a lesson asks by itself.
  func edgesQuestion(isTransposed: Bool, asks: Bool = true) -> Line {
    let (purpose, question): (Line, Line) =
      isTransposed
      ? (
        [
          Span(say("Xᵀ is X transposed: ", "Xᵀ 是 X 的转置："), .accent),
          Span(say("rows become columns.", "它的行是 X 的列。")),
        ], [Span(say(" What will K find in it?", "K 会在其中找到什么？"))]
      )
      : (
        [
          Span(say("The window moves over X ", "窗口在 X 上移动，"), .accent),
          Span(say("and gives a number each time.", "每次给出一个数。")),
        ], [Span(say(" Where is it not 0?", "哪里不为 0？"))]
      )
    return asks ? purpose + question : purpose
  }

  /// How two neighbours compare of which one is subtracted from the other.
  ///
  /// - Parameter areEnds: Whether both are the image's darkest or brightest.
  func comparison(_ first: Float, _ second: Float, areBeside: Bool, areEnds: Bool) -> String {
    let (one, other) =
      areBeside ? (say("left", "左边"), say("right", "右边")) : (say("above", "上面"), say("below", "下面"))
    if first == second { return say("\(one) and \(other) are equal", "\(one)与\(other)相等") }
    guard first.isFinite, second.isFinite else { return "" }
    if areEnds {
      return first > second
        ? say("\(one) is bright, \(other) is dark", "\(one)亮，\(other)暗")
        : say("\(one) is dark, \(other) is bright", "\(one)暗，\(other)亮")
    }
    return first > second
      ? say("\(one) is brighter than \(other)", "\(one)比\(other)亮")
      : say("\(one) is darker than \(other)", "\(one)比\(other)暗")
  }

  // MARK: Conclusions

  /// The edges of an output by direction, with the numbers and places of some, as far as they fit.
  ///
  /// - Parameter sight: That of the kernel that made the output.
  func edges(_ found: FoundEdges, _ sight: KernelSight, width: Int) -> Line {
    if found.isBroken {
      return [
        Span(
          say("some numbers are NaN or ∞, so nothing can be said of edges", "有些数是 NaN 或 ∞，无法判断边缘"))
      ]
    }
    if found.isEmpty { return [Span(say("0 everywhere", "处处为 0"))] }
    if let constant = found.constant {
      return [
        Span(
          say(
            "\(Formula.signed(constant)) everywhere, so no edge stands out",
            "处处为 \(Formula.signed(constant))，没有突出的边缘"))
      ]
    }
    if sight.sum != 0, let range = found.range {
      let ends = say(
        "\(NumberText.short(range.lowerBound)) to \(NumberText.short(range.upperBound))",
        "\(NumberText.short(range.lowerBound)) 到 \(NumberText.short(range.upperBound))")
      return Words.first(
        Span(say("from \(ends)", "从 \(ends)")),
        Span(say(": brightness as well as edges", "：既有亮度，也有边缘")), width)
    }
    let pieces = found.pieces
    let uneven = pieces.reduce(0) { $0 + ($1.value == nil ? $1.count : 0) }
    if 2 * found.nonZero > found.count, 2 * uneven > found.nonZero {
      return Words.first(
        Span(
          say(
            "not 0 at \(found.nonZero) of \(found.count) places",
            "\(found.count) 处中有 \(found.nonZero) 处不为 0")),
        Span(say(": edges all over, of many directions", "：到处是各个方向的边缘")), width)
    }
    let kinds = FoundEdges.Direction.allCases.compactMap { direction -> String? in
      let count = pieces.count { $0.direction == direction }
      return count == 0
        ? nil : edges(count, direction, isEven: sight.isEven)
    }
    var summary = Span(kinds.joined(separator: say(", ", "、")))
    if summary.text.cellWidth > width {
      summary = Span(
        self.found(pieces.count, "", "", isEven: sight.isEven))
    }
    guard pieces.count <= 6 else { return [summary] }
    let places = pieces.map(place(of:)).joined(separator: [Span(say(", ", "、"))])
    let whole = [summary, Span(say(": ", "："))] + Array(places)
    return whole.cellWidth <= width ? whole : [summary]
  }

  /// A span, and what follows it where that fits.
  private static func first(_ span: Span, _ next: Span, _ width: Int) -> Line {
    [span, next].cellWidth <= width ? [span, next] : [span]
  }

  private func edges(
    _ count: Int, _ direction: FoundEdges.Direction, isEven: Bool
  ) -> String {
    switch direction {
    case .vertical: found(count, "vertical ", "垂直", isEven: isEven)
    case .horizontal: found(count, "horizontal ", "水平", isEven: isEven)
    case .diagonal: found(count, "diagonal ", "对角", isEven: isEven)
    case .slanting: found(count, "slanting or bent ", "倾斜或弯曲的", isEven: isEven)
    case .point: say(self.count(count, "point"), "\(count) 个点")
    }
  }

  /// A line where a kernel sees two sides alike, an edge where it sees them differ.
  private func found(
    _ count: Int, _ english: String, _ chinese: String, isEven: Bool
  ) -> String {
    say(
      self.count(count, english + (isEven ? "line" : "edge")),
      "\(count) 条\(chinese)\(isEven ? "线" : "边缘")")
  }

  /// "+1 at column 2".
  private func place(of piece: FoundEdges.Piece) -> Line {
    let sign = piece.isPositive ? "+" : "−"
    let value = Span(
      piece.value.map { Formula.signed($0) } ?? sign, piece.isPositive ? .positive : .negative)
    func span(_ name: String, _ range: Range<Int>) -> String {
      range.count == 1
        ? say(" at \(name) \(range.lowerBound)", " 在第 \(range.lowerBound) \(name)")
        : say(
          " at \(name)s \(range.lowerBound)–\(range.upperBound - 1)",
          " 在第 \(range.lowerBound)–\(range.upperBound - 1) \(name)")
    }
    switch piece.direction {
    case .vertical: return [value, Span(span(say("column", "列"), piece.block.columns))]
    case .horizontal: return [value, Span(span(say("row", "行"), piece.block.rows))]
    default: return [value]
    }
  }

  /// Why an image comes to 0 everywhere.
  func noEdges(in image: String, _ blindness: Blindness) -> Line {
    let start = Span(say("0 everywhere: ", "处处为 0："))
    switch blindness {
    case .flatImage:
      return [start, Span(say("\(image) is the same everywhere.", "\(image) 各处相同。"))]
    case .horizontal:
      return [
        start,
        Span(
          say(
            "\(image) has horizontal edges alone, and K compares left and right neighbours.",
            "\(image) 只有水平边缘，而 K 比较左右相邻的数。")),
      ]
    case .vertical:
      return [
        start,
        Span(
          say(
            "\(image) has vertical edges alone, and K compares upper and lower neighbours.",
            "\(image) 只有垂直边缘，而 K 比较上下相邻的数。")),
      ]
    case .cancelled:
      return [start, Span(say("in each window the products add up to 0.", "每个窗口中的乘积之和为 0。"))]
    }
  }

  /// Which edges a kernel sees in any image.
  func sight(_ sight: KernelSight) -> Line {
    guard sight.sum.isFinite else { return [] }
    if sight.isZero {
      return [
        Span(
          say("Every weight of K is 0, so every output is 0.", "K 的每个权重都是 0，所以每个输出都是 0。"), .accent)
      ]
    }
    guard sight.sum == 0 else {
      let sum = NumberText.short(sight.sum)
      return [
        Span(
          say("The weights of K add up to \(sum), not to 0: ", "K 的权重之和是 \(sum)，不是 0："), .accent),
        Span(
          say(
            "where the image is flat, the output is \(sum) times its brightness.",
            "图像平坦之处，输出是其亮度的 \(sum) 倍。")),
      ]
    }
    switch (sight.seesVerticalEdges, sight.seesHorizontalEdges) {
    case (true, false):
      return [
        Span(say("K compares left and right: ", "K 比较左与右："), .accent),
        Span(
          say(
            "it finds vertical edges", "它找到垂直的边缘")),
        Span(say(", not horizontal ones.", "，但找不到水平的。")),
      ]
    case (false, true):
      return [
        Span(say("K compares above and below: ", "K 比较上与下："), .accent),
        Span(
          say(
            "it finds horizontal edges", "它找到水平的边缘")),
        Span(say(", not vertical ones.", "，但找不到垂直的。")),
      ]
    case (true, true):
      return [
        Span(say("K compares in both directions: ", "K 比较两个方向："), .accent),
        Span(say("it finds vertical edges as well as horizontal ones.", "垂直和水平的边缘它都能找到。")),
      ]
    case (false, false):
      return [
        Span(say("Each row and each column of K adds up to 0: ", "K 的每行、每列之和都是 0："), .accent),
        Span(
          say(
            "it sees no straight vertical or horizontal edge, only corners and slanting edges.",
            "它看不到笔直的垂直或水平边缘，只看到角和倾斜的边缘。")),
      ]
    }
  }
}
