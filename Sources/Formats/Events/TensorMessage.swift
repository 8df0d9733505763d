/// A tensor as TensorFlow's protobuf messages hold it: its numbers as they are in memory, or one by one.
///
/// Source: TensorFlow, `tensor.proto`, `types.proto`; PyTorch 2.13, `summary.py`.
struct TensorMessage {
  enum Kind: Hashable {
    case number(ElementType)
    case text
    /// A type of this number that is not read.
    case other(Int)
  }

  let type: Kind
  /// Nil where a message in it is broken.
  let dimensions: [Int]?
  private let bytes: UnsafeRawBufferPointer
  private var stored: Range<Int>?
  /// Of the fields with numbers or texts, in their order.
  private var pieces: [(number: Int, content: WireReader.Content)] = []

  init(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) {
    self.bytes = bytes
    var type = 0
    var dimensions: [Int]? = []
    var reader = WireReader(bytes, in: range)
    while let field = reader.next() {
      switch (field.number, field.content) {
      case (1, .varint(let number)): type = Int(truncatingIfNeeded: number)
      case (2, .bytes(let range)): dimensions = TensorMessage.dimensions(bytes, range)
      case (4, .bytes(let range)): stored = range
      case (5...18, _): pieces.append(field)
      default: break
      }
    }
    self.type = TensorMessage.types[type].map { .number($0) } ?? (type == 7 ? .text : .other(type))
    self.dimensions = reader.isBroken ? nil : dimensions
  }

  private static let types: [Int: ElementType] = [
    1: .f4, 2: .f8, 3: .i4, 4: .u1, 5: .i2, 6: .i1, 9: .i8, 10: .b1, 14: .bfloat16, 17: .u2,
    19: .f2, 22: .u4, 23: .u8,
  ]

  private static func dimensions(
    _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>
  ) -> [Int]? {
    var dimensions: [Int] = []
    var reader = WireReader(bytes, in: range)
    while let field = reader.next() {
      guard field.number == 2, case .bytes(let range) = field.content else { continue }
      var size: UInt64 = 0
      var dimension = WireReader(bytes, in: range)
      while let field = dimension.next() {
        if field.number == 1, case .varint(let number) = field.content { size = number }
      }
      guard !dimension.isBroken, size <= Int.max else { return nil }
      dimensions.append(Int(size))
    }
    return reader.isBroken ? nil : dimensions
  }

  /// The only number, in double precision; nil where there is another count, or none at all.
  var number: Double? {
    guard case .number(let type) = type, let dimensions, dimensions.allSatisfy({ $0 == 1 }) else {
      return nil
    }
    if let stored {
      guard stored.count == type.size else { return nil }
      return type.double(of: bits(stored.lowerBound, type))
    }
    var number: Double?
    var count = 0
    forEachNumber(type) { (number, count) = ($0, count + 1) }
    return count == 1 ? number : nil
  }

  /// All numbers in single precision.
  ///
  /// - Parameter tag: Names the tensor in errors.
  /// - Throws: `elementType` for a type that is not read, `tooLarge`, `corrupt` where there are more or
  ///   fewer numbers than the shape counts. A single one stands for all that follow it.
  func array(tag: String, limit: Int) throws(FormatError) -> NumberArray {
    guard case .number(let type) = type else {
      throw .elementType(
        name, of: tag.excerpt, readable: TensorMessage.types.values.map(\.rawValue).sorted())
    }
    guard let dimensions else { throw .corrupt(.events(.message)) }
    var shape = dimensions
    var values: [Float] = []
    if let stored {
      let count = try FormatError.product(dimensions, limit: limit)
      guard stored.count == count * type.size else {
        throw .corrupt(.events(.count(stored.count / type.size, dimensions: dimensions)))
      }
      values = stride(from: stored.lowerBound, to: stored.upperBound, by: type.size)
        .map { type.value(of: bits($0, type)) }
    } else {
      forEachNumber(type) { values.append(Float($0)) }
      // What PyTorch writes in the new style has no shape.
      if dimensions.isEmpty, values.count > 1 { shape = [values.count] }
      let count = try FormatError.product(shape, limit: limit)
      guard values.count <= count else {
        throw .corrupt(.events(.count(values.count, dimensions: dimensions)))
      }
      let last = values.last ?? 0
      values += [Float](repeating: last, count: count - values.count)
    }
    return NumberArray(dimensions: shape, values: values)
  }

  /// What TensorFlow calls the type.
  private var name: String {
    guard case .other(let number) = type else { return "string" }
    return [8: "complex64", 18: "complex128", 20: "resource", 21: "variant"][number]
      ?? "type \(number)"
  }

  /// The texts, as bytes.
  var texts: [Range<Int>] {
    pieces.compactMap {
      if $0.number == 8, case .bytes(let range) = $0.content { range } else { nil }
    }
  }

  private func bits(_ offset: Int, _ type: ElementType) -> UInt64 {
    func load<Word: FixedWidthInteger & UnsignedInteger>(_ word: Word.Type) -> UInt64 {
      UInt64(Word(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: word)))
    }
    return switch type.size {
    case 1: UInt64(bytes[offset])
    case 2: load(UInt16.self)
    case 4: load(UInt32.self)
    default: load(UInt64.self)
    }
  }

  /// Calls with each of the numbers that stand one by one, be they packed or not.
  private func forEachNumber(_ type: ElementType, _ body: (Double) -> Void) {
    for (field, content) in pieces where TensorMessage.holds(field, type) {
      switch content {
      case .fixed32(let bits) where field == 5: body(Double(Float(bitPattern: bits)))
      case .fixed64(let bits) where field == 6: body(Double(bitPattern: bits))
      case .varint(let bits) where field > 6: body(TensorMessage.number(bits, type))
      case .bytes(let range):
        var reader = WireReader(bytes, in: range)
        switch field {
        case 5:
          while let bits = reader.word(UInt32.self) { body(Double(Float(bitPattern: bits))) }
        case 6: while let bits = reader.word(UInt64.self) { body(Double(bitPattern: bits)) }
        default: while let bits = reader.varint() { body(TensorMessage.number(bits, type)) }
        }
      default: break
      }
    }
  }

  /// Whether a field holds numbers of a type; PyTorch and TensorFlow differ in the one for small ones.
  private static func holds(_ field: Int, _ type: ElementType) -> Bool {
    switch type {
    case .f4: field == 5
    case .f8: field == 6
    case .f2, .bfloat16: field == 13
    case .b1: field == 11
    case .i1, .i2, .i4, .i8, .u1, .u2, .u4, .u8: [7, 10, 16, 17].contains(field)
    }
  }

  /// A number from a varint. One of two bytes is its own bits; PyTorch writes those of the same number
  /// in single precision, which do not fit into two bytes.
  private static func number(_ bits: UInt64, _ type: ElementType) -> Double {
    switch type {
    case .f2, .bfloat16:
      bits > 0xFFFF
        ? Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
        : type.double(of: bits)
    default: type.double(of: bits)
    }
  }
}

extension ElementType {
  /// The number whose bit pattern this is, in double precision.
  fileprivate func double(of bits: UInt64) -> Double {
    switch self {
    case .f8: Double(bitPattern: bits)
    case .i8: Double(Int64(bitPattern: bits))
    case .u4, .u8: Double(bits)
    case .i4: Double(Int32(truncatingIfNeeded: bits))
    default: Double(value(of: bits))
    }
  }
}
