import Testing

@testable import Model

private let seeds = (1...30).map { UInt64($0) }

/// The gradient of one unit by the image, all weights one: as many as there are paths. Exact, since
/// the counts are small whole numbers.
@Test(arguments: seeds)
func pathsAreTheGradientsOfAllOneWeights(_ seed: UInt64) throws {
  let stack = FieldStack.random(seed: seed)
  for unit in stack.units(of: stack.layers.count) {
    var gradient = Tensor(Shape(stack.maps.last!.rows, stack.maps.last!.columns))
    gradient[unit.row, unit.column] = 1
    for (map, layer) in zip(stack.maps, stack.layers).reversed() {
      let kernel = Tensor(Shape(layer.kernel.rows, layer.kernel.columns), repeating: 1)
      let input = Tensor(Shape(map.rows, map.columns))
      let geometry = try Geometry(
        input: input.shape, kernel: kernel.shape,
        options: CorrelationOptions(
          stride: layer.stride, padding: layer.padding, dilation: layer.dilation))
      gradient =
        Correlation.gradients(input, kernel, outputGradient: gradient, geometry: geometry).input
    }
    let paths = stack.paths(from: unit, of: stack.layers.count, to: 0)
    for i in 0..<gradient.shape.rows {
      for j in 0..<gradient.shape.columns {
        #expect(Double(gradient[i, j]) == paths.rows[i] * paths.columns[j])
      }
    }
  }
}

/// r += (k − 1)·d·S, P += p·S, S ·= s; unit u sees u·S − P … u·S − P + r − 1, clipped to the image,
/// where dilation may leave holes at the ends of what is clipped.
@Test(arguments: seeds)
func theFieldFollowsTheRecursion(_ seed: UInt64) throws {
  let stack = FieldStack.random(seed: seed)
  var (r, jump, padding) = (1, 1, 0)
  for (index, layer) in stack.layers.enumerated() {
    r += (layer.kernel.rows - 1) * layer.dilation.rows * jump
    padding += layer.padding.rows * jump
    jump *= layer.stride.rows
    let field = stack.field(after: index + 1)
    #expect([field.size.rows, field.start.row] == [r, -padding])
    #expect(field.jump.rows == Ratio(jump))
    for u in 0..<stack.maps[index + 1].rows {
      let (first, last) = (u * jump - padding, u * jump - padding + r - 1)
      let paths = stack.paths(from: Position(row: u, column: 0), of: index + 1, to: 0).rows
      let seen = paths.indices.filter { paths[$0] > 0 }
      #expect(seen.allSatisfy { (first...last).contains($0) })
    }
  }
}

/// Without padding nothing is clipped: the ends of the field are seen themselves.
@Test(arguments: seeds)
func withoutPaddingTheExtentIsTheField(_ seed: UInt64) throws {
  let random = FieldStack.random(seed: seed)
  let layers = random.layers.map { layer in
    FieldLayer(
      layer.kind, kernel: layer.kernel, stride: layer.stride, dilation: layer.dilation)
  }
  let stack = try FieldStack(input: PlaneSize(64), layers: layers)
  let field = stack.field(after: layers.count)
  for unit in stack.units(of: layers.count) {
    let jump = field.jump.map { $0?.numerator ?? 0 }
    let row = field.start.row + unit.row * jump.rows
    let column = field.start.column + unit.column * jump.columns
    #expect(
      stack.extent(of: unit, in: layers.count)
        == PerAxis(
          rows: row...(row + field.size.rows - 1),
          columns: column...(column + field.size.columns - 1)))
  }
}

/// There are as many paths from a pixel to a unit as from the unit to the pixel.
@Test(arguments: seeds)
func reachIsTheTransposeOfSight(_ seed: UInt64) throws {
  let stack = FieldStack.random(seed: seed)
  for early in 0..<stack.maps.count {
    for late in early..<stack.maps.count {
      for a in 0..<stack.maps[early].rows {
        let reached = stack.paths(from: Position(row: a, column: 0), of: early, to: late).rows
        #expect(reached.count == stack.maps[late].rows)
        for b in reached.indices {
          let seen = stack.paths(from: Position(row: b, column: 0), of: late, to: early).rows
          #expect(seen[a] == reached[b])
        }
      }
    }
  }
}

@Test func withoutLayersEveryPixelSeesItself() throws {
  let stack = try FieldStack(input: PlaneSize(rows: 3, columns: 4), layers: [])
  let unit = Position(row: 1, column: 2)
  let field = stack.field(after: 0)
  #expect(field.size == PlaneSize(1) && field.start == Position(row: 0, column: 0))
  #expect(field.jump.rows == Ratio(1) && field.jump.columns == Ratio(1))
  #expect(
    stack.paths(from: unit, of: 0, to: 0) == PerAxis(rows: [0, 1, 0], columns: [0, 0, 1, 0]))
  #expect(stack.extent(of: unit, in: 0) == PerAxis(rows: 1...1, columns: 2...2))
}

@Test func aUnitInThePaddingSeesNothing() throws {
  let stack = try FieldStack(
    input: PlaneSize(3),
    layers: [FieldLayer(.convolution, kernel: PlaneSize(1), padding: PerAxis(rows: 1, columns: 0))])
  #expect(stack.maps[1] == PlaneSize(rows: 5, columns: 3))
  #expect(stack.extent(of: Position(row: 0, column: 1), in: 1) == nil)
  #expect(stack.extent(of: Position(row: 4, column: 1), in: 1) == nil)
  #expect(
    stack.extent(of: Position(row: 1, column: 1), in: 1) == PerAxis(rows: 0...0, columns: 1...1))
}

@Test func aLargeImageIsFine() throws {
  let stack = try FieldStack(
    input: PlaneSize(100_000),
    layers: [
      FieldLayer(.convolution, kernel: PlaneSize(3)), FieldLayer(.pooling, kernel: PlaneSize(2)),
    ])
  #expect(stack.maps.last == PlaneSize(49_999))
  #expect(stack.extent(of: Position(49_998, 49_998), in: 2) == PerAxis(99_996...99_999))
}

@Test func aDeepStackCountsItsPathsWithoutTrapping() throws {
  // 3³⁰⁰ and 3⁹⁰⁰: the second is beyond double precision.
  for depth in [300, 900] {
    let layer = FieldLayer(.convolution, kernel: PlaneSize(3), padding: PerAxis(1))
    let stack = try FieldStack(
      input: PlaneSize(5), layers: [FieldLayer](repeating: layer, count: depth))
    #expect(stack.extent(of: Position(2, 2), in: depth) == PerAxis(0...4))
    #expect(stack.field(after: depth).size == PlaneSize(2 * depth + 1))
  }
}
