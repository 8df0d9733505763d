/// PyTorch's names of its types of numbers.
enum TorchType {
  private static let elements: [String: ElementType] = [
    "float16": .f2, "float32": .f4, "float64": .f8, "bfloat16": .bfloat16, "int8": .i1,
    "int16": .i2, "int32": .i4, "int64": .i8, "uint8": .u1, "uint16": .u2, "uint32": .u4,
    "uint64": .u8, "bool": .b1,
  ]

  private static let storages = [
    "Half": "float16", "Float": "float32", "Double": "float64", "BFloat16": "bfloat16",
    "Char": "int8", "Short": "int16", "Int": "int32", "Long": "int64", "Byte": "uint8",
    "Bool": "bool", "ComplexFloat": "complex64", "ComplexDouble": "complex128", "QInt8": "qint8",
    "QUInt8": "quint8", "QInt32": "qint32", "Untyped": "",
  ]

  /// The size of an element in bytes of types that are stored but not read.
  private static let otherSizes = [
    "complex64": 8, "complex128": 16, "qint8": 1, "quint8": 1, "qint32": 4, "": 1,
  ]

  /// In the exported form, by its numbers.
  private static let exported = [
    1: "uint8", 2: "int8", 3: "int16", 4: "int32", 5: "int64", 6: "float16", 7: "float32",
    8: "float64", 9: "complex32", 10: "complex64", 11: "complex128", 12: "bool", 13: "bfloat16",
    28: "uint16", 29: "float8_e4m3fn", 30: "float8_e5m2",
  ]

  static var readable: [String] { elements.keys.sorted() }

  static func element(_ name: String) -> ElementType? { elements[name] }

  static func size(_ name: String) -> Int? { elements[name]?.size ?? otherSizes[name] }

  /// The type of a storage's class, as in `torch.FloatStorage`; empty for plain bytes.
  static func ofStorage(_ name: String) -> String? {
    let ending = "Storage"
    guard name.hasPrefix("torch."), name.hasSuffix(ending),
      let name = name.dropLast(ending.count).split(separator: ".").last
    else { return nil }
    return storages[String(name)]
  }

  static func exported(_ number: Int) -> String { exported[number] ?? "type \(number)" }
}
