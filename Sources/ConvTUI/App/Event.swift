import Model

/// A key as a person means it, whatever bytes the terminal sends for it.
enum Key: Hashable, Sendable {
  case character(Character)
  case up, down, left, right
  case pageUp, pageDown, home, end
  case enter, escape, tab, backTab, backspace, delete
}

/// Something done with the mouse.
struct Mouse: Hashable, Sendable {
  enum Action: Hashable, Sendable {
    case press
    /// The pointer came to another cell with the left button held.
    case drag
    case wheelUp, wheelDown
  }

  var action: Action
  var at: Point
}

/// Everything that can happen to the program.
enum Event: Equatable, Sendable {
  case key(Key)
  case mouse(Mouse)
  /// Text that came from the clipboard; it may hold anything.
  case paste(String)
  /// The terminal has a new size.
  case resize(Size)
  /// The signal of this number asks for an end, SIGHUP also where the terminal has gone. What has
  /// been begun may be finished first.
  case end(Int32)
  /// Time that has passed while something was playing.
  case tick(Duration)
  /// What a training beside the screen has come to.
  case exhibit(Exhibit)
  /// What has come of a request, as a sentence; a bad one stands beside the question, if one does.
  case answer(String, isGood: Bool)
  /// The kernels that were asked for, and what there is to say of their files.
  case kernels([GivenKernel], note: String? = nil)
}
