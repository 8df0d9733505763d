import ArgumentParser
import Formats
import Model

struct FieldCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "field", abstract: "Shows what a unit of a network sees: its receptive field.",
    discussion: """
      A layer is conv or pool with a size, then options: :s stride, :p padding, :d dilation. Without \
      :s, the stride of a pooling is its size. Rows and columns may differ, as in conv3x5. The other \
      layers of train and maps work too, and so do branches: conv3:p1=a names a layer, add:a adds its \
      output, :from=a starts from it.
      """)

  @Flag(
    help: """
      Print a JSON object for each layer and end: the output size and, for the receptive fields of its \
      units, the size, the distance of neighbours (jump) and the first row and column (start).
      """)
  var json = false

  @Option(help: "The layers, from first to last, such as \"conv3,conv3:s2:p1:d2,pool2\".")
  var layers = "conv2,conv2"

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The height and width of the image: a number up to 16777216, or rows,columns.", valueName: "n"
    ))
  var inputSize = PlaneSize(3)

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "A unit of the last layer, counted from 0,0.", valueName: "row,column"))
  var unit: Position?

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
      try await scene.run(FieldScene(stack, unit: unit))
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
