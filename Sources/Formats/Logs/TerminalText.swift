/// What a terminal would show of a text that comes piece by piece, line by line: a carriage return and
/// backspaces lead back, what follows is written over what stands there, and escape sequences do what
/// concerns the line.
///
/// Source: ECMA-48.
public struct TerminalText: Sendable {
  /// Of a line; what is written further right is lost.
  static let widest = 1 << 16

  private enum State {
    case text, escape
    /// `ESC [` and what followed.
    case control
    /// `ESC ]` and its like, up to BEL or `ESC \`.
    case string
    case stringEscape
  }

  private var state = State.text
  private var parameters: [UInt8] = []
  private var cells: [Unicode.Scalar] = []
  private var column = 0
  /// The first bytes of a character that is not all there.
  private var partial: [UInt8] = []

  public init() {}

  /// The line as it stands now, on which the program still writes.
  public var line: String {
    var line = String.UnicodeScalarView(cells)
    while line.last == " " { line.removeLast() }
    return String(line)
  }

  /// - Parameter line: Called with each line that ended.
  public mutating func take(_ bytes: some Sequence<UInt8>, line: (String) -> Void) {
    for byte in bytes {
      switch state {
      case .text: text(byte, line)
      case .escape:
        switch byte {
        case UInt8(ascii: "["): (state, parameters) = (.control, [])
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"),
          UInt8(ascii: "_"):
          state = .string
        case 0x20...0x2F: break
        default: state = .text
        }
      case .control:
        if (0x40...0x7E).contains(byte) {
          state = .text
          control(byte)
        } else if byte == 0x1B {
          state = .escape
        } else if (0x20...0x3F).contains(byte), parameters.count < 64 {
          parameters.append(byte)
        } else {
          // No such sequence goes on like this.
          state = .text
          text(byte, line)
        }
      case .string:
        if byte == 0x07 || byte == .lineFeed {
          state = .text
        } else if byte == 0x1B {
          state = .stringEscape
        }
      case .stringEscape: state = byte == UInt8(ascii: "\\") ? .text : .string
      }
    }
  }

  /// - Parameter line: Called with the bytes of each line that ended.
  mutating func take(_ bytes: [UInt8], bytes line: ([UInt8]) -> Void) {
    var at = 0
    while at < bytes.count {
      let end = bytes[at...].firstIndex(of: .lineFeed) ?? bytes.count
      if isAtStart, end < bytes.count, let plain = TerminalText.plain(bytes, at..<end) {
        line(Array(bytes[plain]))
      } else {
        take(bytes[at..<min(end + 1, bytes.count)]) { line(Array($0.utf8)) }
      }
      at = end + 1
    }
  }

  /// Whether nothing of a line has come yet.
  private var isAtStart: Bool {
    state == .text && cells.isEmpty && column == 0 && partial.isEmpty
  }

  /// A line that a terminal shows as it is, without the blanks at its end; most lines are such.
  private static func plain(_ bytes: [UInt8], _ line: Range<Int>) -> Range<Int>? {
    guard line.count <= widest else { return nil }
    var end = line.upperBound
    if end > line.lowerBound, bytes[end - 1] == .carriageReturn { end -= 1 }
    let isPlain = bytes.withUnsafeBufferPointer { bytes in
      bytes[line.lowerBound..<end].allSatisfy { $0 &- 0x20 < 0x5F || $0 == .tab }
    }
    guard isPlain else { return nil }
    while end > line.lowerBound, bytes[end - 1] == .space { end -= 1 }
    return line.lowerBound..<end
  }

  private mutating func text(_ byte: UInt8, _ line: (String) -> Void) {
    switch byte {
    case .lineFeed:
      flush()
      line(self.line)
      cells.removeAll(keepingCapacity: true)
      column = 0
    case .carriageReturn:
      flush()
      column = 0
    case 0x08:
      flush()
      column = max(0, column - 1)
    case 0x1B:
      flush()
      state = .escape
    case .tab:
      flush()
      write("\t")
    case 0..<0x20, 0x7F: flush()
    case 0x20..<0x7F:
      flush()
      write(Unicode.Scalar(byte))
    default: multibyte(byte)
    }
  }

  private mutating func multibyte(_ byte: UInt8) {
    if byte >= 0xC0 { flush() }
    partial.append(byte)
    let length = partial[0] >= 0xF0 ? 4 : partial[0] >= 0xE0 ? 3 : partial[0] >= 0xC0 ? 2 : 1
    if partial.count >= length { flush() }
  }

  /// Writes the bytes of a character, whether or not they are whole.
  private mutating func flush() {
    guard !partial.isEmpty else { return }
    for scalar in String(decoding: partial, as: UTF8.self).unicodeScalars { write(scalar) }
    partial.removeAll(keepingCapacity: true)
  }

  private mutating func write(_ scalar: Unicode.Scalar) {
    guard column < TerminalText.widest else { return }
    while cells.count < column { cells.append(" ") }
    if column == cells.count { cells.append(scalar) } else { cells[column] = scalar }
    column += 1
  }

  private mutating func control(_ final: UInt8) {
    let number = Int(
      String(decoding: parameters.prefix { $0 != UInt8(ascii: ";") }, as: UTF8.self))
    let distance = min(max(1, number ?? 1), TerminalText.widest)
    switch final {
    case UInt8(ascii: "C"): column = min(column + distance, TerminalText.widest)
    case UInt8(ascii: "D"): column = max(0, column - distance)
    case UInt8(ascii: "G"): column = distance - 1
    case UInt8(ascii: "K"): erase(number ?? 0)
    default: break
    }
  }

  /// Erases behind the cursor (0), before it (1), or all (2).
  private mutating func erase(_ part: Int) {
    if part == 1 {
      for index in 0..<min(column + 1, cells.count) { cells[index] = " " }
    } else {
      let kept = part == 0 ? column : 0
      if kept < cells.count { cells.removeSubrange(kept...) }
    }
  }
}
