import Formats

/// Remarks about a file that convtui could read.
extension Words {
  func sentence(_ remark: FormatRemark) -> String {
    switch remark {
    case .oneAxis(let length):
      "It has one axis of \(count(length, "number")); convtui reads it as one row."
    case .untidy(let words):
      "\(words). It was read anyway; check that the picture is right."
    case .skippedHeader(let line):
      "Its first line, “\(line.printable)”, has no numbers and was skipped."
    case .decimalCommas: "Its commas count as decimal points."
    case .bfloat16: "Its two-byte elements count as bfloat16."
    }
  }

  /// All of them in a row; nil where there are none.
  func sentences(_ remarks: [FormatRemark]) -> String? {
    remarks.isEmpty ? nil : remarks.map(sentence).joined(separator: " ")
  }
}
