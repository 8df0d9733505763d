import Formats
import Model

/// What stands in a session, each field checked as it is read.
struct SessionFields {
  private let fields: [String: JSONValue]

  init(_ bytes: [UInt8]) throws {
    // A text that does not start as an object is another file, not a damaged session.
    guard JSONValue.startsObject(bytes), let fields = try JSONValue(bytes).fields,
      let version = fields["convtui"]
    else {
      throw SessionError.notASession
    }
    guard version.int == Session.version else { throw SessionError.version(version.int) }
    self.fields = fields
  }

  private func value<Value>(
    _ name: String, _ need: SessionError.Need, _ read: (JSONValue) -> Value?
  ) throws(SessionError) -> Value {
    guard let field = fields[name] else { throw .missing(name, needed: need) }
    guard let value = read(field) else { throw .wrong(name, needed: need) }
    return value
  }

  func has(_ name: String) -> Bool { fields[name] != nil }

  func matrix(_ name: String) throws(SessionError) -> Tensor {
    try value(name, .matrix, \.matrix)
  }

  /// A matrix of a shape.
  func matrix(_ name: String, _ shape: Shape) throws(SessionError) -> Tensor {
    try value(name, .shape(shape)) { $0.matrix.flatMap { $0.shape == shape ? $0 : nil } }
  }

  func int(_ name: String, in range: ClosedRange<Int>) throws(SessionError) -> Int {
    try value(name, .wholeNumber(range)) { $0.int.flatMap { range.contains($0) ? $0 : nil } }
  }

  /// A finite number from 0 on.
  func number(
    _ name: String, below limit: Float = .infinity
  ) throws(SessionError) -> Float {
    try value(name, .number(below: limit)) {
      $0.float.flatMap { $0 >= 0 && $0 < limit ? $0 : nil }
    }
  }

  /// A finite number above 0.
  func positive(_ name: String) throws(SessionError) -> Float {
    try value(name, .positiveNumber) { $0.float.flatMap { $0 > 0 && $0.isFinite ? $0 : nil } }
  }

  /// - Parameter limit: The greatest that either may be, above 0 and below.
  func pair<Value: RowsAndColumns>(
    _ name: String, limit: Int = 1 << 40
  ) throws(SessionError) -> Value {
    try value(name, .pair) {
      SessionFields.pair($0).flatMap { (pair: Value) in
        [pair.numbers.rows, pair.numbers.columns].allSatisfy { (-limit...limit).contains($0) }
          ? pair : nil
      }
    }
  }

  /// A number of positions.
  func positions(_ name: String, count: Int) throws(SessionError) -> [Position] {
    try value(name, .positions(count)) { value in
      let pairs: [Position]? = value.list?.compactMap(SessionFields.pair)
      return pairs.flatMap { $0.count == count && $0.count == value.list?.count ? $0 : nil }
    }
  }

  private static func pair<Value: RowsAndColumns>(_ value: JSONValue) -> Value? {
    guard let list = value.list, list.count == 2, let rows = list[0].int,
      let columns = list[1].int
    else { return nil }
    return Value(rows, columns)
  }

  /// One of the values that have such names.
  func choice<Value: RawRepresentable<String> & CaseIterable>(
    _ name: String, among values: [Value] = Array(Value.allCases)
  ) throws(SessionError) -> Value {
    try value(name, .oneOf(values.map(\.rawValue))) { field in
      values.first { $0.rawValue == field.text }
    }
  }

  /// One of the kinds of scenes, by its name.
  func kind(_ name: String, among kinds: [SceneKind]) throws(SessionError) -> SceneKind {
    try value(name, .oneOf(kinds.map(\.name))) { field in
      kinds.first { $0.name == field.text }
    }
  }

  func word(_ name: String, among words: [String]) throws(SessionError) -> String {
    try value(name, .oneOf(words)) { $0.text.flatMap { words.contains($0) ? $0 : nil } }
  }

  func text(_ name: String) throws(SessionError) -> String { try value(name, .text, \.text) }

  /// Whether a field that is 0 or 1 is 1.
  func flag(_ name: String) throws(SessionError) -> Bool {
    try value(name, .flag) { $0.int.flatMap { [0: false, 1: true][$0] } }
  }

  func anyNumber(_ name: String) throws(SessionError) -> Float {
    try value(name, .anyNumber, \.float)
  }

  /// Kernels of shape O×C×kH×kW.
  func bank(prefix: String) throws(SessionError) -> Tensor {
    let rows = try matrix(prefix + "weight")
    let most = 1...rows.shape.rows
    let kernels = try int(prefix + "kernels", in: most)
    let channels = try int(prefix + "channels", in: most)
    let (height, rest) = rows.shape.rows.quotientAndRemainder(dividingBy: kernels * channels)
    guard rest == 0 else { throw .wrong(prefix + "weight", needed: .matrix) }
    return rows.reshaped(Shape(kernels, channels, height, rows.shape.columns))
  }

  func options(prefix: String = "") throws(SessionError) -> CorrelationOptions {
    // The geometry itself refuses what does not fit, with the number.
    CorrelationOptions(
      stride: try pair(prefix + "stride", limit: .max),
      padding: try pair(prefix + "padding", limit: .max),
      surplus: has(prefix + "padding-surplus")
        ? try pair(prefix + "padding-surplus", limit: 1 << 20) : PerAxis(0),
      mode: try choice(prefix + "padding-mode"),
      dilation: try pair(prefix + "dilation", limit: .max))
  }
}
