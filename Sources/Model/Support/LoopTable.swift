import CProcessor
import Loops
import LoopsPlain

#if arch(x86_64)
  import LoopsAVX2
#endif

/// The innermost loops, built for one kind of processor.
struct LoopTable: Sendable {
  let correlate: @Sendable (BandCorrelation) -> Void
  let evaluate: @Sendable (SquaredError) -> SIMD16<Float>
  let windowSums:
    @Sendable (
      _ windows: BatchWindows, _ input: Vectors, _ weights: UnsafePointer<Float>,
      _ bias: UnsafePointer<Float>, _ output: Vectors
    ) -> Void
  let windowWeightGradients:
    @Sendable (
      _ windows: BatchWindows, _ input: Vectors, _ gradient: Vectors,
      _ weightGradient: UnsafeMutablePointer<Float>
    ) -> Void
  let windowInputGradients:
    @Sendable (
      _ windows: BatchWindows, _ weights: UnsafePointer<Float>, _ gradient: Vectors,
      _ inputGradient: Vectors
    ) -> Void

  /// What every processor runs.
  static let plain = LoopTable(
    correlate: LoopsPlain.correlate, evaluate: LoopsPlain.evaluate,
    windowSums: LoopsPlain.windowSums,
    windowWeightGradients: LoopsPlain.windowWeightGradients,
    windowInputGradients: LoopsPlain.windowInputGradients)

  #if arch(x86_64)
    /// For processors with AVX2 and fused multiply-add.
    static let avx2 = LoopTable(
      correlate: LoopsAVX2.correlate, evaluate: LoopsAVX2.evaluate,
      windowSums: LoopsAVX2.windowSums,
      windowWeightGradients: LoopsAVX2.windowWeightGradients,
      windowInputGradients: LoopsAVX2.windowInputGradients)
    static let best = cn_processor_has_avx2_and_fma() ? avx2 : plain
  #else
    static let best = plain
  #endif
}
