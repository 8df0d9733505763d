import Drawing
import Model

/// One way to look at a convolution: its settings, its keys, its drawing.
///
/// What it draws depends on its settings and its timeline alone.
protocol Scene: Sendable {
  var name: SceneName { get }
  var timeline: Timeline { get set }
  /// What stands at the right end of the top line; where room is short the first ones go.
  var facts: [String] { get }
  /// Where the timeline stands, in words: "window 6 of 12".
  var positionText: String { get }
  /// The scale to explain at the foot, and whose it is.
  var legend: Legend { get }
  /// Which of its views it shows.
  var view: SceneView { get }
  /// The views that its help is about.
  var helpViews: [SceneView] { get }
  /// Whether the arrows move a cursor.
  var hasCursor: Bool { get }
  /// Whether that cursor stands in a kernel that can be edited.
  var isAtKernel: Bool { get }
  /// Whether it has work left, which the next tick goes on with.
  var isBusy: Bool { get }
  /// How much of that work is done, in 0...1; 0 where others do it.
  var shareDone: Double { get }
  /// The time until it wants the next tick; nil where it waits for a key.
  var nextTick: Duration? { get }

  /// Learns how much room it has, and how that looks.
  mutating func fit(_ body: Size, _ look: Look)
  /// Does what a key asks for, beyond the timeline.
  mutating func perform(_ action: Action) -> Response
  /// Takes the answer to a question; returns a complaint where it does not fit.
  mutating func take(_ answer: String, for action: Action) -> String?
  /// Takes kernels that were asked for; returns a complaint where they do not fit.
  mutating func take(_ kernels: [GivenKernel]) -> String?
  /// Takes a click into the body.
  mutating func click(_ point: Point, in rect: Rect, _ look: Look)
  /// Takes the pointer's way to another cell of the body with the button held. A stroke begins with
  /// a click; nothing tells of its end.
  mutating func drag(_ point: Point, in rect: Rect, _ look: Look)
  /// Called after the timeline moved, and on every tick.
  mutating func follow()
  /// Lets time pass.
  mutating func pass(_ time: Duration)

  func draw(into frame: inout Frame, in rect: Rect, _ look: Look)

  /// The tensors that it is about, by name; the last one is its result, where that has one shape.
  var tensors: [(name: String, tensor: Tensor)] { get throws(FigureError) }
  /// What it shows as the result; nil where there is none.
  var result: Tensor? { get throws(FigureError) }
  /// PyTorch that comes to the numbers that are shown.
  func snippet() throws(FigureError) -> Snippet
  /// Writes what it takes to come back to all that is shown.
  func save(to session: inout Session) throws(FigureError)
}

/// What comes of an action.
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
}

extension Scene {
  var view: SceneView { .run }
  var helpViews: [SceneView] { name.views }
  var hasCursor: Bool { false }
  var isAtKernel: Bool { false }
  var isBusy: Bool { false }
  var shareDone: Double { isBusy ? 0 : 1 }
  var nextTick: Duration? { isBusy ? .milliseconds(1) : timeline.nextTick }
  mutating func fit(_ body: Size, _ look: Look) {}
  mutating func take(_ answer: String, for action: Action) -> String? { nil }
  mutating func take(_ kernels: [GivenKernel]) -> String? { nil }
  mutating func click(_ point: Point, in rect: Rect, _ look: Look) {}
  mutating func drag(_ point: Point, in rect: Rect, _ look: Look) {}
  mutating func follow() {}
  mutating func pass(_ time: Duration) { timeline.advance(by: time) }
  var tensors: [(name: String, tensor: Tensor)] { [] }
  var result: Tensor? { get throws(FigureError) { try tensors.last?.tensor } }
  func snippet() throws(FigureError) -> Snippet { throw .noSnippet(name) }
  func save(to session: inout Session) throws(FigureError) { throw .noSession(name) }
}
