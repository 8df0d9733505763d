import Model

extension DrillKind {
  /// How many weights and biases some layers have.
  static func parameters(_ level: Int, _ dice: inout SeededGenerator) -> Lesson.Step {
    let channels = level == 1 ? dice.whole(1...3) : dice.one(of: [1, 3])
    let layers = counted(level, channels: channels, &dice)
    let text = layers.map(\.text).joined(separator: ", ")
    let count = layers.reduce(0) { $0 + $1.count }
    let expression = layers.compactMap(\.expression).joined(separator: " + ")
    return .drill(
      .field,
      [
        Lesson.Change("layers", "conv1"), Lesson.Change("input-size", "16"),
        Lesson.Change("layers", text),
      ], step: layers.count,
      say: { [first = layers[0], divided = layers.first { $0.groups > 1 }?.text] in
        $0.drillChannels(
          channels, first.text, first.kernels, "\(first.rows)×\(first.columns)", divided: divided)
      },
      .drill(
        .parametersOf(text, input: Shape([channels, 16, 16])), { $0.drillParameters(text) },
        traps: Question.Trap.all(traps(layers), besides: Float(count)),
        way: { _ in expression.replacing("*", with: "·") + " = \(count)" }))
  }

  private static func counted(
    _ level: Int, channels: Int, _ dice: inout SeededGenerator
  ) -> [CountedLayer] {
    func conv(_ kernels: [Int], _ sizes: [Int], over channels: Int) -> CountedLayer {
      let size = dice.one(of: sizes)
      return CountedLayer(
        rows: size, columns: size, channels: channels, kernels: dice.one(of: kernels))
    }
    let (relu, pool) = (CountedLayer(other: "relu"), CountedLayer(other: "maxpool2"))
    switch level {
    case 1: return [conv([1, 2, 3, 4, 5, 10], [1, 2, 3], over: channels)]
    case 2: return [conv([4, 5, 6, 8, 10, 20], [2, 3, 5], over: channels)]
    case 3: return [conv([6, 8, 10, 12, 16, 20], [2, 3, 5], over: channels), relu, pool]
    case 4:
      let first = conv([4, 6, 8, 10], [3, 5], over: channels)
      return [first, relu, pool, conv([8, 10, 16], [1, 3], over: first.kernels)]
    default:
      var first = conv([6, 8, 16], [3, 5], over: channels)
      first.columns = dice.one(of: [1, 3, 5, 7])
      var second = conv([16, 24, 32], [3], over: first.kernels)
      second.groups = 2
      return [first, relu, pool, second, relu, conv([10, 20], [1], over: second.kernels)]
    }
  }

  /// What some mistakes lead to.
  private static func traps(_ layers: [CountedLayer]) -> [(Float, Phrase)] {
    func count(_ change: (inout CountedLayer) -> Void) -> Int {
      layers.reduce(0) { count, layer in
        var layer = layer
        change(&layer)
        return count + layer.count
      }
    }
    let wrong: [(Int, Phrase)] = [
      (count { $0.groups = 1 }, \.trapGroups),
      (layers[0].count, \.trapFirstLayer),
    ]
    return wrong.map { (Float($0.0), $0.1) }
  }
}

/// A layer whose parameters are counted.
private struct CountedLayer {
  /// The notation of a layer without parameters.
  var other: String?
  var rows = 1
  var columns = 1
  var channels = 0
  var kernels = 0
  var groups = 1

  var count: Int { (rows * columns * (channels / groups) + 1) * kernels }

  var expression: String? {
    guard other == nil else { return nil }
    return "(\(rows)*\(columns)*\(channels)" + (groups == 1 ? "" : "/\(groups)")
      + " + 1)*\(kernels)"
  }

  /// In the notation of layers.
  var text: String {
    other ?? "conv\(kernels)@\(rows)" + (rows == columns ? "" : "x\(columns)")
      + (groups == 1 ? "" : ":g\(groups)")
  }
}
