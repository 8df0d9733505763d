import Model
import Testing

@testable import Formats

private func shown(_ text: String) -> [String] {
  var terminal = TerminalText()
  var lines: [String] = []
  terminal.take(text.utf8) { lines.append($0) }
  return lines + [terminal.line]
}

@Test(arguments: [
  ("a\rb", ["b"]), ("abc\rx", ["xbc"]), ("abc\u{8}\u{8}XY", ["aXY"]), ("a\n\nb", ["a", "", "b"]),
  ("abc\u{1B}[2K\rd", ["d"]), ("abc\r\u{1B}[Kd", ["d"]), ("abc\u{1B}[1Gx", ["xbc"]),
  ("abc\u{1B}[2Dx", ["axc"]), ("\u{1B}]0;title\u{7}a", ["a"]), ("\u{1B}]8;;x\u{1B}\\a", ["a"]),
  ("\u{1B}[1;32mé\u{1B}[0m", ["é"]), ("\u{1B}[38;2;1;2;3mx", ["x"]), ("a\u{1B}[3Cb", ["a   b"]),
  ("\u{8}\u{8}a", ["a"]), ("a  \n", ["a", ""]), ("\u{1B}(Ba", ["a"]),
])
func whatATerminalShows(_ text: String, lines: [String]) {
  #expect(shown(text) == lines)
}

@Test func sequencesAndCharactersMayBeCutAnywhere() {
  let text = "é\u{1B}[31m日本\u{1B}]0;t\u{1B}\\\r\u{1B}[2KüX\u{8}Y\n😀\n"
  let bytes = Array(text.utf8)
  let whole = shown(text)
  for cut in 0...bytes.count {
    var terminal = TerminalText()
    var lines: [String] = []
    terminal.take(bytes[..<cut]) { lines.append($0) }
    terminal.take(bytes[cut...]) { lines.append($0) }
    #expect(lines + [terminal.line] == whole)
  }
}

@Test func aLineWithoutEndStaysShort() {
  var terminal = TerminalText()
  terminal.take(String(repeating: "x", count: 200_000).utf8) { _ in }
  terminal.take("\u{1B}[999999999Cy".utf8) { _ in }
  #expect(terminal.line.utf8.count == TerminalText.widest)
}

/// Lines that need no terminal are passed on as they are; the others must not differ.
@Test(arguments: ["hf.txt", "keras.txt", "train.jsonl", "ultralytics.txt"])
func plainLinesAreWhatATerminalShows(_ name: String) throws {
  let bytes = try SampleFile.bytes("logs/" + name) + Array("a\tb  \r\n\u{7F}x\n".utf8)
  for piece in [7, 100, bytes.count] {
    var (slow, fast) = (TerminalText(), TerminalText())
    var (expected, found): ([[UInt8]], [[UInt8]]) = ([], [])
    for start in stride(from: 0, to: bytes.count, by: piece) {
      let part = Array(bytes[start..<min(bytes.count, start + piece)])
      slow.take(part) { expected.append(Array($0.utf8)) }
      fast.take(part, bytes: { found.append($0) })
    }
    #expect(found == expected && slow.line == fast.line)
  }
}

@Test func shortNumbersAreTheNearestToWhatIsWritten() {
  var generator = SeededGenerator(seed: 8)
  for _ in 0..<20_000 {
    let digits = Int.random(in: 1...17, using: &generator)
    var text = (0..<digits).map { _ in "\(Int.random(in: 0...9, using: &generator))" }.joined()
    if Bool.random(using: &generator) {
      let place = Int.random(in: 0...digits, using: &generator)
      text.insert(".", at: text.index(text.startIndex, offsetBy: place))
    }
    if Bool.random(using: &generator) { text = "-" + text }
    if let number = LogNumber.short(text.utf8) { #expect(number == Double(text), "\(text)") }
    #expect(LogNumber.value(text) == Double(text), "\(text)")
  }
  for text in ["", "-", ".", "-.", "1e5", "+1", "1.2.3", "--1"] {
    #expect(LogNumber.short(text.utf8) == nil)
  }
}
