import Foundation
import Testing

@testable import ConvTUI
@testable import Drawing

struct HandoutTests {
  private func handout(_ lesson: BuiltInLesson, _ language: Language = .english) throws -> Handout {
    let words = Words(language: language)
    let run = try LessonRun(
      LessonReader.lesson(lesson.bytes), scenes: try SceneKind.examples(), words)
    return Handout(run: run, words: words)
  }

  @Test(arguments: BuiltInLesson.allCases, Language.allCases)
  func everyLessonHasItsPicturesAndAnswers(_ lesson: BuiltInLesson, _ language: Language) throws {
    let handout = try handout(lesson, language)
    let (files, steps) = (handout.files, handout.run.lesson.steps)
    let text = String(decoding: files[0].bytes, as: UTF8.self)
    #expect(files.prefix(2).map(\.path) == ["handout.md", "answers.md"] && files.count > 2)
    let pictures = files.dropFirst(2)
    for (index, file) in pictures.enumerated() {
      #expect(file.path == "figure-\(index + 1).svg")
      #expect(file.bytes.starts(with: Array("<svg".utf8)))
    }
    let answers = String(decoding: files[1].bytes, as: UTF8.self)
    #expect((text + answers).components(separatedBy: "](figure-").count == pictures.count + 1)
    let parts = text.components(separatedBy: "\n## ")
    let room = language == .english ? "\nAnswer: …" : "\n答：…"
    #expect(text.components(separatedBy: room).count == steps.count { $0.question != nil } + 1)
    // What tells the answers stands with them.
    let told = steps.filter { $0.tells && $0.question == nil }
    #expect(parts.count == steps.count - told.count + 1)
    #expect(answers.prefix { $0 != "\n" }.hasSuffix(language == .english ? ": answers" : "：答案"))
    #expect(handout.text.contains(language == .english ? "\n## Answers\n" : "\n## 答案\n"))
    var number = 0
    for step in steps {
      let says = Markdown.escaped(step.say.text(in: handout.words))
      #expect(answers.contains(says) == step.tells)
      if step.tells, step.question == nil { continue }
      number += 1
      #expect(parts[number].contains(says) != step.tells)
      #expect(answers.contains("**\(number).** ") == (step.question != nil))
    }
  }

  /// A picture hides what a question asks for.
  @Test func picturesHideResultsAsTheLessonDoes() throws {
    let text = try handout(.crossCorrelation).text
    let before = try #require(text.components(separatedBy: "**What is Y").first)
    #expect(before.contains("?") && !before.contains("= 19"))
  }

  @Test func textIsEscaped() {
    for (text, escaped) in [
      ("Y[0,1] = 3*2", #"Y\[0,1\] = 3\*2"#), ("# no title", "\\# no title"),
      ("1. no list", #"1\. no list"#), ("12) no list", #"12\) no list"#),
      ("- no list", #"\- no list"#), ("−1 stays", "−1 stays"), ("<b>&amp;", #"\<b\>\&amp;"#),
      ("a_b `c` \\", #"a\_b \`c\` \\"#), ("![x](y)", #"!\[x\](y)"#), ("", ""), ("3 + 4", "3 + 4"),
      ("|a|~b~", #"\|a\|\~b\~"#), ("=", #"\="#), ("6.194 stays", "6.194 stays"), ("6.", #"6\."#),
      ("$x$", #"\$x\$"#),
    ] { #expect(Markdown.escaped(text) == escaped) }
  }

  @Test func whatIsThereIsNotReplaced() throws {
    let directory = try Directory()
    let arguments = ["lesson", "layer", "--handout", "out"]
    let first = try Program.run(arguments, in: directory)
    #expect(first.status == 0 && first.output.isEmpty, "\(first.sentence)")
    let text = try directory.text("out/handout.md")
    #expect(text.hasPrefix("# "))
    try directory.file("out/handout.md", "mine")
    let again = try Program.run(arguments, in: directory)
    #expect(again.status == 1 && again.sentence.contains("already exists"))
    #expect(try directory.text("out/handout.md") == "mine")
    #expect(try Program.run(arguments + ["--force"], in: directory).status == 0)
    #expect(try directory.text("out/handout.md") == text)
    // A file stands where the folder should be.
    try directory.file("flat", "mine")
    let refused = try Program.run(["lesson", "layer", "--handout", "flat"], in: directory)
    #expect(refused.status == 1 && refused.sentence.contains("flat"))
    let sheet = try Program.run(
      ["drill", "pool", "--count", "3", "--seed", "1", "--handout", "sheet", "--answers"],
      in: directory)
    #expect(sheet.status == 0, "\(sheet.sentence)")
    #expect(try directory.text("sheet/handout.md").contains("](figure-3.svg)"))
    #expect(try directory.text("sheet/answers.md").contains("**3.** "))
    #expect(try directory.names == ["flat", "out", "sheet"])
  }
}
