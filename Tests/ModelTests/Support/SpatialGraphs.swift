import Model

/// A window that moves over the map before it.
struct FieldLayer: Hashable {
  enum Kind { case convolution, pooling }

  let kind: Kind
  let kernel: PlaneSize
  let stride, padding, dilation: PerAxis<Int>

  init(
    _ kind: Kind, kernel: PlaneSize, stride: PerAxis<Int>? = nil,
    padding: PerAxis<Int> = PerAxis(0), dilation: PerAxis<Int> = PerAxis(1)
  ) {
    self.kind = kind
    self.kernel = kernel
    self.stride = stride ?? (kind == .pooling ? PerAxis(kernel) : PerAxis(1))
    self.padding = padding
    self.dilation = dilation
  }

  var layer: any Operator {
    switch kind {
    case .convolution:
      ConvolutionLayer(
        size: kernel,
        options: CorrelationOptions(stride: stride, padding: padding, dilation: dilation))
    case .pooling:
      Pooling(
        .open,
        PoolingWindow(size: kernel, stride: stride, padding: padding, dilation: dilation))
    }
  }
}

/// Windows one after the other over an image.
struct FieldStack {
  let layers: [FieldLayer]
  let graph: SpatialGraph

  init(input: PlaneSize, layers: [FieldLayer]) throws(GraphError) {
    self.layers = layers
    graph = try SpatialGraph(.sequential(layers.map(\.layer)), input: input)
  }

  var maps: [PlaneSize] { graph.maps }

  func field(after map: Int) -> SpatialGraph.Field { graph.field(of: map) }

  func extent(of unit: Position, in map: Int) -> PerAxis<ClosedRange<Int>>? {
    graph.extent(of: unit, in: map)
  }

  /// One after the other they need one product.
  func paths(from unit: Position, of map: Int, to other: Int) -> PerAxis<[Double]> {
    graph.paths(from: unit, of: map, to: other).terms[0]
  }
}

extension FieldStack {
  /// Up to four layers drawn at random over an image of at most 9×9; none where they do not fit.
  static func random(seed: UInt64) -> FieldStack {
    var generator = SeededGenerator(seed: seed)
    func pair<Pair: RowsAndColumns>(_ range: ClosedRange<Int>) -> Pair {
      Pair(Int.random(in: range, using: &generator), Int.random(in: range, using: &generator))
    }
    while true {
      let layers = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
        FieldLayer(
          Bool.random(using: &generator) ? .convolution : .pooling, kernel: pair(1...3),
          stride: pair(1...2), padding: pair(0...2), dilation: pair(1...2))
      }
      if let stack = try? FieldStack(input: pair(3...9), layers: layers) { return stack }
    }
  }

  /// Every unit of a map.
  func units(of map: Int) -> [Position] {
    (0..<maps[map].rows).flatMap { row in
      (0..<maps[map].columns).map { Position(row: row, column: $0) }
    }
  }
}
