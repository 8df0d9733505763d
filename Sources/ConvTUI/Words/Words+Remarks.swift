import Formats

/// Remarks about a file that convtui could read.
extension Words {
  func sentence(_ remark: FormatRemark) -> String {
    switch remark {
    case .oneAxis(let length):
      say(
        "It has one axis of \(count(length, "number")); convtui reads it as one row.",
        "它只有一个轴，有 \(length) 个数；convtui 把它当作一行读入。")
    case .untidy(let words):
      say(
        "\(words). It was read anyway; check that the picture is right.", "\(words)。仍然读了；请检查图片是否正确。"
      )
    case .skippedHeader(let line):
      say(
        "Its first line, “\(line.printable)”, has no numbers and was skipped.",
        "第一行 “\(line.printable)” 没有数字，已跳过。")
    case .decimalCommas: say("Its commas count as decimal points.", "其中的逗号当作小数点。")
    case .uncalled(let functions):
      say(
        "It asks to call \(list(functions)); convtui calls nothing, and leaves out what that would make.",
        "它要求调用 \(list(functions))；convtui 不调用任何函数，并略去由此产生的内容。")
    case .bfloat16: say("Its two-byte elements count as bfloat16.", "两字节的元素当作 bfloat16。")
    }
  }

  /// All of them in a row; nil where there are none.
  func sentences(_ remarks: [FormatRemark]) -> String? {
    remarks.isEmpty ? nil : joined(remarks.map(sentence))
  }
}
