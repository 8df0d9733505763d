import Formats

/// What sharing and following say.
extension Words {
  var shareNeedsScreen: String {
    say(
      "--share tells what the screen shows, so it cannot stand beside an option that prints or writes and ends.",
      "--share 共享屏幕上的内容，所以不能与打印或写出后就结束的选项一起用。")
  }
  func notAShare(_ path: String) -> String {
    say(
      "\(place(path)) holds something else, which --share would replace; use another name.",
      "\(place(path)) 里是别的内容，--share 会把它覆盖；请换一个名称。")
  }
  func notShared(_ error: FileError) -> String {
    joined([say("What is shown is not shared now.", "当前画面未能共享。"), sentence(error)])
  }
  var teacherHides: String {
    say(
      "The teacher has hidden the results; they appear when the teacher shows them.",
      "老师隐藏了结果；等老师公开后就会显示。")
  }
  func waitsForShare(_ path: String) -> String {
    say("Waiting for \(place(path)) …", "正在等待 \(place(path))……")
  }
  func follows(_ path: String) -> String { say("following \(place(path))", "正在跟随 \(place(path))") }
  var looksAround: String {
    say("You are looking around; Enter catches up.", "你在自己查看；按 Enter 跟上。")
  }
  func cannotBeFollowed(_ kind: SceneKind) -> String {
    say(
      "The teacher shows \(kind.title(self)), which cannot be followed.",
      "老师正在显示“\(kind.title(self))”，这个场景无法跟随。")
  }
}
