import Formats

/// What is said of a file that was read.
extension Words {
  func sentence(_ remark: FormatRemark) -> String {
    switch remark {
    case .oneAxis(let length):
      "It has one axis of \(count(length, "number")), read as one row."
    case .untidy(let words):
      "\(words). It was read all the same; look whether the picture is right."
    case .skippedHeader(let line):
      "Its first line, “\(line.printable)”, holds no number and was skipped."
    case .decimalCommas: "Its commas are read as decimal points."
    case .bfloat16: "Its elements of two bytes are read as bfloat16."
    }
  }

  /// All of them in a row; nil where there are none.
  func sentences(_ remarks: [FormatRemark]) -> String? {
    remarks.isEmpty ? nil : remarks.map(sentence).joined(separator: " ")
  }
}
