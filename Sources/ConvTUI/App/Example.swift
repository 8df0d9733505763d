import Drawing
import Terminal

/// A scene on its built-in example in direct colour, for benchmarks.
public struct Example: Sendable {
  /// The scenes by name, in the order of their tabs.
  public static var scenes: [String] { SceneKind.allCases.map(\.name) }

  private var state: State

  /// - Precondition: One of `scenes`.
  public init(scene: String, size: Size) {
    guard let scenes = try? SceneKind.examples(),
      let current = SceneKind.allCases.firstIndex(where: { $0.name == scene })
    else { preconditionFailure("the examples fit together") }
    state = State(scenes: scenes, current: current, look: Look(), size: size)
    finishJobs()
  }

  /// The first step of a built-in lesson, read from its file.
  ///
  /// - Precondition: The lesson has this name.
  public init(lesson name: String, size: Size) {
    guard let lesson = BuiltInLesson(rawValue: name), let scenes = try? SceneKind.examples(),
      let run = try? LessonRun(
        LessonReader.lesson(lesson.bytes), scenes: scenes, Words(language: .english))
    else { preconditionFailure("built-in lessons are without faults") }
    state = State(scenes: scenes, look: Look(), size: size)
    state.begin(run)
  }

  public func frame() -> Frame { state.frame() }

  /// Goes on in a lesson.
  public mutating func nextInLesson() { _ = state.handle(.key(" ")) }

  /// Takes the key that goes one step on.
  public mutating func step() {
    _ = state.handle(.key(.right))
    finishJobs()
  }

  /// Lets a job follow its order.
  private mutating func finishJobs() {
    guard state.scene is any JobOwner else { return }
    var jobs = ImmediateJobs()
    _ = state.handle(.tick(.zero))
    jobs.finish(&state)
  }
}
