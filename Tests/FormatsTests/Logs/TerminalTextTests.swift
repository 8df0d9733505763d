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
