/// The shape of the squared error over the weights: a quadratic bowl, the same everywhere.
public struct LossSurface: Sendable {
  /// ∂²L/∂w², symmetric, one row and column for each tap.
  public let hessian: [[Double]]
  /// The curvatures along the bowl's own directions, ascending.
  public let eigenvalues: [Double]
  /// The unit vector that belongs to each eigenvalue.
  public let eigenvectors: [[Double]]

  /// Computes the Hessian 2f·Σ X[s]·X[t] and its eigenvalues, f being the reduction's factor.
  ///
  /// Products are in single precision, sums in double.
  ///
  /// - Complexity: O(windows · taps² + taps³).
  public init(patches: Patches, reduction: Reduction = .sum) {
    let taps = patches.tapCount
    var hessian = [[Double]](repeating: [Double](repeating: 0, count: taps), count: taps)
    let factor = reduction == .sum ? 2 : 2 / Double(patches.windowCount)
    for s in 0..<taps {
      for t in s..<taps {
        var sum = 0.0
        for block in 0..<patches.blockCount {
          let product = patches.blocks[block * taps + s] * patches.blocks[block * taps + t]
          for lane in 0..<16 { sum += Double(product[lane]) }
        }
        hessian[s][t] = factor * sum
        hessian[t][s] = hessian[s][t]
      }
    }
    self.hessian = hessian
    (eigenvalues, eigenvectors) = LossSurface.eigen(hessian)
  }

  public var largestEigenvalue: Double { eigenvalues.last ?? 0 }

  /// The product lr·λmax below which a method converges; nil where there is no such bound.
  ///
  /// Gradient descent multiplies the error along λ by 1 − lr·λ each step, so it needs lr·λ < 2;
  /// heavy-ball momentum μ in 0..<1 moves the limit to 2(1 + μ), Nesterov's to 2(1 + μ)/(1 + 2μ).
  /// The methods that scale their steps have none.
  ///
  /// Source: Polyak, *Some methods of speeding up the convergence of iteration methods* (1964).
  public static func limit(of method: Optimizer.Method) -> Double? {
    switch method {
    case .sgd: 2
    case .momentum(let momentum): 2 * (1 + Double(momentum))
    case .nesterov(let momentum): 2 * (1 + Double(momentum)) / (1 + 2 * Double(momentum))
    case .rmsprop, .adam, .adamw: nil
    }
  }

  /// The eigenvalues, ascending, and unit eigenvectors of a symmetric matrix, by Jacobi rotations.
  ///
  /// Source: Golub and Van Loan, *Matrix Computations*, 4th edition, §8.5.
  static func eigen(_ matrix: [[Double]]) -> (values: [Double], vectors: [[Double]]) {
    let n = matrix.count
    var a = matrix
    var v = (0..<n).map { row in (0..<n).map { $0 == row ? 1.0 : 0.0 } }
    let size = a.joined().reduce(0) { $0 + $1 * $1 }
    for _ in 0..<60 {
      var off = 0.0
      for p in 0..<n { for q in 0..<n where q > p { off += a[p][q] * a[p][q] } }
      if !(off > 1e-26 * size) { break }
      for p in 0..<n {
        for q in 0..<n where q > p && a[p][q] != 0 {
          let theta = (a[q][q] - a[p][p]) / (2 * a[p][q])
          let tangent = (theta < 0 ? -1 : 1) / (abs(theta) + (theta * theta + 1).squareRoot())
          let cosine = 1 / (tangent * tangent + 1).squareRoot()
          let sine = tangent * cosine
          for k in 0..<n {
            (a[k][p], a[k][q]) = (
              cosine * a[k][p] - sine * a[k][q], sine * a[k][p] + cosine * a[k][q]
            )
          }
          for k in 0..<n {
            (a[p][k], a[q][k]) = (
              cosine * a[p][k] - sine * a[q][k], sine * a[p][k] + cosine * a[q][k]
            )
            (v[p][k], v[q][k]) = (
              cosine * v[p][k] - sine * v[q][k], sine * v[p][k] + cosine * v[q][k]
            )
          }
        }
      }
    }
    let order = (0..<n).sorted { a[$0][$0] < a[$1][$1] }
    return (order.map { a[$0][$0] }, order.map { v[$0] })
  }
}
