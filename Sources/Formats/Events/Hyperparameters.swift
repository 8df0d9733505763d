/// What a run was made with, as TensorBoard's plugin keeps it, and which of its numbers count.
///
/// Source: TensorBoard 2.21, `plugins/hparams/plugin_data.proto` and `api.proto`.
public struct Hyperparameters: Hashable, Sendable {
  public enum Value: Hashable, Sendable {
    case number(Double)
    case text(String)
    case flag(Bool)
  }

  public struct Parameter: Hashable, Sendable {
    public let name: String
    public let value: Value
  }

  /// In the order of the file; only the part on a session's start has some.
  public private(set) var parameters: [Parameter] = []
  /// The tags of the scalars by which runs are compared; only the part on the experiment has some.
  public private(set) var metrics: [String] = []

  init?(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) {
    guard
      WireReader.messages(
        bytes, range,
        { number, range in
          switch number {
          case 2:
            return WireReader.messages(bytes, range) {
              $0 != 5 || readMetric(bytes, $1)
            }
          case 3:
            return WireReader.messages(bytes, range) { $0 != 1 || readValue(bytes, $1) }
          default: return true
          }
        })
    else { return nil }
  }

  private mutating func readMetric(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
    WireReader.messages(bytes, range) { number, range in
      number != 1
        || WireReader.messages(bytes, range) {
          if $0 == 2 { metrics.append(bytes.text($1)) }
          return true
        }
    }
  }

  private mutating func readValue(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
    var name = ""
    var value: Value?
    let isWhole = WireReader.messages(bytes, range) { number, range in
      if number == 1 { name = bytes.text(range) }
      guard number == 2 else { return true }
      var reader = WireReader(bytes, in: range)
      while let field = reader.next() {
        switch (field.number, field.content) {
        case (2, .fixed64(let bits)): value = .number(Double(bitPattern: bits))
        case (3, .bytes(let range)): value = .text(bytes.text(range))
        case (4, .varint(let bits)): value = .flag(bits != 0)
        default: break
        }
      }
      return !reader.isBroken
    }
    if let value { parameters.append(Parameter(name: name, value: value)) }
    return isWhole
  }
}

extension WireReader {
  /// Calls with each field of a message that is itself one, or a text.
  ///
  /// - Returns: Whether the message is whole, and `body` said so of each.
  fileprivate static func messages(
    _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>,
    _ body: (Int, Range<Int>) -> Bool
  ) -> Bool {
    var reader = WireReader(bytes, in: range)
    while let field = reader.next() {
      guard case .bytes(let range) = field.content else { continue }
      guard body(field.number, range) else { return false }
    }
    return !reader.isBroken
  }
}
