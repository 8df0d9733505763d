import Model

/// Words about kernels.
extension Text {
  static let outputNeedsKernel =
    "--output needs the kernel to write: a name, a file, or rows such as \"0,1;2,3\"."

  static func rank(_ rank: Int) -> String { rank == 1 ? "separable" : "rank \(rank)" }

  /// Names that begin most like a text: those to be suggested for it.
  static func likelyKernels(_ text: String) -> [String] {
    let names = NamedKernel.all.map(\.name)
    let likeness = names.map { zip($0, text).prefix { $0 == $1 }.count }
    let most = likeness.max() ?? 0
    guard most > 1 else { return ["sobel-x", "laplacian", "gaussian-5", "box", "sharpen"] }
    return zip(names, likeness).filter { $0.1 == most }.map(\.0)
  }

  static func notAKernel(_ text: String) -> String {
    "\(quoted(text)) is neither a file nor a kernel. Rows such as \"0,1;2,3\" would work, or a name "
      + "such as \(likelyKernels(text).joined(separator: ", ")); convtui kernels lists all "
      + "\(NamedKernel.all.count)."
  }
}
