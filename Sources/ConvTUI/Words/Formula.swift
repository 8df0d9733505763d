import Drawing
import Model

/// Numbers and their places as formulas write them, the same in every language.
enum Formula {
  /// "Y[0,1]".
  static func cell(_ name: String, _ at: Position) -> String {
    "\(name)[\(NumberText.whole(at.row)),\(NumberText.whole(at.column))]"
  }

  /// "2", or "2,1" where rows and columns differ.
  static func perAxis(_ value: some RowsAndColumns) -> String {
    let (rows, columns) = value.numbers
    return rows == columns
      ? NumberText.whole(rows) : "\(NumberText.whole(rows)),\(NumberText.whole(columns))"
  }

  /// ⌊(n + 2p − d(k − 1) − 1)/s⌋ + 1 = o with its numbers, but without what changes nothing: 5 − 2 + 1 = 4,
  /// (5 + 2·1 − 3)/2 + 1 = 3. What is rounded down has the floor's brackets.
  ///
  /// - Parameter isWhole: Whether padding and stride are written though they change nothing:
  ///   (5 + 2·0 − 3)/1 + 1 = 3.
  static func outputSize(_ axis: Axis, isWhole: Bool = false) -> String {
    let padding = axis.padding == 0 && !isWhole ? "" : " + 2·\(axis.padding)"
    let surplus = axis.surplus == 0 ? "" : " + \(axis.surplus)"
    let kernel =
      axis.dilation == 1 ? "\(axis.kernel)" : "\(axis.dilation)·(\(axis.kernel)−1) − 1"
    let room = "\(axis.input)" + padding + surplus + " − " + kernel
    let result = " + 1 = \(axis.output)"
    guard axis.stride > 1 || isWhole else { return room + result }
    let quotient = "(\(room))/\(axis.stride)"
    return (isRounded(axis) ? "⌊\(quotient)⌋" : quotient) + result
  }

  /// Whether the size of an output is rounded down: the last window leaves inputs over.
  static func isRounded(_ axis: Axis) -> Bool {
    !(axis.padded - axis.span).isMultiple(of: axis.stride)
  }

  /// "+ 0.0069", with a blank behind the sign.
  static func added(_ value: Float) -> String {
    let size = abs(value)
    let text =
      size >= 5e-5 && size < 1e4 ? NumberText.fixed(size, decimals: 4) : NumberText.short(size)
    return (value < 0 ? "− " : "+ ") + text
  }

  /// "+0.0007", what a number changes by.
  static func change(_ value: Float) -> String { added(value).replacing(" ", with: "") }

  /// The formula with less room in it.
  static func tight(_ formula: String) -> String {
    formula.replacing(" + ", with: "+").replacing(" − ", with: "−")
  }

  /// "+2".
  static func signed(_ value: Float) -> String {
    (value > 0 ? "+" : "") + NumberText.short(value)
  }

  /// The distance of neighbouring fields; a dash where branches have different ones.
  static func jump(_ jump: PerAxis<Ratio?>) -> String {
    func text(_ ratio: Ratio?) -> String { ratio?.description ?? "–" }
    return jump.rows == jump.columns
      ? text(jump.rows) : "\(text(jump.rows)),\(text(jump.columns))"
  }

  /// Where a tap of the kernel stands along an axis: "i+u", "2i+3u−1".
  static func tap(_ output: String, _ tap: String, _ axis: Axis) -> String {
    func times(_ factor: Int, _ name: String) -> String { factor == 1 ? name : "\(factor)\(name)" }
    return times(axis.stride, output) + "+" + times(axis.dilation, tap)
      + (axis.padding == 0 ? "" : "−\(axis.padding)")
  }

  /// The bias.
  static let bias = "b"

  /// " + b" behind the name of an output, where there is a bias.
  static func addend(of sliding: Sliding) -> String {
    sliding.bias == 0 ? "" : " + " + bias
  }

  /// The name of the kernel as it lies over the windows.
  static func kernel(_ sliding: Sliding) -> String { sliding.isTurned ? "K′" : "K" }

  /// 2f: "2", or "2/42" where the loss is a mean.
  static func factor(_ reduction: Reduction, _ target: Tensor) -> String {
    reduction == .sum ? "2" : "2/\(target.shape.count)"
  }

  /// "L = Σ(Ŷ − Y)²", divided by the outputs where the loss is a mean.
  static func squaredError(_ reduction: Reduction, _ target: Tensor) -> String {
    "L = Σ(Ŷ − Y)²" + (reduction == .sum ? "" : "/\(target.shape.count)")
  }

  /// "relu[3, 4,7]".
  static func unit(_ name: String, _ channel: Int, of channels: Int, _ at: Position) -> String {
    "\(name)[\(channels > 1 ? "\(channel), " : "")\(at.row),\(at.column)]"
  }

  /// What the colours of a scale reach to: 0…3, or ±3.
  static func range(_ scale: ColorScale) -> String {
    (scale.lower < 0 ? "±" : "0…") + NumberText.short(scale.upper)
  }

  /// From where to where some numbers reach, in so many digits and decimals at most.
  static func range(_ range: ClosedRange<Float>, digits: Int = 3) -> String {
    let unit: Float = digits < 3 ? 100 : 1000
    func text(_ number: Float) -> String {
      let number = number.magnitude < 1 ? (number * unit).rounded() / unit : number
      return NumberText.short(number.rounded(toDigits: digits))
    }
    return text(range.lowerBound) + "…" + text(range.upperBound)
  }

  /// "1:2", of a picture made smaller.
  static func ratio(_ step: Int) -> String { "1:\(step)" }

  /// A small kernel's rows: "[1 0 −1; 2 0 −2; 1 0 −1]".
  static func rows(of kernel: Tensor, width: Int) -> String {
    guard kernel.shape.channels == 1 else { return "" }
    let rows = (0..<kernel.shape.rows).map { row in
      (0..<kernel.shape.columns).map { NumberText.short(kernel[row, $0]) }.joined(separator: " ")
    }
    let text = "[" + rows.joined(separator: "; ") + "]"
    return text.cellWidth <= width ? text : ""
  }

  /// A share as " 42%".
  static func percentage(_ share: Float, decimals: Int = 0) -> String {
    let text = NumberText.fixed(share * 100, decimals: decimals) + "%"
    return String(repeating: " ", count: max(0, 4 - text.cellWidth)) + text
  }
}
