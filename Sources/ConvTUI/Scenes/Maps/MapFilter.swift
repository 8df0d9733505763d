import Model

/// A kernel of a bank: one map.
struct MapFilter: Hashable, Sendable {
  var name: String
  /// The channels that it takes, if it takes only some of them, as a matrix does.
  var met: Range<Int>?
  /// Of shape 1×C×kH×kW.
  let weight: Tensor
  /// What it does to the one channel that it takes; nil where it takes several, or where no sentence
  /// says it.
  private(set) var effect: KernelEffect?

  init(name: String, met: Range<Int>?, weight: Tensor) {
    (self.name, self.met, self.weight) = (name, met, weight)
    effect = plane.flatMap { KernelEffect(of: $0.kernel) }
  }

  /// The plane of its kernel that is not zero everywhere, where there is just one.
  var plane: (channel: Int, kernel: Tensor)? {
    let channels = (0..<weight.shape.channels).filter { channel in
      weight.plane(channel: channel).elements.contains { $0 != 0 }
    }
    if weight.shape.channels == 1 { return (0, weight.plane()) }
    return channels.count == 1 ? (channels[0], weight.plane(channel: channels[0])) : nil
  }

  /// The largest magnitude that it can give for inputs in 0...1.
  var bound: Float {
    let positive = weight.elements.reduce(0) { $0 + max(0, $1) }
    let negative = weight.elements.reduce(0) { $0 - min(0, $1) }
    return max(positive, negative)
  }

  /// What it makes of white, where it makes a picture of a picture: a kernel that sums to 1, or a mean times
  /// a number. Nil for one that tells signs.
  var white: Float? {
    let sum = weight.elements.reduce(0, +)
    if abs(sum - 1) < 0.01 { return 1 }
    return sum > 0 && sum.isFinite && weight.elements.allSatisfy { $0 >= 0 } ? sum : nil
  }
}
