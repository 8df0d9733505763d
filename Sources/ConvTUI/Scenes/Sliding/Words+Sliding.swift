import Drawing
import Model

/// Words about how a kernel slides.
extension Words {
  var bias: String { say("bias", "偏置") }
  var paddingMode: String { say("mode", "填充方式") }
  var surplusLabel: String { say("padding below and right", "下方与右方填充") }
  var turnsKernel: String { say("flip", "翻转") }

  var inputRows: String { say("rows of X", "X 的行数") }
  var inputRowsPurpose: String { say("new rows stand below, and hold 0", "新行在下方，填 0") }
  var inputColumns: String { say("columns of X", "X 的列数") }
  var inputColumnsPurpose: String { say("new columns stand on the right, and hold 0", "新列在右方，填 0") }

  func inputTooLarge(_ size: Shape, limit: Int) -> String {
    say(
      "X would be \(size), but it grows to \(limit) numbers at most.",
      "X 将是 \(size)，但至多只能有 \(limit) 个数。")
  }

  var inputPurpose: String { say("the numbers that the kernel slides over", "卷积核滑过的数") }
  var kernelPurpose: String { say("the weights", "各个权重") }
  var stridePurpose: String { say("the distance between two windows", "相邻两个窗口的距离") }
  var paddingPurpose: String { say("the rows and columns added at each edge", "每一边添加的行和列") }
  var surplusPurpose: String { say("what is added below and right besides", "下方和右方另外添加的") }
  var paddingModePurpose: String { say("what stands in the padding", "填充中放什么") }
  var dilationPurpose: String { say("the distance between two weights", "相邻两个权重的距离") }
  var biasPurpose: String { say("the number added to every output", "加到每个输出上的数") }
  var turnsKernelPurpose: String {
    say("the kernel is turned by 180°: a convolution", "卷积核旋转 180°：即卷积")
  }
  var unrolled: String { say("X unrolled", "展开的 X") }

  /// The size of Y with the formulas that give it.
  func outputIs(_ geometry: Geometry) -> String {
    let (rows, columns) = (geometry.rows, geometry.columns)
    let size = "\(rows.output)×\(columns.output)"
    let formulas = (
      Formula.outputSize(rows, isWhole: true), Formula.outputSize(columns, isWhole: true)
    )
    return say("Y is \(size): ", "Y 为 \(size)：")
      + (formulas.0 == formulas.1
        ? formulas.0
        : say("rows \(formulas.0), columns \(formulas.1)", "行 \(formulas.0)，列 \(formulas.1)"))
      + (Formula.isRounded(rows) || Formula.isRounded(columns)
        ? say(" (⌊ ⌋ rounds down)", "（⌊ ⌋ 向下取整）") : "")
  }

  func operation(isTurned: Bool) -> String {
    isTurned ? "∗ " + convolution : "⋆ " + crossCorrelation
  }

  func unrolling(windows: Int, taps: Int, inputs: Int, _ sliding: Sliding) -> [Line] {
    [
      [
        Span(
          say(
            "\(count(windows, "window")) of \(count(taps, "number"))",
            "\(windows) 个窗口，各 \(taps) 个权重"),
          .secondary)
      ],
      [
        Span(
          say(
            "\(windows * taps) numbers from \(inputs) of X",
            "\(windows * taps) 个数，来自 X 的 \(inputs) 个"), .secondary)
      ],
      [
        Span(
          say(
            "row times \(Formula.kernel(sliding))\(Formula.addend(of: sliding)) = one output",
            "行乘以 \(Formula.kernel(sliding))\(Formula.addend(of: sliding)) = 一个输出"),
          .secondary)
      ],
    ]
  }
}
