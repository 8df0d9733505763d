import Model

/// What a kernel slides over, the kernel, and how it slides.
struct SlidingSettings: Hashable, Sendable {
  var input: Tensor
  var kernel: Tensor
  var sliding = Sliding()

  static let table: [Setting<SlidingSettings>] =
    [.matrix("input", \.input, \.input, \.inputPurpose)] + Setting.extent(of: \.input) + [
      .matrix("kernel", \.kernel, \.kernel, \.kernelPurpose, isKernel: true)
    ] + Sliding.table.map { $0.within(\.sliding) }

  init(input: Tensor, kernel: Tensor, sliding: Sliding = Sliding()) {
    self.input = input
    self.kernel = kernel
    self.sliding = sliding
  }

  /// Those of a session.
  init(_ fields: SessionFields) throws {
    self.init(input: CourseExample.input, kernel: CourseExample.kernel)
    try fields.read(into: &self, by: SlidingSettings.table)
  }
}

extension Sliding {
  /// How a kernel moves, and what is added to each output.
  static let table: [Setting<Sliding>] =
    CorrelationOptions.table.map { $0.within(\.options) } + [
      .number("bias", \.bias, .number, \.bias, \.biasPurpose, isMain: true),
      .flag("turned", \.isTurned, \.turnsKernel, \.turnsKernelPurpose, isMain: true),
    ]
}

extension CorrelationOptions {
  /// The most that a stride, a padding or a dilation may be; a geometry may allow less.
  private static let most = 1 << 20

  /// How a kernel moves.
  static let table: [Setting<CorrelationOptions>] = [
    .pair("stride", \.stride, in: 1...most, \.stride, \.stridePurpose, isMain: true),
    .pair("padding", \.padding, in: 0...most, \.padding, \.paddingPurpose, isMain: true),
    .pair("padding-surplus", \.surplus, in: -most...most, \.surplusLabel, \.surplusPurpose).hidden,
    .choice("padding-mode", \.mode, \.paddingMode, \.paddingModePurpose, isMain: true),
    .pair("dilation", \.dilation, in: 1...most, \.dilation, \.dilationPurpose, isMain: true),
  ]
}
