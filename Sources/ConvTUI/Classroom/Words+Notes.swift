import Drawing

/// What the teacher's second terminal says.
extension Words {
  var shownNow: String { say("Shown now", "正在显示") }
  var teachersNotes: String { say("Notes", "备注") }
  var nextStep: String { say("Next", "下一步") }
  var answerIs: String { say("Answer  ", "答案  ") }
  var wayIs: String { say("How     ", "过程  ") }
  var hintIs: String { say("Hint    ", "提示  ") }
  var classSees: String { say("the class sees it", "学生已看到") }
  var classDoesNotSee: String { say("hidden from the class", "学生还看不到") }
  var summaryFollows: String { say("The summary, then the end.", "小结，然后结束。") }
  var lessonIsOver: String { say("This lesson is over.", "这一课结束了。") }
  var lessonHasEnded: String { say("That lesson was closed.", "那一课已关闭。") }
  var chooseLesson: String { say("Which lesson? Type its number.", "哪一课？请键入编号。") }
  var noLessonYet: String {
    say(
      "No lesson is open on this machine. Open one in another terminal, such as convtui lesson "
        + "cross-correlation; its notes appear here.",
      "这台机器上没有打开的课程。请在另一个终端打开一课，如 convtui lesson cross-correlation；它的备注会出现在这里。")
  }
  var lessonsLabel: String { say("lessons", "课程") }
  var timeAnew: String { say("restart clock", "重新计时") }
  var minutesOutside: String {
    say("--minutes must be a whole number from 1 to 1000.", "--minutes 必须是 1 到 1000 的整数。")
  }

  func process(_ id: Int) -> String { say("process \(id)", "进程 \(id)") }

  /// - Parameter seconds: Fewer than 0 where the time is over.
  func timeLeft(_ seconds: Int) -> String {
    switch seconds {
    case ...(-60): say("\(-seconds / 60) min over", "超时 \(-seconds / 60) 分钟")
    case ..<0: say("time is over", "时间到")
    case ..<60: say("\(seconds) s left", "剩 \(seconds) 秒")
    default: say("\(seconds / 60) min left", "剩 \(seconds / 60) 分钟")
    }
  }

  func sentence(_ error: NotesError) -> String {
    switch error {
    case .folder(let path):
      say(
        "\(place(path)) has to be a folder of yours that nobody else can enter (mode 700); set "
          + "XDG_RUNTIME_DIR to one.",
        "\(place(path)) 必须是属于你、其他人不能进入的文件夹（模式 700）；请把 XDG_RUNTIME_DIR 设为这样的文件夹。")
    }
  }
}
