import Model

/// Kernels that stand elsewhere, and how they move: `weights.npz:conv1:p1:bbias.npy`.
public struct KernelSource: Hashable, Sendable {
  /// Whether the kernels are those of a transposed convolution.
  public let isTransposed: Bool
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
  ///
  /// - Parameter usual: What stands in a padding of which that is not written.
  public func correlation(
    size: PlaneSize, usual: PaddingMode = .zeros
  ) throws(LayerNotationError.Reason) -> CorrelationOptions {
    try read().correlation(size: size, usual: usual)
  }

  /// The same of a transposed convolution.
  public func transposed(
    size: PlaneSize
  ) throws(LayerNotationError.Reason) -> TransposedConvolution {
    try read().transposed(size: size)
  }

  private func read() throws(LayerNotationError.Reason) -> LayerOptions {
    try KernelSource.read(options.parts.map { $0[...] }, isTransposed)
  }

  /// Reads what stands between colons; the array of a file, as in `bank.npz:weight`, stays with it.
  init(
    _ parts: [Substring], isTransposed: Bool = false
  ) throws(LayerNotationError.Reason) {
    guard let first = parts.first, !first.isEmpty else { throw .size }
    var fields = [String(first)]
    for part in parts.dropFirst() {
      if !KernelSource.isOption(part, isTransposed),
        ArrayAddress(fields[fields.count - 1]).isInArchive
      {
        fields[fields.count - 1] += ":" + part
      } else {
        fields.append(String(part))
      }
    }
    address = fields.removeFirst()
    let read = try KernelSource.read(fields.map { $0[...] }, isTransposed)
    groups = read.groups
    bias = read.bias
    options = Options(parts: fields)
    self.isTransposed = isTransposed
  }

  /// Whether it is an option rather than the name of an array; one that starts with b is a bias where
  /// it is a file.
  private static func isOption(_ part: Substring, _ isTransposed: Bool) -> Bool {
    let endings = TensorFormat.allCases.flatMap(\.endings).map { "." + $0 }
    if part.hasPrefix("b") { return endings.contains(where: part.hasSuffix) }
    return (try? read([part], isTransposed)) != nil
  }

  private static func read(
    _ parts: [Substring], _ isTransposed: Bool
  ) throws(LayerNotationError.Reason) -> LayerOptions {
    var options = LayerOptions()
    for part in parts {
      try options.take(
        part, allowed: isTransposed ? LayerOptions.transposed : LayerOptions.correlated,
        of: isTransposed ? "convt" : "conv")
    }
    return options
  }
}
