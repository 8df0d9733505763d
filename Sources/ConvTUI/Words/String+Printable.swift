import Drawing
import Formats

extension String {
  /// Text from outside, without anything that a terminal would obey; a byte of a path that is no text
  /// is written in digits, as in caf\xe9.png.
  var printable: String {
    map { character in
      if character.cellWidth > 0 { return String(character) }
      guard let byte = character.unicodeScalars.first?.strayByte else { return "?" }
      return "\\x" + String(byte, radix: 16)
    }.joined()
  }
}
