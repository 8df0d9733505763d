import Foundation
import TestSupport
import Testing

@testable import ConvTUI
@testable import Drawing
@testable import Terminal

/// The built program in tmux, with every key of every scene typed and every label of the last line
/// clicked. The screen must be what the same keys make of a state.
@Suite(
  .enabled(if: BuiltBinary.path != nil, "the program is not built"),
  .enabled(if: Tmux.path != nil, "tmux is not installed"))
struct EveryKeyTests {
  private static let size = Size(width: 110, height: 34)

  private func opened(_ kind: SceneKind) throws -> (Tmux, State) {
    let tmux = try Tmux(
      [BuiltBinary.path!, kind.name], width: Self.size.width, height: Self.size.height)
    return (tmux, try State.opened(kind, size: Self.size))
  }

  /// Without those that quit, ask to write a file, or make the screen follow the clock.
  private func keys(of kind: SceneKind) -> [Key] {
    Bindings.table(of: kind)
      .filter { ![.quit, .figure, .session, .play].contains($0.action) }.flatMap(\.keys)
      .filter { $0.tmuxName != nil && $0 != .escape }
  }

  @Test(arguments: SceneKind.allCases) func everyKeyIsTyped(_ kind: SceneKind) async throws {
    var (tmux, state) = try opened(kind)
    #expect(try tmux.shows(state))
    for key in keys(of: kind) {
      // A terminal is waited for on a thread that other tests need too.
      await Task.yield()
      // A key may ask a question or open a list; Escape leaves it.
      for key in [key, .escape] {
        try tmux.send(key.tmuxName!)
        state.handleWithJobs(.key(key))
        try #require(try tmux.shows(state), "after \(key) in \(kind.name)")
      }
    }
    try tmux.send("q")
    #expect(tmux.ends())
  }

  @Test(arguments: SceneKind.allCases) func everyLabelIsClicked(_ kind: SceneKind) async throws {
    var (tmux, state) = try opened(kind)
    #expect(try tmux.shows(state))
    let row = Self.size.height - 1
    let line = state.frame().text(row: row)
    let labels = line.split(separator: "  ").map { $0.trimmingCharacters(in: .whitespaces) }
    for label in labels where !label.isEmpty && !label.hasSuffix("play") && label != "q quit" {
      // Another view may have taken it away.
      guard let place = state.frame().place(of: label) else { continue }
      await Task.yield()
      let point = Point(row: row, column: place.column + label.count / 2)
      try tmux.click(point)
      state.handleWithJobs(.mouse(Mouse(action: .press, at: point)))
      try #require(try tmux.shows(state), "“\(label)” in \(kind.name)")
      guard state.overlay != nil || state.prompt != nil else { continue }
      try tmux.send("Escape")
      state.handleWithJobs(.key(.escape))
      try #require(try tmux.shows(state), "“\(label)” and Escape in \(kind.name)")
    }
    try tmux.click(try #require(state.frame().place(of: "q quit")))
    #expect(tmux.ends())
  }
}

extension State {
  /// Does what an input asks, and what it asks of others.
  fileprivate mutating func handleWithJobs(_ input: Input) {
    let request = handle(.input(input))
    if let answer = request?.perform(for: self) { _ = handle(answer) }
    guard scene is any JobOwner else { return }
    var jobs = ImmediateJobs()
    jobs.finish(&self)
  }
}

extension Tmux {
  /// Whether the screen becomes what a state draws. Of a training only the last lines count: the engine
  /// is a batch ahead of what is shown, so its curves may have one more point.
  fileprivate func shows(_ state: State) throws -> Bool {
    let lines = state.scene.kind == .train ? 3 : state.size.height
    func end(of screen: String) -> [Substring] {
      screen.split(separator: "\n", omittingEmptySubsequences: false).dropLast().suffix(lines)
    }
    let wanted = end(of: state.frame().text)
    return try shows { end(of: $0) == wanted }
  }

  /// Clicks on a character.
  fileprivate func click(_ point: Point) throws {
    let cell = "0;\(point.column + 1);\(point.row + 1)"
    try type("\u{1B}[<\(cell)M\u{1B}[<\(cell)m")
  }
}

extension Key {
  /// What tmux calls it; nil where it has no name of its own there.
  fileprivate var tmuxName: String? {
    switch self {
    case .character(" "): "Space"
    case .character(";"): "\\;"
    case .character(let character): String(character)
    case .up: "Up"
    case .down: "Down"
    case .left: "Left"
    case .right: "Right"
    case .shift(let arrow): "S-" + arrow.rawValue.capitalized
    case .pageUp: "PageUp"
    case .pageDown: "PageDown"
    case .home: "Home"
    case .end: "End"
    case .control(let letter): "C-\(letter)"
    case .enter: "Enter"
    case .escape: "Escape"
    case .tab: "Tab"
    case .backTab: "BTab"
    case .backspace: "BSpace"
    case .delete: "DC"
    }
  }
}
