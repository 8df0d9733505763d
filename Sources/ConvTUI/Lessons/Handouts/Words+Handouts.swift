/// What stands on handouts.
extension Words {
  func figure(_ number: Int) -> String { say("Figure \(number)", "图 \(number)") }
  /// Where a student writes a name, and an answer.
  var nameLine: String { say("Name: ", "姓名：") + dots }
  var answerLine: String { say("Answer: ", "答：") + dots }
  private var dots: String { String(repeating: "…", count: 24) }
  /// The end of a title.
  var answersOf: String { say(": answers", "：答案") }
  var answersTitle: String { say("Answers", "答案") }
}
