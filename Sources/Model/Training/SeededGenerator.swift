import Glibc

/// A random number generator whose whole future follows from its seed.
///
/// Source: Steele, Lea and Flood, *Fast splittable pseudorandom number generators* (2014),
/// SplitMix64.
public struct SeededGenerator: RandomNumberGenerator, Hashable, Sendable {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A seed that depends on all of these numbers and on their order.
  static func seed(_ numbers: UInt64...) -> UInt64 {
    numbers.reduce(0) { seed, number in
      var generator = SeededGenerator(seed: seed ^ number)
      return generator.next()
    }
  }

  /// A number from the normal distribution of mean 0 and standard deviation 1.
  ///
  /// Source: Box and Muller, *A note on the generation of random normal deviates* (1958).
  public mutating func nextNormal() -> Float {
    // Uniform in (0, 1] and [0, 1), 53 bits each.
    let radius = Double((next() >> 11) + 1) / 0x1p53
    let angle = Double(next() >> 11) / 0x1p53
    return Float((-2 * log(radius)).squareRoot() * cos(2 * .pi * angle))
  }
}

extension Tensor {
  /// A tensor of numbers drawn uniformly from −bound…bound with bound = 1/√fanIn, where fanIn is the
  /// number of products in a window: the start that PyTorch gives a convolutional layer.
  public static func randomKernel(_ shape: Shape, seed: UInt64) -> Tensor {
    var generator = SeededGenerator(seed: seed)
    let bound = 1 / Float(shape.channels * shape.area).squareRoot()
    return Tensor(
      shape, (0..<shape.count).map { _ in Float.random(in: -bound...bound, using: &generator) })
  }

  /// A tensor of numbers from the normal distribution of mean 0.
  public static func noise(_ shape: Shape, deviation: Float, seed: UInt64) -> Tensor {
    var generator = SeededGenerator(seed: seed)
    return Tensor(shape, (0..<shape.count).map { _ in deviation * generator.nextNormal() })
  }
}
