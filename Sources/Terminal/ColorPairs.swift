internal import CNCurses
import Drawing

/// What ncurses needs to know to draw in a style.
struct Rendering: Equatable {
  var attributes: attr_t = 0
  var pair: Int32 = 0
}

/// The colour pairs that ncurses has been asked for, so that each is looked up once.
@MainActor struct ColorPairs {
  let depth: ColorDepth
  /// Set when a style did not get its pair because there are no more. Cells on the screen hold on
  /// to a pair by its number alone, so only `reset` makes room.
  private(set) var isExhausted = false

  private let hasOwnColors: Bool
  private let capacity: Int
  private var pairOfColors: [CellColors: Int32] = [:]
  private var pairOfNumbers: [ColorNumbers: Int32] = [:]

  /// Starts ncurses' colours.
  ///
  /// - Parameter depth: At most what the opened terminal shows.
  init(depth: ColorDepth) {
    self.depth = depth
    if depth != .none { start_color() }
    hasOwnColors = depth != .none && use_default_colors() == OK
    // With the terminal's own colours ncurses counts (colours + 1)² pairs where that is more.
    let own: [ColorDepth: Int] = [.eight: 81, .sixteen: 289]
    capacity = max(Int(cn_COLOR_PAIRS()), own[depth] ?? 0) - 1
    if depth != .none { makeRoom() }
  }

  /// Lets ncurses take the memory for all pairs at once: it would move them all each time that their
  /// number doubles, which takes longer than a frame.
  private func makeRoom() {
    init_extended_pair(Int32(capacity), 1, 1)
    free_pair(Int32(capacity))
  }

  mutating func rendering(of cell: Cell) -> Rendering {
    Rendering(attributes: attributes(of: cell.style), pair: pair(of: cell))
  }

  /// Forgets every pair. Whatever is on the screen must be drawn again.
  mutating func reset() {
    reset_color_pairs()
    pairOfColors = [:]
    pairOfNumbers = [:]
    isExhausted = false
  }

  private func attributes(of style: Style) -> attr_t {
    var attributes: attr_t = 0
    if style.attributes.contains(.bold) { attributes |= cn_A_BOLD() }
    if style.attributes.contains(.underline) { attributes |= cn_A_UNDERLINE() }
    if style.attributes.contains(.reverse) { attributes |= cn_A_REVERSE() }
    return attributes
  }

  private mutating func pair(of cell: Cell) -> Int32 {
    let colors = CellColors(cell)
    if depth == .none || colors.isOwn { return 0 }
    if let known = pairOfColors[colors] { return known }
    guard let pair = pair(of: depth.numbers(for: cell)) else {
      isExhausted = true
      return 0
    }
    if pairOfColors.count >= 1 << 16 { pairOfColors = [:] }
    pairOfColors[colors] = pair
    return pair
  }

  private mutating func pair(of numbers: ColorNumbers) -> Int32? {
    if let known = pairOfNumbers[numbers] { return known }
    guard pairOfNumbers.count < capacity else { return nil }
    let pair = alloc_pair(
      Int32(numbers.foreground ?? (hasOwnColors ? -1 : 7)),
      Int32(numbers.background ?? (hasOwnColors ? -1 : 0)))
    guard pair > 0 else { return nil }
    pairOfNumbers[numbers] = pair
    return pair
  }
}

/// What a cell's colour pair follows from.
private struct CellColors: Hashable {
  let foreground: Color?
  let background: Color?
  let isBlock: Bool

  init(_ cell: Cell) {
    foreground = cell.style.foreground
    background = cell.style.background
    isBlock = cell.glyph.isBlock
  }

  /// Whether both are the terminal's own.
  var isOwn: Bool { foreground == nil && background == nil }
}
