import Testing

@testable import Model

/// The fast loop against the plain one.
///
/// Both add the same products in the same order. With a fused multiply-add every product is exact
/// and only the sums are rounded, so two results differ by at most one rounding of every product
/// and the rounding of every sum: (n + 1)·ε·Σ|products| covers it, n being the products of a window.
@Suite struct FastCorrelationTests {
  @Test(arguments: PaddingMode.allCases)
  func equalsPlainForRandomGeometries(mode: PaddingMode) {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<80 {
      let example = Example(mode: mode, using: &random)
      #expect(example.differs == nil, "\(example.geometry)")
    }
  }

  @Test(arguments: [1, 15, 16, 17, 31, 32, 33, 47, 48, 49, 63, 64, 65, 95, 96, 97, 128])
  func equalsPlainAroundVectorWidths(width: Int) throws {
    var random = SeededGenerator(seed: UInt64(width))
    for stride in 1...3 {
      for rows in 1...3 {
        let geometry = try Geometry(
          input: Shape(rows * stride + 2, width * stride + 2), kernel: Shape(3, 3),
          options: CorrelationOptions(stride: PerAxis(stride)))
        let example = Example(geometry, using: &random)
        #expect(example.differs == nil, "\(geometry)")
      }
    }
  }

  /// An image of several bands, the last of which is not full.
  @Test func equalsPlainOverSeveralBands() throws {
    var random = SeededGenerator(seed: 7)
    for (stride, dilation) in [(1, 1), (2, 1), (1, 3)] {
      let geometry = try Geometry(
        input: Shape(1, 1, 91, 900), kernel: Shape(2, 1, 2, 2),
        options: CorrelationOptions(
          stride: PerAxis(rows: 1, columns: stride), padding: PerAxis(1),
          dilation: PerAxis(dilation)))
      #expect(try #require(Band(geometry)).height < geometry.rows.output)
      #expect(Example(geometry, using: &random).differs == nil, "\(geometry)")
    }
  }

  /// Images so large that a small kernel reads them where they lie, but for the edges.
  @Test(arguments: PaddingMode.allCases)
  func equalsPlainWithoutACopy(mode: PaddingMode) throws {
    var random = SeededGenerator(seed: 11)
    for (stride, dilation, padding) in [(1, 1, 1), (1, 1, 0), (2, 1, 2), (1, 3, 5)] {
      let geometry = try Geometry(
        input: Shape(2, 2, 600, 450), kernel: Shape(2, 1, 3, 3),
        options: CorrelationOptions(
          stride: PerAxis(rows: stride, columns: 1), padding: PerAxis(padding), mode: mode,
          dilation: PerAxis(dilation), groups: 2))
      let interior = try #require(Interior(geometry))
      #expect(interior.rows.count > 250 && interior.columns.count > 440)
      #expect(interior.edges.isEmpty == (padding == 0))
      #expect(Example(geometry, using: &random).differs == nil, "\(geometry)")
    }
  }

  /// The sums of a window are the same wherever it is read from.
  @Test func readsTheSameWithoutACopyToTheBit() throws {
    var random = SeededGenerator(seed: 12)
    let input = Tensor.random(Shape(1, 1, 520, 520), using: &random)
    let kernel = Tensor.random(Shape(3, 3), using: &random)
    let whole = try Geometry(
      input: input.shape, kernel: kernel.shape, options: CorrelationOptions(padding: PerAxis(1)))
    let output = Correlation.fast(input, kernel, geometry: whole)
    #expect(Interior(whole) != nil)
    for first in [0, 30, 500] {
      let rows = Tensor(Shape(20, 520), Array(input.elements[first * 520..<(first + 20) * 520]))
      let part = try Geometry(
        input: rows.shape, kernel: kernel.shape, options: CorrelationOptions(padding: PerAxis(1)))
      #expect(Interior(part) == nil)
      let inside = Correlation.fast(rows, kernel, geometry: part).elements[520..<19 * 520]
      #expect(inside.elementsEqual(output.elements[(first + 1) * 520..<(first + 19) * 520]))
    }
  }

  @Test func equalsPlainWhereABandWouldBeMostlyGaps() throws {
    var random = SeededGenerator(seed: 8)
    let geometry = try Geometry(
      input: Shape(3, 3), kernel: Shape(3, 3),
      options: CorrelationOptions(padding: PerAxis(Axis.largest), dilation: PerAxis(Axis.largest)))
    #expect(Band(geometry) == nil)
    #expect(Example(geometry, using: &random).differs == nil)
  }

  /// Without fused multiply-add both loops round alike.
  @Test(.enabled(if: !LoopTable.plainFuses, "this processor always fuses"))
  func plainBuildIsExactlyPlain() throws {
    var random = SeededGenerator(seed: 9)
    for _ in 0..<50 {
      let example = Example(mode: .reflect, using: &random)
      #expect(example.fast(.plain) == example.plain, "\(example.geometry)")
    }
  }

  @Test(arguments: PaddingMode.allCases, [Float.infinity, -.infinity, .nan])
  func passesInfinityAndNaNOn(mode: PaddingMode, value: Float) throws {
    var random = SeededGenerator(seed: 10)
    for inWeight in [false, true] {
      for _ in 0..<8 {
        var example = Example(mode: mode, using: &random)
        example.place(value, inWeight: inWeight, using: &random)
        #expect(example.differs == nil, "\(example.geometry)")
      }
    }
  }

  @Test func infiniteWeightLeavesZeroPaddingOut() throws {
    let kernel = Tensor(rows: [[.infinity, 1, 1]])
    let input = Tensor(rows: [[2, 3, 4]])
    let geometry = try Geometry(
      input: input.shape, kernel: kernel.shape,
      options: CorrelationOptions(padding: PerAxis(rows: 0, columns: 1)))
    let output = Correlation.fast(input, kernel, geometry: geometry)
    #expect(output == Tensor(rows: [[5, .infinity, .infinity]]))
  }
}

extension LoopTable {
  #if arch(arm64)
    fileprivate static let plainFuses = true
  #else
    fileprivate static let plainFuses = false
  #endif
}

/// One correlation by all loops.
private struct Example {
  let geometry: Geometry
  private var input, kernel: Tensor
  private let bias: [Float]?

  init(_ geometry: Geometry, using random: inout SeededGenerator) {
    self.geometry = geometry
    input = Tensor.random(geometry.input, using: &random)
    kernel = Tensor.random(geometry.kernel, using: &random)
    bias =
      Bool.random(using: &random)
      ? (0..<geometry.kernel.batch).map { _ in Float.random(in: -1...1, using: &random) } : nil
  }

  /// Draws sizes until they fit.
  init(mode: PaddingMode, using random: inout SeededGenerator) {
    while true {
      func draw(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
      func both(_ range: ClosedRange<Int>) -> PerAxis<Int> {
        PerAxis(rows: draw(range), columns: draw(range))
      }
      let (groups, channels) = (draw(1...3), draw(1...2))
      let options = CorrelationOptions(
        stride: both(1...3), padding: both(0...4), mode: mode, dilation: both(1...3),
        groups: groups)
      let geometry = try? Geometry(
        input: Shape(draw(1...2), groups * channels, draw(1...14), draw(1...70)),
        kernel: Shape(groups * draw(1...2), channels, draw(1...5), draw(1...5)), options: options)
      if let geometry {
        self.init(geometry, using: &random)
        return
      }
    }
  }

  mutating func place(_ value: Float, inWeight: Bool, using random: inout SeededGenerator) {
    if inWeight {
      kernel.elements[Int.random(in: kernel.elements.indices, using: &random)] = value
    } else {
      input.elements[Int.random(in: input.elements.indices, using: &random)] = value
    }
  }

  var plain: Tensor { Correlation.plain(input, kernel, bias: bias, geometry: geometry) }

  func fast(_ loops: LoopTable) -> Tensor {
    Correlation.fast(input, kernel, bias: bias, geometry: geometry, loops: loops)
  }

  /// The first output where a build of the fast loop differs from the plain one by more than the
  /// tolerance.
  var differs: (index: Int, plain: Float, fast: Float)? {
    difference(.plain) ?? difference(.best)
  }

  private func difference(_ loops: LoopTable) -> (index: Int, plain: Float, fast: Float)? {
    let (plain, fast) = (plain, fast(loops))
    guard plain.shape == fast.shape else { return (-1, 0, 0) }
    let magnitudes = Correlation.plain(
      input.map(abs), kernel.map(abs), bias: bias?.map(abs), geometry: geometry)
    let scale = Float(geometry.productsPerWindow + 1) * Float.ulpOfOne
    for (index, (p, f)) in zip(plain.elements, fast.elements).enumerated() {
      if p == f || p.isNaN && f.isNaN { continue }
      if !(abs(p - f) <= scale * magnitudes.elements[index]) || !p.isFinite { return (index, p, f) }
    }
    return nil
  }
}
