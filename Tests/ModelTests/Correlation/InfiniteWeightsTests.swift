import Testing

@testable import Model

/// Weights that are no finite numbers: products on zero padding are left out, as a loop over the taps
/// that meet the input has it.
struct InfiniteWeightsTests {
  private let input = Tensor(Shape(4, 5), (0..<20).map { Float($0 + 1) })
  private let kernel = Tensor(rows: [[.infinity, 0, 1], [2, 1, 0], [1, 1, .nan]])

  private func convolution(dilation: Int, stride: Int) throws -> Convolution {
    try Convolution(
      weight: kernel,
      options: CorrelationOptions(
        stride: PerAxis(stride), padding: PerAxis(2), dilation: PerAxis(dilation)))
  }

  private func same(_ left: Float, _ right: Float) -> Bool {
    left == right || left.isNaN && right.isNaN
  }

  @Test(arguments: [(1, 1), (2, 1), (1, 2), (2, 3)])
  func productsOnPaddingAreLeftOut(_ dilation: Int, _ stride: Int) throws {
    let convolution = try convolution(dilation: dilation, stride: stride)
    let output = try convolution.forward(input)
    let geometry = try convolution.geometry(for: input.shape)
    let trace = Trace(input, kernel, geometry: geometry)
    let image = Shape([1, 4, 5])
    var finite = 0
    for i in 0..<output.shape.rows {
      for j in 0..<output.shape.columns {
        var sum: Float = 0
        for u in 0..<3 {
          for v in 0..<3 {
            let (row, column) = (i * stride + u * dilation - 2, j * stride + v * dilation - 2)
            guard (0..<4).contains(row), (0..<5).contains(column) else { continue }
            sum += kernel[u, v] * input[row, column]
          }
        }
        if sum.isFinite { finite += 1 }
        #expect(same(output[i, j], sum))
        let window = Trace.Window(kernel: 0, at: Position(row: i, column: j))
        #expect(same(trace.value(of: window), sum))
        let part = try convolution.part(rows: i..<i + 1, columns: j..<j + 1, of: image) {
          input.reshaped(image).part(rows: $0, columns: $1)
        }
        #expect(same(part.elements[0], sum))
      }
    }
    #expect(finite > 0)
  }
}

/// Taps and outputs so far apart that all between them would not fit any memory.
@Test(arguments: [
  (1, 1 << 20, 1 << 20), (1 << 20, 1, 1 << 20), (100_000, 1, 1 << 20), (5000, 3000, 6000),
])
func partsOfFarTapsAreThoseOfTheWhole(_ stride: Int, _ dilation: Int, _ padding: Int) throws {
  let input = Tensor(Shape([1, 6, 7]), (0..<42).map { Float($0 % 11) - 5 })
  for mode in [PaddingMode.zeros, .replicate] {
    let convolution = try Convolution(
      weight: Tensor(rows: [[1, -2, 3], [0.5, 4, -1], [2, 0, 1]]),
      options: CorrelationOptions(
        stride: PerAxis(stride), padding: PerAxis(padding), mode: mode,
        dilation: PerAxis(dilation)))
    let whole = try convolution.forward(input)
    let (rows, columns) = (whole.shape.rows, whole.shape.columns)
    let part = try convolution.part(rows: 0..<rows, columns: 0..<columns, of: input.shape) {
      input.part(rows: $0, columns: $1)
    }
    #expect(part.elements == whole.elements)
  }
}
