import Drawing
import Model

/// How far the backward pass is looked at, and the cell of its result that the arrows move.
struct BackwardPosition: Hashable, Sendable {
  /// The steps of `BackwardTrace` done.
  var step = 0
  var cursor: Position?
}

extension LearnScene {
  var backwardTrace: BackwardTrace {
    BackwardTrace(
      Trace(task.image, weight, geometry: task.geometry), target: task.target,
      reduction: settings.reduction)
  }

  var backwardDrawing: BackwardDrawing {
    let trace = backwardTrace
    return BackwardDrawing(
      trace: trace, target: task.target, reduction: settings.reduction,
      stage: trace.stage(after: backward.step), learnStep: now.step, cursor: backward.cursor)
  }

  mutating func performOnBackward(_ action: Action) -> Response? {
    let trace = backwardTrace
    let stages = [
      0, trace.outputSteps, trace.outputSteps + trace.geometry.windowCount, trace.stepCount,
    ]
    switch action {
    case .backward(let steps): goBackward(to: backward.step + steps)
    case .nextStage: goBackward(to: stages.first { $0 > backward.step } ?? trace.stepCount)
    case .previousStage: goBackward(to: stages.last { $0 < backward.step } ?? 0)
    case .nextPanel: backward.cursor = backward.cursor == nil ? backwardDrawing.cell : nil
    case .leave: backward.cursor = nil
    case .move(let direction):
      backward.cursor = backward.cursor.map {
        Block(backwardDrawing.result.shape).clamp(direction.moved($0))
      }
    case .pick: pickBackward(trace)
    default: return nil
    }
    return .done
  }

  mutating func clickOnBackward(_ point: Point, in rect: Rect, _ look: Look) {
    let drawing = backwardDrawing
    guard let hit = drawing.placed(in: rect, look).hit(point) else {
      backward.cursor = nil
      return
    }
    let trace = drawing.trace
    switch (drawing.stage, hit.pane) {
    case (.kernel, 1):
      goBackward(
        to: trace.outputSteps + 1 + trace.forward.number(of: Trace.Window(kernel: 0, at: hit.at)))
    case (_, 2):
      backward.cursor = hit.at
      pickBackward(trace)
    default: break
    }
  }

  /// Goes to the step that gives the element of ∂L/∂X under the cursor.
  private mutating func pickBackward(_ trace: BackwardTrace) {
    guard case .input = trace.stage(after: backward.step), let cursor = backward.cursor else {
      return
    }
    backward.cursor = nil
    goBackward(to: trace.step(ofInput: cursor))
  }

  /// Puts the backward pass to a step, kept within it; the cursor stays where the result has it.
  private mutating func goBackward(to step: Int) {
    backward.step = max(0, min(backwardTrace.stepCount, step))
    backward.cursor = backward.cursor.map { Block(backwardDrawing.result.shape).clamp($0) }
  }
}
