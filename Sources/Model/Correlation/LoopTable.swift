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

  /// What every processor runs.
  static let plain = LoopTable(correlate: LoopsPlain.correlate, evaluate: LoopsPlain.evaluate)

  #if arch(x86_64)
    /// For processors with AVX2 and fused multiply-add.
    static let avx2 = LoopTable(correlate: LoopsAVX2.correlate, evaluate: LoopsAVX2.evaluate)
    static let best = cn_processor_has_avx2_and_fma() ? avx2 : plain
  #else
    static let best = plain
  #endif
}
