import Testing

@testable import Model

/// Every part has the numbers of the whole, within 1e-5 of its largest, wherever it lies.
@Suite struct GraphPartTests {
  private static func tensor(_ shape: Shape, _ generator: inout SeededGenerator) -> Tensor {
    Tensor(shape, (0..<shape.count).map { _ in .random(in: -1...1, using: &generator) })
  }

  private static func convolution(
    _ shape: Shape, stride: Int = 1, padding: Int = 0, _ mode: PaddingMode = .zeros,
    dilation: Int = 1, _ generator: inout SeededGenerator
  ) throws -> any Operator {
    ConvolutionLayer(
      try Convolution(
        weight: tensor(shape, &generator),
        options: CorrelationOptions(
          stride: PerAxis(stride), padding: PerAxis(padding), mode: mode,
          dilation: PerAxis(dilation))))
  }

  /// Strides, paddings of a mode, poolings and dilation, one after the other.
  private static func layers(
    _ mode: PaddingMode, _ generator: inout SeededGenerator
  ) throws -> [any Operator] {
    [
      try convolution(Shape(2, 1, 3, 3), padding: 2, mode, &generator),
      ReLU(),
      Pooling(
        .max, PoolingWindow(size: PlaneSize(3), stride: PerAxis(2), padding: PerAxis(1))),
      try convolution(Shape(3, 2, 3, 2), stride: 2, padding: 1, mode, dilation: 2, &generator),
      BatchNormalization(.init(scale: [1, -2, 3], shift: [0, 1, 2])),
      Pooling(.average, PoolingWindow(size: PlaneSize(2))),
    ]
  }

  private func check(
    _ stack: BoundGraph, _ image: Tensor, _ view: PerAxis<Range<Int>>
  ) throws -> GraphPart {
    let wholes = stack.maps(of: image)
    let part = try stack.part(over: view) { image.part(rows: $0, columns: $1) }
    for map in wholes.indices {
      let units = part.units[map]
      #expect(!units.rows.isEmpty && !units.columns.isEmpty)
      let whole = wholes[map].part(rows: units.rows, columns: units.columns)
      #expect(part.shown(map).shape == whole.shape)
      let scale = wholes[map].elements.map(abs).max() ?? 1
      let difference = zip(part.shown(map).elements, whole.elements).map { abs($0 - $1) }.max() ?? 0
      #expect(difference <= 1e-5 * scale, "map \(map), view \(view)")
    }
    return part
  }

  @Test(arguments: PaddingMode.allCases) func partsAreThoseOfTheWhole(_ mode: PaddingMode) throws {
    var generator = SeededGenerator(seed: 51)
    let stack = try BoundGraph(
      .sequential(Self.layers(mode, &generator)), input: Shape(61, 47))
    let image = Self.tensor(Shape([1, 61, 47]), &generator)
    func range(_ length: Int) -> Range<Int> {
      let lower = Int.random(in: 0..<length, using: &generator)
      return lower..<Int.random(in: lower + 1...min(length, lower + 12), using: &generator)
    }
    for _ in 0..<60 {
      _ = try check(stack, image, PerAxis(rows: range(61), columns: range(47)))
    }
  }

  @Test(arguments: References.layerStacks) func partsOfPyTorchsStacksAreThoseOfTheWhole(
    _ reference: BoundGraphReference
  ) throws {
    let stack = try reference.graph()
    let image = Tensor(Shape(reference.shape), reference.image)
    for row in 0..<image.shape.rows {
      for column in 0..<image.shape.columns {
        _ = try check(stack, image, PerAxis(rows: row..<row + 1, columns: column..<column + 1))
      }
    }
  }

  /// Branches of different padding, poolings that hang over the end, and means of the whole.
  @Test func partsOfBranchesAreThoseOfTheWhole() throws {
    var generator = SeededGenerator(seed: 55)
    func conv(
      _ shape: Shape, _ options: CorrelationOptions = CorrelationOptions()
    ) throws -> ConvolutionLayer {
      ConvolutionLayer(try Convolution(weight: Self.tensor(shape, &generator), options: options))
    }
    let lopsided = CorrelationOptions(
      padding: PerAxis(rows: 0, columns: 2), surplus: PerAxis(rows: 3, columns: -1), mode: .reflect)
    let hanging = PoolingWindow(
      size: PlaneSize(3), stride: PerAxis(2), dilation: PerAxis(2), roundsUp: true)
    let graph = try Graph([
      Graph.Draft(try conv(Shape(2, 1, 3, 3), CorrelationOptions(padding: PerAxis(1))), name: "a"),
      Graph.Draft(try conv(Shape(2, 2, 4, 4), lopsided), name: "b"),
      Graph.Draft(Add(), inputs: [.before, .named("a")]),
      Graph.Draft(Pooling(.max, hanging)),
      Graph.Draft(AdaptiveAveragePooling(PlaneSize(rows: 5, columns: 7)), name: "c"),
      Graph.Draft(Multiply(), inputs: [.named("a"), .named("b")]),
      Graph.Draft(AdaptiveAveragePooling(PlaneSize(rows: 5, columns: 7))),
      Graph.Draft(Concatenation(), inputs: [.before, .named("c")]),
    ])
    let bound = try BoundGraph(graph, input: Shape(41, 37))
    let image = Self.tensor(Shape([1, 41, 37]), &generator)
    for row in stride(from: 0, to: 41, by: 5) {
      for column in stride(from: 0, to: 37, by: 6) {
        _ = try check(
          bound, image,
          PerAxis(rows: row..<min(41, row + 4), columns: column..<min(37, column + 3)))
      }
    }
  }

  /// All units together, each once, where a picture is looked at piece by piece.
  @Test func neighbouringViewsShowEveryUnitOnce() throws {
    var generator = SeededGenerator(seed: 52)
    let stack = try BoundGraph(
      .sequential(Self.layers(.zeros, &generator)), input: Shape(61, 47))
    let image = Self.tensor(Shape([1, 61, 47]), &generator)
    for map in 0...6 {
      var seen: [Int] = []
      for start in stride(from: 0, to: 61, by: 16) {
        let view = PerAxis(rows: start..<min(61, start + 16), columns: 0..<47)
        let part = try check(stack, image, view)
        seen += part.units[map].rows
      }
      #expect(seen == Array(0..<stack.shapes[map].rows), "map \(map)")
    }
  }

  /// Units that see padding are those that change with its mode; they are left out where others are.
  @Test func unitsWithoutPaddingDoNotKnowItsMode() throws {
    let modes = [PaddingMode.zeros, .replicate]
    let parts = try modes.map { mode in
      var generator = SeededGenerator(seed: 54)
      let stack = try BoundGraph(
        .sequential(Array(Self.layers(mode, &generator).prefix(4))), input: Shape(61, 47))
      let image = Self.tensor(Shape([1, 61, 47]), &generator)
      return try check(stack, image, PerAxis(rows: 0..<61, columns: 0..<47))
    }
    for map in 0...4 {
      #expect(parts[0].inside(map) == parts[1].inside(map), "map \(map)")
      let (whole, inside) = (parts[0].shown(map).shape, parts[0].inside(map).shape)
      #expect(
        map == 0 ? inside == whole : inside.rows < whole.rows && inside.columns < whole.columns)
    }
    // 3×3 over 2 of padding: two rows and columns at each edge, then more.
    #expect(parts[0].inside(1).shape == Shape([2, 59, 45]))
    var generator = SeededGenerator(seed: 54)
    let stack = try BoundGraph(
      .sequential(Self.layers(.zeros, &generator)), input: Shape(61, 47))
    let corner = try stack.part(over: Area(rows: 0..<1, columns: 0..<1)) {
      Tensor(Shape([1, $0.count, $1.count]))
    }
    #expect(corner.inside(1) == corner.shown(1))
  }

  /// Of a large image no more is read than what is seen from the view.
  @Test func onlyWhatIsSeenIsRead() throws {
    var generator = SeededGenerator(seed: 53)
    let stack = try BoundGraph(
      .sequential(Self.layers(.reflect, &generator)), input: Shape(10_000, 10_000))
    var read = 0
    _ = try stack.part(
      over: Area(rows: 5000..<5016, columns: 9990..<10_000),
      pixels: { rows, columns in
        read += rows.count * columns.count
        return Tensor(Shape([1, rows.count, columns.count]))
      })
    #expect(read < 100 * 100)
  }
}
