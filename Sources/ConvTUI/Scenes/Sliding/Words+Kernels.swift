import Drawing
import Model

/// Words about kernels.
extension Words {
  var outputNeedsKernel: String {
    "--output needs the kernel to write: a name, a file, or rows such as \"0,1;2,3\"."
  }

  func rank(_ rank: Int) -> String { rank == 1 ? "separable" : "rank \(rank)" }

  func source(of kernel: NamedKernel) -> String {
    "\(kernel.name): \(phrase(kernel.source))"
  }

  /// The names whose start is most like a text, to suggest instead of it.
  func likelyKernels(_ text: String) -> [String] {
    let names = NamedKernel.all.map(\.name)
    let likeness = names.map { zip($0, text).prefix { $0 == $1 }.count }
    let most = likeness.max() ?? 0
    guard most > 1 else { return ["sobel-x", "laplacian", "gaussian-5", "box", "sharpen"] }
    return zip(names, likeness).filter { $0.1 == most }.map(\.0)
  }

  func notAKernel(_ text: String) -> String {
    "\(quoted(text)) is neither a file nor a kernel; use rows such as \"0,1;2,3\", or a name such as "
      + "\(likelyKernels(text).joined(separator: ", ")) (convtui kernels lists all "
      + "\(NamedKernel.all.count))."
  }

  func oneKernelAlone(_ count: Int) -> String {
    "\(self.count(count, "kernel")) are given, but this scene takes only one."
  }

  // MARK: Separation

  /// A kernel as a product of a column and a row, on one line; the factors only if they fit.
  func separation(_ separation: RankFactorization?, _ shape: Shape, width: Int) -> Line {
    guard let separation else { return [Span("K has NaN or ∞, so it has no rank", .secondary)] }
    let products = shape.area
    let parts = shape.rows + shape.columns
    guard let factors = separation.factors else {
      return [
        Span(separation.rank == 0 ? "K is 0 everywhere" : "not separable: ", .secondary),
        Span(separation.rank == 0 ? "" : rank(of: separation), .secondary),
      ]
    }
    guard shape.rows > 1, shape.columns > 1 else {
      return [Span("K is a single \(shape.rows == 1 ? "row" : "column")", .secondary)]
    }
    let saving =
      parts < products
      ? "\(parts) products instead of \(products)" : "\(products) products either way"
    let perWindow = parts < products ? " per window" : ""
    let start = Span("separable: ", .accent)
    let factor = factor(factors.factor)
    let whole = [
      start,
      Span(
        (factor.isEmpty ? "" : factor + " · ") + vector(factors.column) + "ᵀ · "
          + vector(factors.row)), Span(", " + saving + perWindow, .secondary),
    ]
    return whole.cellWidth <= width
      ? whole : [start, Span(saving, .secondary), Span(perWindow, .secondary)].shortened(to: width)
  }

  private func rank(of separation: RankFactorization) -> String {
    separation.rank < RankFactorization.largestRank
      ? "rank \(separation.rank)" : "rank \(RankFactorization.largestRank) or more"
  }

  /// Empty for 1; 1/n for a fraction of that form.
  private func factor(_ factor: Double) -> String {
    if abs(factor - 1) < 1e-6 { return "" }
    let parts = (1 / factor).rounded()
    return parts > 1 && parts < 1e6 && abs(1 / factor - parts) < 1e-5 * parts
      ? "1/" + NumberText.short(Float(parts)) : NumberText.short(Float(factor))
  }

  private func vector(_ numbers: [Double]) -> String {
    "[" + numbers.map { NumberText.short(Float($0)) }.joined(separator: " ") + "]"
  }

  // MARK: The editor of K

  var nothingToPaint: String {
    "Type a number into a cell of K first; painting repeats it."
  }

  func pen(_ value: Float) -> String { "pen \(NumberText.short(value))" }

  func normalized(by divisor: KernelEdit.Divisor) -> String {
    let value = NumberText.short(Float(divisor.value))
    return divisor.isOfMagnitudes
      ? "The sum of K is 0, so it was divided by the sum of its magnitudes, \(value)."
      : "K was divided by its sum, \(value)."
  }

  func sentence(_ error: KernelEditError) -> String {
    switch error {
    case .tooLarge(let shape, let limit):
      "K is \(shape) and would become larger than \(limit)×\(limit), the maximum."
    case .tooSmall(let shape):
      "K is \(shape) and would lose its last row or column; the minimum is 1×1."
    case .noSum:
      "K cannot be normalized, because the sum of its magnitudes is not a number above 0; c clears "
        + "it, e types a number."
    }
  }
}
