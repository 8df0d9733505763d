import Drawing
import Model

/// A scene in whose panels a cursor can stand.
protocol SceneWithCursor: Scene {
  /// Whether the arrows move a cursor.
  var hasCursor: Bool { get }
  /// Whether that cursor stands in a kernel that can be edited.
  var isAtKernel: Bool { get }
  /// Whether that cursor stands on a number that can be edited.
  var isOnNumber: Bool { get }
}

extension SceneWithCursor {
  var isAtKernel: Bool { false }
  var isOnNumber: Bool { false }
}

/// A scene that depends on how much room it has.
protocol SceneInRoom: Scene {
  /// Learns how much room it has, and how that looks.
  mutating func fit(_ body: Size, _ look: Look)
}

/// A scene whose steps have numbers of their own, of which some may be missing.
protocol SceneWithNumberedSteps: Scene {
  var stepNumbers: ClosedRange<Int64> { get }
  /// The place on the timeline of a step, or of the last one before it.
  func place(of step: Int64) -> Int
}

/// A scene that asks questions.
protocol SceneWithQuestions: Scene {
  /// Takes the answer to a question; returns a complaint where it does not fit.
  mutating func take(_ answer: String, for action: Action, _ words: Words) -> String?
}

/// A scene whose input can be another.
protocol SceneWithInput: Scene {
  /// Takes another input; returns a complaint if it does not fit.
  mutating func take(input: Tensor, _ words: Words) -> String?
}

/// A scene whose kernels can be others.
protocol SceneWithKernels: Scene {
  /// Takes new kernels; returns a complaint if they do not fit.
  mutating func take(_ kernels: [GivenKernel], _ words: Words) -> String?
  /// Takes one that was chosen by its name.
  mutating func choose(_ kernel: GivenKernel, _ words: Words) -> Response
}

extension SceneWithKernels {
  mutating func choose(_ kernel: GivenKernel, _ words: Words) -> Response {
    take([kernel], words).map { .refused($0) } ?? .done
  }
}

/// A scene that can be clicked.
protocol SceneWithPointer: Scene {
  /// Takes a click into the body.
  mutating func click(_ point: Point, in rect: Rect, _ look: Look)
  /// Takes the pointer's way to another cell of the body with the button held. A stroke begins with
  /// a click; nothing tells of its end.
  mutating func drag(_ point: Point, in rect: Rect, _ look: Look)
}

extension SceneWithPointer {
  mutating func drag(_ point: Point, in rect: Rect, _ look: Look) {}
}

/// A scene whose cells can be pointed at.
protocol SceneWithCells: Scene {
  /// The panes as they stand in the body.
  func views(in rect: Rect, _ look: Look) -> [MatrixView]
}

/// A scene that may have work left, which the next tick goes on with.
protocol SceneWithWork: Scene {
  var isBusy: Bool { get }
  /// How much of that work is done, in 0...1; 0 where others do it.
  var shareDone: Double { get }
}

extension SceneWithWork {
  var nextTick: Duration? { isBusy ? .milliseconds(1) : timeline.nextTick }
}

/// A scene that is about tensors.
protocol SceneWithTensors: Scene {
  /// By name; the last one is its result, where that has one shape.
  var tensors: [(name: String, tensor: Tensor)] { get throws(FigureError) }
  /// What it shows as the result; nil where there is none.
  var result: Tensor? { get throws(FigureError) }
}

extension SceneWithTensors {
  var result: Tensor? { get throws(FigureError) { try tensors.last?.tensor } }
}

/// A scene that can be written as PyTorch.
protocol SceneWithSnippet: Scene {
  /// PyTorch that comes to the numbers that are shown.
  func snippet() throws(FigureError) -> Snippet
}

/// A scene that can be opened again as it is.
protocol SceneWithSession: Scene {
  /// Writes what it takes to come back to all that is shown.
  func save(to session: inout Session) throws(FigureError)
}
