import Foundation
import Testing

@testable import ConvTUI
@testable import Drawing

/// What is drawn as text that a person can review.
struct Golden {
  let name: String
  let text: String

  /// A frame: its glyphs, a letter for each style, and what the letters mean. The most common style is
  /// a dot.
  init(name: String, frame: Frame) {
    self.name = name
    text = Golden.parts(of: frame, .direct).joined(separator: "\n\n") + "\n"
  }

  /// The same frame in several depths of colour. What is as in the depth before is left out.
  init(name: String, frames: [(depth: ColorDepth, frame: Frame)]) {
    self.name = name
    var before: [String] = []
    text = frames.map { depth, frame in
      let parts = Golden.parts(of: frame, depth)
      defer { before = parts }
      let shown = parts.enumerated().map { index, part in
        before.indices.contains(index) && before[index] == part ? "as above" : part
      }
      return "== \(depth.rawValue)\n\n" + shown.joined(separator: "\n\n") + "\n"
    }.joined(separator: "\n")
  }

  /// The glyphs, the letters of the styles, and what those mean in a depth of colour.
  private static func parts(of frame: Frame, _ depth: ColorDepth) -> [String] {
    var letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
    letters += (0x3B1...0x3C9).compactMap { UnicodeScalar($0).map(Character.init) }
    letters += (0x430...0x44F).compactMap { UnicodeScalar($0).map(Character.init) }
    var counts: [Style: Int] = [:]
    for cell in frame.cells { counts[cell.style, default: 0] += 1 }
    let order = frame.cells.map(\.style).reduce(into: [Style]()) { styles, style in
      if !styles.contains(style) { styles.append(style) }
    }
    let common = counts.max {
      ($0.value, order.firstIndex(of: $1.key)!) < ($1.value, order.firstIndex(of: $0.key)!)
    }?.key
    var letterOfStyle: [Style: Character] = [:]
    for style in order {
      letterOfStyle[style] = style == common || letters.isEmpty ? "." : letters.removeFirst()
    }
    let rows = 0..<frame.size.height
    let glyphs = rows.map { row in
      "|" + String(frame.row(row).map(\.glyph).filter { $0 != Cell.continuation }) + "|"
    }
    let styles = rows.map { row in
      "|" + String(frame.row(row).map { letterOfStyle[$0.style] ?? "?" }) + "|"
    }
    let legend = order.map { "\(letterOfStyle[$0] ?? "?")  \($0.description(depth))" }
    return [glyphs, styles, legend].map { $0.joined(separator: "\n") }
  }

  /// Compares with the text that was reviewed; where there is none yet it is recorded, and the
  /// test fails until someone has looked at it.
  func check(_ location: SourceLocation = #_sourceLocation) {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let file = folder.appending(path: "Goldens/\(name).txt")
    guard let recorded = try? String(contentsOf: file, encoding: .utf8) else {
      try? text.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("\(name): recorded, review it", sourceLocation: location)
      return
    }
    let (old, new) = (recorded.split(separator: "\n"), text.split(separator: "\n"))
    for (line, pair) in zip(old, new).enumerated() where pair.0 != pair.1 {
      Issue.record(
        """
        \(name), line \(line + 1); remove the file to record it anew
        was \(pair.0)
        is  \(pair.1)
        """, sourceLocation: location)
      return
    }
    #expect(old.count == new.count, "\(name)", sourceLocation: location)
  }
}

extension Style {
  /// The colours and attributes in words, as a depth of colour has them.
  fileprivate func description(_ depth: ColorDepth) -> String {
    func name(_ color: Color?) -> String {
      guard let color else { return "default" }
      if depth != .direct { return depth.number(for: color).map(String.init) ?? "default" }
      let digits = String(color.hex, radix: 16, uppercase: true)
      return "#" + String(repeating: "0", count: 6 - digits.count) + digits
    }
    var words = ["\(name(foreground)) on \(name(background))"]
    if attributes.contains(.bold) { words.append("bold") }
    if attributes.contains(.underline) { words.append("underline") }
    if attributes.contains(.reverse) { words.append("reverse") }
    return words.joined(separator: " ")
  }
}
