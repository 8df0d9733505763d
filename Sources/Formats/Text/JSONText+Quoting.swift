extension JSONText {
  /// A text in quotation marks, with what may not stand between them escaped. A byte of a path that is
  /// no text is a lone surrogate, as Python has it.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\n": quoted += "\\n"
      case "\u{0}"..<" ":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      case _ where scalar.strayByte != nil:
        quoted += "\\udc" + String(scalar.strayByte!, radix: 16)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
