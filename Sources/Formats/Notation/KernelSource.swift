import Model

/// Kernels that stand elsewhere, and how they move: `weights.npz:conv1:p1:bbias.npy`.
public struct KernelSource: Hashable, Sendable {
  /// A file, with the array in it behind a colon, or a kernel's name.
  public let address: String
  /// nil where the kernels alone say it.
  public let groups: Int?
  /// A file with a bias for each kernel.
  public let bias: String?
  private let options: Options

  private struct Options: Hashable, Sendable {
    let parts: [String]
  }

  /// How kernels of this size move; in one group where none are written.
  public func correlation(size: PerAxis<Int>) throws(LayerNotationError.Reason)
    -> CorrelationOptions
  {
    try KernelSource.read(options.parts.map { $0[...] }).correlation(size: size)
  }

  /// Reads what stands between colons; the array of a file, as in `bank.npz:weight`, stays with it.
  init(_ parts: [Substring]) throws(LayerNotationError.Reason) {
    guard let first = parts.first, !first.isEmpty else { throw .size }
    var address = String(first)
    var own: [Substring] = []
    for part in parts.dropFirst() {
      let isOption = KernelSource.isBias(part) || (try? KernelSource.read([part])) != nil
      if !isOption, own.isEmpty, ArrayAddress(address).isInArchive {
        address += ":" + part
      } else {
        own.append(part)
      }
    }
    let read = try KernelSource.read(own)
    self.address = address
    groups = read.groups
    bias = read.bias
    options = Options(parts: own.map(String.init))
  }

  /// Whether it is a bias from a file rather than an array that starts with b.
  private static func isBias(_ part: Substring) -> Bool {
    let endings = TensorFormat.allCases.flatMap(\.endings).map { "." + $0 }
    return part.hasPrefix("b") && endings.contains(where: part.hasSuffix)
  }

  private static func read(_ parts: [Substring]) throws(LayerNotationError.Reason) -> LayerOptions {
    var options = LayerOptions()
    for part in parts {
      try options.take(part, allowed: LayerOptions.all.subtracting([.ceil, .from]), of: "conv")
    }
    return options
  }
}
