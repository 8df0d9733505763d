import Drawing
import Model

/// One way to look at a convolution: its settings, its drawing, and what its keys do.
///
/// What it draws depends on its settings and its timeline alone. What only some scenes can do stands
/// in the protocols of `Scene+Abilities`.
protocol Scene: Sendable {
  var kind: SceneKind { get }
  var timeline: Timeline { get set }
  /// What stands at the right end of the top line; where room is short the first ones go.
  func facts(_ words: Words) -> [String]
  /// The timeline as the bar shows it, where what is shown is not yet where it was sent.
  var shownTimeline: Timeline { get }
  /// Whether it is on its way there.
  var isComputing: Bool { get }
  /// Where the timeline stands: "window 6 of 12".
  func positionText(_ words: Words) -> String
  /// What one looks at: some plain sentences, with the numbers of now.
  func about(_ words: Words) -> [String]
  /// What begins with this step, for whoever jumps through a recording: a row of windows.
  func chapter(_ words: Words) -> String?
  /// The scale to explain at the foot, and whose it is.
  func legend(_ words: Words) -> Legend
  /// Which of its views it shows.
  var view: SceneView { get }
  /// The views that its help is about.
  var helpViews: [SceneView] { get }
  /// The time until it wants the next tick; nil where it waits for a key.
  var nextTick: Duration? { get }
  /// Whether it looks the same after a tick.
  var isStill: Bool { get }

  /// Does what a key asks for, beyond the timeline.
  mutating func perform(_ action: Action, _ words: Words) -> Response
  /// Called after the timeline moved, and on every tick.
  mutating func follow()
  /// Lets time pass.
  mutating func pass(_ time: Duration)

  func draw(into frame: inout Frame, in rect: Rect, _ look: Look)
}

extension Scene {
  var shownTimeline: Timeline { timeline }
  var isComputing: Bool { false }
  var view: SceneView { .run }
  func chapter(_ words: Words) -> String? { timeline.rowBegun.map(words.row) }
  var helpViews: [SceneView] { kind.views }
  var nextTick: Duration? { timeline.nextTick }
  var isStill: Bool { false }
  mutating func follow() {}
  mutating func pass(_ time: Duration) { timeline.advance(by: time) }
}

/// The result of an action.
enum Response: Hashable, Sendable {
  case done
  /// Done, and what came of it: a sentence.
  case tells(String)
  /// Not done, and why: a sentence.
  case refused(String)
  case asks(Prompt)
  /// Opens slide on these settings at an output, with a sentence that says what is seen.
  case opens(SlideScene.Settings, at: Position, note: String)

  /// The sentence of a refusal.
  var refusal: String? { if case .refused(let sentence) = self { sentence } else { nil } }
}

/// A colour scale with the name of what it colours.
struct Legend: Hashable, Sendable {
  var name: String
  var scale: ColorScale
  /// The numbers that it colours, where some may lie past its ends: those say so.
  var numbers: ClosedRange<Float>?
  /// What its ends stand for, where the scale counts something else, such as roots.
  var stated: ClosedRange<Float>?
  /// Whether its ends are results, which may be hidden.
  var isResult = false
  /// Whether the results are all on the screen; until then the ends would give some away.
  var isKnown = true
  /// Whether anything has its colours.
  var isShown = true
}
