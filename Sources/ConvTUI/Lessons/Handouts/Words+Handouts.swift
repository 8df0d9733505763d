/// What stands on handouts.
extension Words {
  func figure(_ number: Int) -> String { say("Figure \(number)", "图 \(number)") }
  var answersTitle: String { say("Answers", "答案") }
}
