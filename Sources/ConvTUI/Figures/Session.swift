import Formats
import Model

/// A scene as JSON: what it is about, its settings and where its timeline stands.
///
///     {"convtui": 1,
///      "scene": "slide",
///      "step": 3, …
///
/// Numbers come back with the same bits.
struct Session {
  /// The version that is written, and the only one that is read.
  static let version = 1

  /// The fields besides the version, in their order.
  private(set) var fields: [JSON.Field] = []

  mutating func set(_ name: String, _ value: Int) { fields.append((name, .number(value))) }
  mutating func set(_ name: String, _ value: Float) { fields.append((name, .number(value))) }
  mutating func set(_ name: String, _ value: String) { fields.append((name, .text(value))) }
  mutating func set(_ name: String, _ value: some RowsAndColumns) {
    fields.append((name, .pair(value)))
  }
  mutating func set(_ name: String, _ values: [some RowsAndColumns]) {
    fields.append((name, .list(values.map { .pair($0) })))
  }
  mutating func set(_ name: String, _ matrix: Tensor) { fields.append((name, .tensor(matrix))) }

  /// - Parameter prefix: The start of the name of each of its fields.
  mutating func set(_ options: CorrelationOptions, prefix: String = "") {
    set(prefix + "stride", options.stride)
    set(prefix + "padding", options.padding)
    if options.surplus != PerAxis(0) { set(prefix + "padding-surplus", options.surplus) }
    set(prefix + "padding-mode", options.mode.rawValue)
    set(prefix + "dilation", options.dilation)
  }

  /// Kernels of shape O×C×kH×kW, a row under the other.
  mutating func set(bank: Tensor, prefix: String) {
    let shape = bank.shape
    set(prefix + "kernels", shape.batch)
    set(prefix + "channels", shape.channels)
    set(
      prefix + "weight",
      bank.reshaped(Shape(shape.batch * shape.channels * shape.rows, shape.columns)))
  }

  private var json: JSON { .object([("convtui", .number(Session.version))] + fields) }

  /// The file.
  var text: String { json.text(.lines) + "\n" }

  /// The same in one line, without its end.
  var line: String { json.text(.compact) }
}

/// What keeps a session from being opened.
enum SessionError: Error, Hashable, Sendable {
  /// It is no JSON object with `"convtui"` in it.
  case notASession
  /// Its version, where it has one that can be read.
  case version(Int?)
  case missing(String, needed: Need)
  case wrong(String, needed: Need)

  enum Need: Hashable, Sendable {
    case matrix
    case shape(Shape)
    case pair
    /// A number of pairs.
    case positions(Int)
    case number(below: Float)
    case positiveNumber
    case anyNumber
    /// 0 or 1.
    case flag
    case wholeNumber(ClosedRange<Int>)
    case oneOf([String])
    case layers, text
  }
}
