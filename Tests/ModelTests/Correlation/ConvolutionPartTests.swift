import Testing

@testable import Model

/// Any part of the output of a random convolution equals that part of the whole, within 1e-5 of the
/// largest number that can come about.
@Test(arguments: 0..<60) func partIsThatOfTheWhole(_ seed: UInt64) throws {
  var generator = SeededGenerator(seed: seed)
  func random(_ range: ClosedRange<Int>) -> Int { .random(in: range, using: &generator) }
  func tensor(_ shape: Shape) -> Tensor {
    Tensor(shape, (0..<shape.count).map { _ in .random(in: -1...1, using: &generator) })
  }
  let input = tensor(Shape([2, random(9...14), random(9...14)]))
  let options = CorrelationOptions(
    stride: PerAxis(rows: random(1...3), columns: random(1...2)),
    padding: PerAxis(rows: random(0...3), columns: random(0...3)),
    mode: PaddingMode.allCases.randomElement(using: &generator) ?? .zeros,
    dilation: PerAxis(rows: random(1...2), columns: random(1...2)), groups: random(1...2))
  let convolution = try Convolution(
    weight: tensor(Shape(4, 2 / options.groups, random(1...3), random(1...3))), bias: [1, 2, 3, 4],
    options: options)
  let whole = try convolution.forward(input)
  let geometry = try convolution.geometry(for: input.shape)
  func range(_ count: Int) -> Range<Int> {
    let start = random(0...count - 1)
    return start..<random(start + 1...count)
  }
  for _ in 0..<5 {
    let (rows, columns) = (range(geometry.rows.output), range(geometry.columns.output))
    let part = try convolution.part(rows: rows, columns: columns, of: input.shape) { r, c in
      var piece = Tensor(Shape([2, r.count, c.count]))
      for channel in 0..<2 {
        for (i, row) in r.enumerated() {
          for (j, column) in c.enumerated() {
            piece[0, channel, i, j] = input[0, channel, row, column]
          }
        }
      }
      return piece
    }
    #expect(part.shape == Shape([4, rows.count, columns.count]))
    for k in 0..<4 {
      for (i, row) in rows.enumerated() {
        for (j, column) in columns.enumerated() {
          #expect(abs(part[0, k, i, j] - whole[0, k, row, column]) < 1e-5 * 10)
        }
      }
    }
  }
}
