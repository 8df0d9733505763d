import ArgumentParser
import Formats
import Model

struct FieldCommand: SceneCommand {
  static let configuration = CommandConfiguration(
    commandName: "field",
    abstract: Words.ofProcess.say(
      "Shows what a unit of a network sees: its receptive field.", "显示网络中一个单元看到什么：它的感受野。"),
    discussion: Words.ofProcess.say(
      """
      A layer is conv or pool with a size, then options: :s stride, :p padding, :d dilation. Without \
      :s, the stride of a pooling is its size. Rows and columns may differ, as in conv3x5. The other \
      layers of train and maps work too, and so do branches: conv3:p1=a names a layer, add:a adds its \
      output, :from=a starts from it.
      """,
      """
      一层写作 conv 或 pool 加大小，再加选项：:s 步幅、:p 填充、:d 膨胀。不写 :s 时，汇聚的步\
      幅等于其大小。行与列可以不同，如 conv3x5。train 和 maps 中的其他层也可以使用，分支也可以：conv3:p1=a \
      为一层命名，add:a 加上它的输出，:from=a 从它开始。
      """))

  @Flag(
    help: .say(
      """
      Print a JSON object for each layer and end: the output size and, for the receptive fields of its \
      units, the size, the distance of neighbours (jump) and the first row and column (start).
      """,
      """
      为每层打印一个 JSON 对象，然后结束：输出的大小，以及其单元感受野的大小、相邻感受\
      野的距离（jump）和起始的行与列（start）。
      """))
  var json = false

  @Option(
    help: .say(
      "The layers, from first to last, such as \"conv3,conv3:s2:p1:d2,pool2\".",
      "各层，从第一层到最后一层，如 \"conv3,conv3:s2:p1:d2,pool2\"。"))
  var layers = "conv2,conv2"

  @Option(
    parsing: .unconditional,
    help: .say(
      "The height and width of the image: a number up to 16777216, or rows,columns.",
      "图像的高和宽：一个不超过 16777216 的数，或 行,列。", value: "n"))
  var inputSize = PlaneSize(3)

  @Option(
    parsing: .unconditional,
    help: .say(
      "A unit of the last layer, counted from 0,0.",
      "最后一层的一个单元，从 0,0 数起。", value: "row,column"))
  var unit: Position?

  @OptionGroup var screen: ScreenOptions
  @OptionGroup var figures: FigureOptions
  @OptionGroup var sharing: ShareOptions
  @OptionGroup var scene: SceneOptions

  @MainActor func run() async throws {
    let stack = try Failure.translating {
      try SpatialGraph(try LayerSources.field(layers), input: inputSize)
    }
    let last = stack.maps[stack.maps.count - 1]
    if let unit {
      guard (0..<last.rows).contains(unit.row), (0..<last.columns).contains(unit.column) else {
        throw Failure { $0.unitOutside(unit, last) }
      }
    }
    if json {
      try Output.write(json(of: stack).text(.lines) + "\n")
    } else {
      if let complaint = FieldScene.complaint(about: stack) { throw Failure(complaint) }
      try await show(FieldScene(stack, unit: unit))
    }
  }

  private func json(of stack: SpatialGraph) -> JSON {
    let texts = GraphNotation.texts(of: stack.graph)
    return .list(
      texts.enumerated().map { index, text in
        let field = stack.field(of: index + 1)
        var fields: [JSON.Field] = [
          ("layer", .text(text)), ("output", pair(stack.maps[index + 1])),
          ("size", pair(field.size)), ("jump", pair(field.jump)), ("start", pair(field.start)),
        ]
        if let unit, index == texts.count - 1 {
          fields.append(("unit", json(of: unit, in: stack)))
        }
        return .object(fields)
      })
  }

  /// Rows and columns are null for a unit that sees only padding.
  private func json(of unit: Position, in stack: SpatialGraph) -> JSON {
    let extent = stack.extent(of: unit, in: stack.graph.nodes.count)
    func ends(_ range: ClosedRange<Int>?) -> JSON {
      range.map { .list(of: [$0.lowerBound, $0.upperBound]) } ?? .null
    }
    return .object([
      ("at", pair(unit)), ("rows", ends(extent?.rows)), ("columns", ends(extent?.columns)),
    ])
  }

  private func pair(_ value: some RowsAndColumns) -> JSON { .pair(value) }

  /// A distance is null if branches have different distances.
  private func pair(_ value: PerAxis<Ratio?>) -> JSON {
    func number(_ ratio: Ratio?) -> JSON {
      guard let ratio else { return .null }
      return ratio.denominator == 1
        ? .number(ratio.numerator)
        : .number("\(Double(ratio.numerator) / Double(ratio.denominator))")
    }
    return .list([number(value.rows), number(value.columns)])
  }
}
