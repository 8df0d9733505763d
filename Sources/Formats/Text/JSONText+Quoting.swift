extension JSONText {
  /// A text in quotation marks, with what may not stand between them escaped, and what a terminal
  /// would obey or nobody would see. A byte of a path that is no text is a lone surrogate, as Python
  /// has it.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      // Most of a text; whether others are seen takes a look into the tables of Unicode.
      case " "..."!", "#"..."[", "]"..."~": quoted.unicodeScalars.append(scalar)
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\n": quoted += "\\n"
      case _ where scalar.strayByte != nil:
        quoted += "\\udc" + String(scalar.strayByte!, radix: 16)
      // Beyond four digits Python has another notation than JSON, and no terminal obeys them.
      case _ where scalar.isUnseen && scalar.value < 0x10000:
        quoted += "\\u" + scalar.value.hexadecimal(digits: 4)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
