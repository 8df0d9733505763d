/// What keys are about, in the order of the help.
enum ActionGroup: CaseIterable, Sendable {
  case lesson, steps, places, changes, program
}

extension Action {
  var group: ActionGroup {
    switch self {
    case .lessonNext, .lessonBack, .lessonAnswer, .lessonRestart, .catchUp, .mark, .checkAnswer,
      .leaveAnswer:
      .lesson
    case .answer, .showAll: .steps
    case .play, .next, .previous, .nextPart, .previousPart, .nextRow, .previousRow, .first, .last,
      .goTo, .faster, .slower, .backward, .nextStage, .previousStage:
      .steps
    case .view, .nextPanel, .previousPanel, .move, .pick, .leave, .zoomIn, .zoomOut, .zoomReset,
      .pan, .nextUnit, .previousUnit, .nextItem, .previousItem, .branch, .enlarge, .pin,
      .alarms:
      .places
    case .settings, .setting, .edit, .undo, .redo, .kernel, .paint, .pen, .erase, .change, .seed,
      .restart, .hide, .reset, .resetAll:
      .changes
    case .quit, .help, .commands, .theme, .large, .scene, .open, .figure, .session: .program
    }
  }
}

extension Words {
  func name(of group: ActionGroup) -> String {
    switch group {
    case .lesson: say("The lesson", "课程")
    case .steps: say("Steps", "步进")
    case .places: say("Finding your way", "查看与移动")
    case .changes: say("Changing things", "改动")
    case .program: say("The program", "程序")
    }
  }
}
