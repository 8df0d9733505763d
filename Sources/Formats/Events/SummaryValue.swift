import Glibc

/// One value of an event: its tag, its plugin and where its content stands, which is not decoded yet.
struct SummaryValue {
  /// The fields of which one holds the value, where it is no single number.
  enum Field: Int {
    case image = 4
    case histogram, audio
    case tensor = 8
  }

  let bytes: UnsafeRawBufferPointer
  /// Of the whole message.
  let range: Range<Int>
  private(set) var field: Field?
  /// Of the message in `field`.
  private(set) var content = 0..<0
  /// In single precision, where it is one number.
  private(set) var single: Float?
  private(set) var isWhole = true
  /// What the plugin keeps for itself.
  private(set) var pluginContent: Range<Int>?
  private var tag = 0..<0
  private var plugin: Range<Int>?

  init(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) {
    self.bytes = bytes
    self.range = range
    var reader = WireReader(bytes, in: range)
    while let field = reader.next() {
      switch (field.number, field.content) {
      case (1, .bytes(let range)): tag = range
      case (2, .fixed32(let bits)): (self.field, single) = (nil, Float(bitPattern: bits))
      case (9, .bytes(let range)): readPlugin(range)
      case (let number, .bytes(let range)):
        guard let field = Field(rawValue: number) else { break }
        (self.field, content, single) = (field, range, nil)
      default: break
      }
    }
    isWhole = isWhole && !reader.isBroken
  }

  private mutating func readPlugin(_ range: Range<Int>) {
    var metadata = WireReader(bytes, in: range)
    while let field = metadata.next() {
      guard field.number == 1, case .bytes(let range) = field.content else { continue }
      var data = WireReader(bytes, in: range)
      while let field = data.next() {
        guard case .bytes(let range) = field.content else { continue }
        if field.number == 1 { plugin = range }
        if field.number == 2 { pluginContent = range }
      }
      isWhole = isWhole && !data.isBroken
    }
    isWhole = isWhole && !metadata.isBroken
  }

  var tagText: String { bytes.text(tag) }
  var pluginText: String? { plugin.map { bytes.text($0) } }

  /// Whether the tag has the same bytes as a text.
  func hasTag(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { text in
      text.count == tag.count
        && (tag.isEmpty
          || memcmp(text.baseAddress!, bytes.baseAddress! + tag.lowerBound, tag.count) == 0)
    }
  }

  /// The number that a tensor of a plugin for scalars is.
  func double(plugin: String) -> Double? {
    guard field == .tensor, plugin == "scalars" else { return nil }
    return TensorMessage(bytes, content).number
  }

  /// - Precondition: It is no single number.
  func kind(plugin: String) -> EventKind {
    switch field {
    case .image: .image
    case .histogram: .histogram
    case .audio: .audio
    case .tensor, nil:
      switch plugin {
      case "images": .image
      case "histograms": .histogram
      case "text": .text
      case "hparams": .hyperparameters
      case "pr_curves": .precisionRecall
      case "audio": .audio
      case "", "tensor", "scalars":
        if field == nil {
          .other(plugin: plugin)
        } else if TensorMessage(bytes, content).type == .text {
          .text
        } else {
          .tensor
        }
      default: .other(plugin: plugin)
      }
    }
  }
}
