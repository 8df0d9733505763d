import Drawing

/// A key as a person means it, whatever bytes the terminal sends for it.
public enum Key: Hashable, Sendable {
  case character(Character)
  case up, down, left, right
  /// An arrow with the Shift key.
  case shift(Arrow)
  case pageUp, pageDown, home, end
  /// A letter, in lower case, with the Control key.
  case control(Character)
  case enter, escape, tab, backTab, backspace, delete

  public enum Arrow: String, CaseIterable, Hashable, Sendable { case up, down, left, right }
}

extension Key {
  /// A letter with the Control key, which for some letters is the same as another key; nil for what is
  /// no letter.
  public init?(control letter: Character) {
    switch letter {
    case "h": self = .backspace
    case "i": self = .tab
    case "j", "m": self = .enter
    case "a"..."z": self = .control(letter)
    default: return nil
    }
  }
}

extension Key: ExpressibleByExtendedGraphemeClusterLiteral {
  public init(extendedGraphemeClusterLiteral value: Character) { self = .character(value) }
}

/// Something done with the mouse.
public struct Mouse: Hashable, Sendable {
  public enum Action: Hashable, Sendable {
    case press
    /// The pointer came to another cell with the left button held.
    case drag
    /// The pointer came to another cell with no button held; only where that is asked for.
    case move
    case wheelUp, wheelDown
  }

  public var action: Action
  public var at: Point

  public init(action: Action, at: Point) {
    self.action = action
    self.at = at
  }
}

/// What comes from the terminal, and from whoever sends signals.
public enum Input: Hashable, Sendable {
  case key(Key)
  case mouse(Mouse)
  /// Text that came from the clipboard; it may hold anything.
  case paste(String)
  /// The terminal has a new size.
  case resize(Size)
  /// The signal of this number asks for an end, SIGHUP also where the terminal has gone. What has
  /// been begun may be finished first.
  case end(Int32)
}
