/// The slope of the squared error by two evaluations in double precision: a witness for gradients.
///
///     ∂L/∂a ≈ (L(a + h) − L(a − h)) / 2h
///
/// The squared error is a quadratic in each number, so for any h only rounding is left as error.
public struct CentralDifference: Sendable {
  private let geometry: Geometry
  private let input: [Double]
  private let kernel: [Double]
  private let target: [Double]
  private let factor: Double

  /// - Parameters:
  ///   - trace: The correlation of one plane with one kernel.
  ///   - target: Y, of the output's shape.
  public init(_ trace: Trace, target: Tensor, reduction: Reduction) {
    precondition(target.shape == trace.geometry.output && target.shape.rank == 2)
    geometry = trace.geometry
    input = trace.input.elements.map(Double.init)
    kernel = trace.kernel.elements.map(Double.init)
    self.target = target.elements.map(Double.init)
    factor = reduction == .sum ? 1 : 1 / Double(target.shape.count)
  }

  /// The distance h to either side: a thousandth of the number, at least 10⁻³.
  public static func distance(_ value: Double) -> Double { max(1e-3, abs(value) * 1e-3) }

  /// ∂L/∂K at a tap.
  public func byKernel(_ at: Position) -> Double {
    let index = at.row * geometry.kernel.columns + at.column
    return slope(at: kernel[index]) { moved in
      var kernel = kernel
      kernel[index] = moved
      return loss(input, kernel)
    }
  }

  /// ∂L/∂X at an element.
  public func byInput(_ at: Position) -> Double {
    let index = at.row * geometry.input.columns + at.column
    return slope(at: input[index]) { moved in
      var input = input
      input[index] = moved
      return loss(input, kernel)
    }
  }

  private func slope(at value: Double, _ loss: (Double) -> Double) -> Double {
    let h = CentralDifference.distance(value)
    return (loss(value + h) - loss(value - h)) / (2 * h)
  }

  /// L = f · Σ (X ⋆ K − Y)², by the definition.
  private func loss(_ input: [Double], _ kernel: [Double]) -> Double {
    var squares = 0.0
    for i in 0..<geometry.rows.output {
      for j in 0..<geometry.columns.output {
        var error = -target[i * geometry.columns.output + j]
        for u in 0..<geometry.kernel.rows {
          guard let row = geometry.rows.source(geometry.rows.place(output: i, tap: u)) else {
            continue
          }
          for v in 0..<geometry.kernel.columns {
            guard let column = geometry.columns.source(geometry.columns.place(output: j, tap: v))
            else { continue }
            error +=
              kernel[u * geometry.kernel.columns + v] * input[row * geometry.input.columns + column]
          }
        }
        squares += error * error
      }
    }
    return factor * squares
  }
}
