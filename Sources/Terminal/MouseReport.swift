import Drawing

/// What a terminal says when something is done with the mouse.
///
/// ncurses' own reading of reports is not used: after a release it waits for the next key whatever
/// it was told, and it takes the sideways turn of a wheel for some other report.
///
/// Source: *XTerm Control Sequences*, "Mouse Tracking".
struct MouseReport: Hashable {
  /// The number of the button or of the wheel's direction, with a bit for movement and one for each
  /// key that is held.
  var code: Int
  var at: Point
  var isRelease = false

  /// The form with decimal numbers, after `ESC [ <`: `0;7;3M`, with `m` for a release.
  init?(decimal text: [UInt8]) {
    let numbers = text.dropLast().split(separator: UInt8(ascii: ";"))
      .compactMap { UInt16(String(decoding: $0, as: UTF8.self)) }
    isRelease = text.last == UInt8(ascii: "m")
    guard numbers.count == 3, isRelease || text.last == UInt8(ascii: "M") else { return nil }
    code = Int(numbers[0])
    at = Point(row: Int(numbers[2]) - 1, column: Int(numbers[1]) - 1)
  }

  /// The older form, after `ESC [ M`: code, column and row, each as a byte that is 32 more.
  init?(_ bytes: [UInt8]) {
    guard bytes.count == 3, bytes.allSatisfy({ $0 >= 32 }) else { return nil }
    code = Int(bytes[0]) - 32
    at = Point(row: Int(bytes[2]) - 33, column: Int(bytes[1]) - 33)
  }

  /// What was done, if it means anything here.
  var mouse: Mouse? {
    guard !isRelease else { return nil }
    let heldKeys = 4 + 8 + 16
    switch code & ~heldKeys {
    case 0: return Mouse(action: .press, at: at)
    case 32: return Mouse(action: .drag, at: at)
    case 35: return Mouse(action: .move, at: at)
    case 64: return Mouse(action: .wheelUp, at: at)
    case 65: return Mouse(action: .wheelDown, at: at)
    default: return nil
    }
  }
}
