/// Neighbouring outputs of one row, computed at once.
///
/// Memory holds them as that many floats in a row.
protocol Lanes: BitwiseCopyable {
  init(repeating value: Float)

  /// Adds weight · inputs, lane by lane.
  mutating func add(_ weight: Float, times inputs: Self)
}

extension SIMD16<Float>: Lanes {
  /// A fused multiply-add rounds once instead of twice and takes one instruction instead of two;
  /// where the processor has no such instruction it would become sixteen calls.
  @inline(__always)
  mutating func add(_ weight: Float, times inputs: Self) {
    add(SIMD16(repeating: weight), times: inputs)
  }

  @inline(__always)
  mutating func add(_ weights: Self, times inputs: Self) {
    #if FUSED_MULTIPLY_ADD || arch(arm64)
      addProduct(weights, inputs)
    #else
      self += weights * inputs
    #endif
  }

  /// The sum of all lanes in four additions that wait for each other; `sum()` makes fifteen.
  @inline(__always)
  var laneSum: Float {
    let eight = lowHalf + highHalf
    let four = eight.lowHalf + eight.highHalf
    let two = four.lowHalf + four.highHalf
    return two.x + two.y
  }
}

extension SIMD8<Float>: Lanes {
  @inline(__always)
  mutating func add(_ weight: Float, times inputs: Self) {
    #if FUSED_MULTIPLY_ADD || arch(arm64)
      addProduct(SIMD8(repeating: weight), inputs)
    #else
      self += SIMD8(repeating: weight) * inputs
    #endif
  }
}

/// Two vectors: the sums of two rows of them keep the multipliers busy and fill the registers.
struct Lanes32: Lanes {
  private var first, second: SIMD16<Float>

  @inline(__always)
  init(repeating value: Float) {
    first = SIMD16(repeating: value)
    second = first
  }

  @inline(__always)
  mutating func add(_ weight: Float, times inputs: Lanes32) {
    first.add(weight, times: inputs.first)
    second.add(weight, times: inputs.second)
  }
}

// A build without fused multiply-add is one for small registers: 2 × 16 sums fill half of them.
#if FUSED_MULTIPLY_ADD || arch(arm64)
  typealias WideLanes = Lanes32
#else
  typealias WideLanes = SIMD16<Float>
#endif

extension Lanes {
  @inline(__always)
  static var count: Int { MemoryLayout<Self>.size / MemoryLayout<Float>.size }

  /// Stores the first `count` lanes at an index of a buffer of floats.
  @inline(__always)
  func store(in output: UnsafeMutableRawBufferPointer, at index: Int, count: Int) {
    let offset = index * MemoryLayout<Float>.size
    if count >= Self.count {
      output.storeBytes(of: self, toByteOffset: offset, as: Self.self)
    } else {
      withUnsafeBytes(of: self) { lanes in
        // Nothing generic of the standard library: a specialization built here for some
        // processors only could be linked into code for all.
        (output.baseAddress! + offset).copyMemory(
          from: lanes.baseAddress!, byteCount: count * MemoryLayout<Float>.size)
      }
    }
  }
}
