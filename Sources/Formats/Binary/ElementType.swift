/// The kinds of number that an array in a file may have, under NumPy's names.
enum ElementType: String, CaseIterable, Hashable, Sendable {
  case f2, f4, f8, bfloat16, i1, i2, i4, i8, u1, u2, u4, u8, b1

  /// In bytes.
  var size: Int {
    switch self {
    case .i1, .u1, .b1: 1
    case .f2, .bfloat16, .i2, .u2: 2
    case .f4, .i4, .u4: 4
    case .f8, .i8, .u8: 8
    }
  }

  /// The name that safetensors gives it: the letter and the bits, as in F32.
  var safetensorsName: String {
    switch self {
    case .b1: "BOOL"
    case .bfloat16: "BF16"
    default: rawValue.prefix(1).uppercased() + "\(8 * size)"
    }
  }

  /// The type that has such a name in safetensors.
  init?(safetensors name: String) {
    guard let type = ElementType.allCases.first(where: { $0.safetensorsName == name }) else {
      return nil
    }
    self = type
  }

  /// The number whose bit pattern this is, rounded to single precision; a truth value is 0 or 1.
  func value(of bits: UInt64) -> Float {
    switch self {
    case .f2: Float(Float16(bitPattern: UInt16(truncatingIfNeeded: bits)))
    // The upper half of a single-precision number.
    case .bfloat16: Float(bitPattern: UInt32(truncatingIfNeeded: bits) << 16)
    case .f4: Float(bitPattern: UInt32(truncatingIfNeeded: bits))
    case .f8: Float(Double(bitPattern: bits))
    case .i1: Float(Int8(truncatingIfNeeded: bits))
    case .i2: Float(Int16(truncatingIfNeeded: bits))
    case .i4: Float(Int32(truncatingIfNeeded: bits))
    case .i8: Float(Int64(truncatingIfNeeded: bits))
    case .u1, .u2, .u4, .u8: Float(bits)
    case .b1: bits == 0 ? 0 : 1
    }
  }
}
