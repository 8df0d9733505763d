import Formats
import Glibc

/// A tensor of a run and the one logged before it.
struct NormAddress: Hashable, Sendable {
  let value: ValueAddress
  let before: ValueAddress?
  /// How many steps lie between the two; the change is divided evenly among them.
  var steps: Int64 = 1

  func perStep(_ change: Double) -> Double { change / Double(max(1, steps)) }
}

/// A tensor in a few numbers.
struct WeightNorm: Hashable, Sendable {
  /// ‖w‖: all numbers as one vector.
  var norm = 0.0
  /// ‖w − w′‖ ÷ ‖w‖ for each step, with w′ the one before; nil for the first.
  var change: Double?
  /// How many numbers are not finite.
  var lost = 0
  /// The kernels all of whose numbers are 0, of how many.
  var dead = 0
  var kernels = 0
  /// The two kernels that are most alike, where their cosine is beyond `alike`; they count from 0.
  var twins: Twins?
  var dimensions: [Int] = []

  struct Twins: Hashable, Sendable {
    let first, second: Int
    let cosine: Double
  }

  /// Kernels are twins beyond this.
  static let alike = 0.99
  /// Twins are looked for among as many kernels, of as many numbers.
  private static let mostKernels = 256
  private static let mostNumbers = 1 << 18

  /// - Parameter before: As many numbers; nil where there is none.
  init(_ array: NumberArray, before: NumberArray?) {
    dimensions = array.dimensions
    norm = WeightNorm.norm(array)
    lost = array.values.count { !$0.isFinite }
    if let before { change = WeightNorm.change(of: array, from: before) }
    guard array.dimensions.count >= 2, let count = array.dimensions.first, count > 0 else { return }
    kernels = count
    let size = array.values.count / count
    dead = (0..<count).count { kernel in
      array.values[kernel * size..<(kernel + 1) * size].allSatisfy { $0 == 0 }
    }
    if size > 3, count <= WeightNorm.mostKernels, array.values.count <= WeightNorm.mostNumbers {
      twins = WeightNorm.twins(array.values, count: count, size: size)
    }
  }

  /// Of the numbers that are finite.
  private static func norm(_ array: NumberArray) -> Double {
    var sum = 0.0
    for value in array.values where value.isFinite { sum += Double(value) * Double(value) }
    return sum.squareRoot()
  }

  /// ‖w − w′‖ ÷ ‖w‖; nil where the two have not as many numbers, or w is 0.
  static func change(of array: NumberArray, from before: NumberArray) -> Double? {
    let norm = norm(array)
    guard norm > 0, before.values.count == array.values.count else { return nil }
    var difference = 0.0
    for (value, old) in zip(array.values, before.values) {
      let step = Double(value) - Double(old)
      difference += step * step
    }
    return difference.squareRoot() / norm
  }

  private static func twins(_ values: [Float], count: Int, size: Int) -> Twins? {
    func product(_ first: Int, _ second: Int) -> Double {
      var sum: Float = 0
      for index in 0..<size { sum += values[first * size + index] * values[second * size + index] }
      return Double(sum)
    }
    let norms = (0..<count).map { product($0, $0).squareRoot() }
    var best: Twins?
    for first in 0..<count where norms[first] > 0 {
      for second in first + 1..<max(count, first + 1) where norms[second] > 0 {
        let cosine = product(first, second) / (norms[first] * norms[second])
        if cosine > best?.cosine ?? alike {
          best = Twins(first: first, second: second, cosine: cosine)
        }
      }
    }
    return best
  }
}

extension RunTree {
  /// Reads what a norm needs; nil where it cannot be read or is no array.
  func norm(at address: NormAddress) -> WeightNorm? {
    guard case .success(.array(let array)) = value(at: address.value).value else { return nil }
    var before: NumberArray?
    if let place = address.before, case .success(.array(let array)) = value(at: place).value {
      before = array
    }
    var norm = WeightNorm(array, before: before)
    norm.change = norm.change.map(address.perStep)
    return norm
  }
}

extension Double {
  /// Its decimal logarithm.
  var logarithm: Double { log10(self) }
}
