import Drawing
import Model

/// Words about kernels.
extension Words {
  var outputNeedsKernel: String {
    say(
      "--output needs the kernel to write: a name, a file, or rows such as \"0,1;2,3\".",
      "--output 需要要写出的卷积核：名称、文件，或各行如 \"0,1;2,3\"。")
  }

  func rank(_ rank: Int) -> String {
    rank == 1 ? say("separable", "可分离") : say("rank \(rank)", "秩 \(rank)")
  }

  func source(of kernel: NamedKernel) -> String {
    say("\(kernel.name): \(phrase(kernel.source))", "\(kernel.name)：\(phrase(kernel.source))")
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
    say(
      "\(quoted(text)) is neither a file nor a kernel; use rows such as \"0,1;2,3\", or a name such as "
        + "\(list(likelyKernels(text))) (convtui kernels lists all "
        + "\(NamedKernel.all.count)).",
      "\(quoted(text)) 既不是文件，也不是卷积核；请写各行如 \"0,1;2,3\"，或名称如 \(list(likelyKernels(text)))（convtui kernels 列出全部 \(NamedKernel.all.count) 个）。"
    )
  }

  func oneKernelAlone(_ count: Int) -> String {
    say(
      "\(self.count(count, "kernel")) are given, but this scene takes only one.",
      "给了 \(count) 个卷积核，但这个场景只用一个。")
  }

  // MARK: Separation

  /// A kernel as a product of a column and a row, on one line; the factors only if they fit. Empty where it
  /// is none.
  func separation(_ separation: RankFactorization?, _ shape: Shape, width: Int) -> Line {
    guard let separation else {
      return [Span(say("K has NaN or ∞, so it has no rank", "K 含 NaN 或 ∞，所以没有秩"), .secondary)]
    }
    let products = shape.area
    let parts = shape.rows + shape.columns
    guard let factors = separation.factors else {
      return separation.rank == 0 ? [Span(say("K is 0 everywhere", "K 处处为 0"), .secondary)] : []
    }
    guard shape.rows > 1, shape.columns > 1 else {
      return [
        Span(
          say(
            "K is a single \(shape.rows == 1 ? "row" : "column")",
            "K 只有一\(shape.rows == 1 ? "行" : "列")"), .secondary)
      ]
    }
    let saving =
      parts < products
      ? say("\(parts) products instead of \(products)", "\(parts) 个乘积，而不是 \(products) 个")
      : say("\(products) products either way", "都是 \(products) 个乘积")
    let perWindow = parts < products ? say(" per window", "（每个窗口）") : ""
    let start = Span(say("separable: ", "可分离："), .accent)
    let factor = factor(factors.factor)
    let whole = [
      start,
      Span(
        (factor.isEmpty ? "" : factor + " · ") + vector(factors.column) + "ᵀ · "
          + vector(factors.row)),
      Span(say(", " + saving + perWindow, "，" + saving + perWindow), .secondary),
    ]
    return whole.cellWidth <= width
      ? whole : [start, Span(saving, .secondary), Span(perWindow, .secondary)].shortened(to: width)
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
    say("Type a number into a cell of K first; painting repeats it.", "请先在 K 的一个格子里键入一个数；涂数会重复它。")
  }

  func pen(_ value: Float) -> String {
    say("pen \(NumberText.short(value))", "画笔 \(NumberText.short(value))")
  }

  func normalized(by divisor: KernelEdit.Divisor) -> String {
    let value = NumberText.short(Float(divisor.value))
    return divisor.isOfMagnitudes
      ? say(
        "The sum of K is 0, so it was divided by the sum of its magnitudes, \(value).",
        "K 的和为 0，所以除以了绝对值之和 \(value)。")
      : say("K was divided by its sum, \(value).", "K 除以了它的和 \(value)。")
  }

  func sentence(_ error: KernelEditError) -> String {
    switch error {
    case .tooLarge(let shape, let limit):
      say(
        "K is \(shape) and would become larger than \(limit)×\(limit), the maximum.",
        "K 的大小是 \(shape)，会超过上限 \(limit)×\(limit)。")
    case .tooSmall(let shape):
      say(
        "K is \(shape) and would lose its last row or column; the minimum is 1×1.",
        "K 的大小是 \(shape)，会失去最后一行或一列；最小为 1×1。")
    case .noSum:
      say(
        "K cannot be normalized, because the sum of its magnitudes is not a number above 0; c clears "
          + "it, e types a number.", "K 不能归一化，因为其绝对值之和不是大于 0 的数；c 清零，e 键入数。")
    }
  }
}
