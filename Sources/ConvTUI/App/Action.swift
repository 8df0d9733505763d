import Model

/// What a key can ask for, in the words of the one who presses it.
enum Action: Hashable, Sendable {
  // The program
  case quit, help, settings, commands, theme
  /// All as large as it can be, for the back row.
  case large
  case scene(Int)
  /// Shows results, or hides them.
  case hide
  /// Brings the scene, or all scenes, back to how they began.
  case reset, resetAll
  case open, figure, session
  /// Asks for the setting of this name, or answers for it.
  case setting(String)
  /// The next step of a lesson, the one before, and the answer to its question.
  case lessonNext, lessonBack, lessonAnswer
  /// Checks the answer that is typed; leaves it, so that letters are commands.
  case checkAnswer, leaveAnswer
  /// Answers what is hidden.
  case answer
  /// Shows all that is hidden.
  case showAll
  /// Marks the cell under the cursor as an answer, or takes its mark away.
  case mark
  /// Begins the lesson from its first step.
  case lessonRestart
  /// Goes back to what the one who is followed shows.
  case catchUp
  // The timeline
  case play, next, previous, nextPart, previousPart, nextRow, previousRow, first, last
  case goTo, faster, slower
  // Finding one's way in a scene
  case view
  case nextPanel, previousPanel
  case move(Direction)
  /// Acts on what is there; leaves it.
  case pick, leave
  case zoomIn, zoomOut, zoomReset
  case pan(Direction)
  /// The next of what the scene has a row of: a kernel, a sample, a branch.
  case nextItem, previousItem
  case nextUnit, previousUnit
  // Changing
  case edit, undo, redo, kernel
  case paint, pen, erase
  case change(KernelEdit)
  // Learning and training
  case seed, branch, restart
  /// Steps of the backward pass, on or back.
  case backward(Int)
  case nextStage, previousStage
  // Maps
  case enlarge
  /// Keeps the present place to compare others with it, or lets it go.
  case pin
  /// Shows what there is to be warned of, or what was shown before.
  case alarms
}

enum Direction: Hashable, Sendable, CaseIterable {
  case up, down, left, right

  /// The position one cell further.
  func moved(_ position: Position) -> Position {
    switch self {
    case .up: Position(row: position.row - 1, column: position.column)
    case .down: Position(row: position.row + 1, column: position.column)
    case .left: Position(row: position.row, column: position.column - 1)
    case .right: Position(row: position.row, column: position.column + 1)
    }
  }
}
