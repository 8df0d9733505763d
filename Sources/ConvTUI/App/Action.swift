import Model

/// What a key can ask for, in the words of the one who presses it.
enum Action: Hashable, Sendable {
  // Everywhere
  case quit, help, settings, commands
  /// An answer for a setting of this name.
  case setting(String)
  case scene(Int)
  case play, next, previous, nextPart, previousPart, nextRow, previousRow, first, last
  case goTo, faster, slower, theme
  case figure, session
  case nextPanel, previousPanel
  case move(Direction)
  case pick, leave
  // Correlation
  case edit, undo, redo, kernel, nextKernel, previousKernel
  case moreStride, lessStride, morePadding, lessPadding, moreDilation, lessDilation, paddingMode
  case bias, groups
  /// Correlation or convolution.
  case operation
  // The editor of a kernel
  case paint, pen
  case change(KernelEdit)
  // Learning
  case learningRate, raiseRate, lowerRate, schedule
  case optimizer, reduction, restart, seed, branch, chart
  // The views of learning
  case view
  /// Steps of the backward pass, on or back.
  case backward(Int)
  case nextStage, previousStage
  case zoomIn, zoomOut, wholeSurface
  case pan(Direction)
  // Training a network
  case nextUnit, previousUnit, nextSample, previousSample, drawSample, erase
  case smoothing, logarithmic
  // Maps
  case enlarge, contrast
  /// Leaves the explanation of a number.
  case back
  // Fields
  case layers, inputSize
  /// What one scene alone understands, and gives words for.
  case own(String)

  /// Whether it is about how a kernel moves, or what is added to what it gives.
  var isOfSliding: Bool {
    switch self {
    case .moreStride, .lessStride, .morePadding, .lessPadding, .moreDilation, .lessDilation,
      .paddingMode, .groups, .bias, .operation:
      true
    default: false
    }
  }
}

enum Direction: Hashable, Sendable {
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
