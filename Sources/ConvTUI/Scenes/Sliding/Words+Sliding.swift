import Drawing
import Model

/// Words about how a kernel slides.
extension Words {
  var bias: String { "bias" }
  var paddingMode: String { "mode" }
  var surplusLabel: String { "padding below and right" }
  var turnsKernel: String { "flip" }

  var inputRows: String { "rows of X" }
  var inputRowsPurpose: String { "new rows stand below, and hold 0" }
  var inputColumns: String { "columns of X" }
  var inputColumnsPurpose: String { "new columns stand on the right, and hold 0" }

  func inputTooLarge(_ size: Shape, limit: Int) -> String {
    "X would be \(size), but it grows to \(limit) numbers at most."
  }

  var inputPurpose: String { "the numbers that the kernel slides over" }
  var kernelPurpose: String { "the weights" }
  var stridePurpose: String { "the distance between two windows" }
  var paddingPurpose: String { "the rows and columns added at each edge" }
  var surplusPurpose: String { "what is added below and right besides" }
  var paddingModePurpose: String { "what stands in the padding" }
  var dilationPurpose: String { "the distance between two weights" }
  var biasPurpose: String { "the number added to every output" }
  var turnsKernelPurpose: String { "the kernel is turned by 180°: a convolution" }
  var unrolled: String { "X unrolled" }

  func operation(isTurned: Bool) -> String {
    isTurned ? "∗ " + convolution : "⋆ " + crossCorrelation
  }

  func unrolling(windows: Int, taps: Int, inputs: Int, _ sliding: Sliding) -> [Line] {
    [
      [Span("\(count(windows, "window")) of \(count(taps, "tap"))", .secondary)],
      [Span("\(windows * taps) numbers from \(inputs) of X", .secondary)],
      [
        Span(
          "row times \(Formula.kernel(sliding))\(Formula.addend(of: sliding)) = one output",
          .secondary)
      ],
    ]
  }
}
