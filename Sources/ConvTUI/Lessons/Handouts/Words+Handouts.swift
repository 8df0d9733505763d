/// What stands on handouts.
extension Words {
  func figure(_ number: Int) -> String { say("Figure \(number)", "图 \(number)") }
  /// The end of a title.
  var answersOf: String { say(": answers", "：答案") }
  var answersTitle: String { say("Answers", "答案") }
}
