/// The kinds of number that a NumPy file may hold here, under NumPy's own names.
enum NPYElement: String, CaseIterable, Hashable, Sendable {
  case f2, f4, f8, i1, i2, i4, i8, u1, u2, u4, u8, b1

  /// In bytes.
  var size: Int { Int(String(rawValue.dropFirst())) ?? 1 }

  /// The number whose bit pattern this is, rounded to single precision; a truth value is 0 or 1.
  func value(of bits: UInt64) -> Float {
    switch self {
    case .f2: Float(Float16(bitPattern: UInt16(truncatingIfNeeded: bits)))
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

  /// Why an array of some other type is not read.
  static func reason(against name: String) -> String {
    let kind =
      switch name.first {
      case "c": "complex numbers"
      case "O": "Python objects"
      case "S", "U", "a": "texts"
      case "M", "m": "dates or durations"
      case "V": "raw bytes, which is how bfloat16 is stored"
      default: "an unknown type"
      }
    return "\(kind) (\(name.excerpt))"
  }
}
