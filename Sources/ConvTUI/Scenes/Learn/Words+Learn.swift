import Drawing
import Model

/// Words of the views of the learn scene.
extension Words {
  var chart: String { "chart" }
  var chartPurpose: String { "what is drawn beside the weights" }
  var seed: String { "seed" }
  var seedPurpose: String { "draws the weights to start from: a whole number" }

  /// What the keys do here.
  func learnAction(_ action: Action) -> ActionWords? {
    switch action {
    case .nextItem, .previousItem:
      ActionWords(label: "branch", help: "next or previous branch")
    default: nil
    }
  }

  var learnTitle: String { "Learn" }
  var learnPurpose: String { "a kernel learns by gradient descent" }

  // MARK: run

  var lossNow: String { "loss now" }

  var whatAStepDoes: String {
    "Each step moves K against ∂L/∂K, so that X ⋆ K comes closer to Y."
  }
  var epoch: String { "epoch" }

  /// A loss as the chapter prints it.
  func printed(_ loss: Float) -> String {
    loss < 1e6 ? NumberText.fixed(loss, decimals: 3) : NumberText.short(loss)
  }

  func epoch(_ step: Int, loss: String) -> String { "epoch \(step), loss \(loss)" }

  /// The same where it is not what the chapter prints; the smallest with their power of ten.
  func loss(_ loss: Float) -> String {
    loss == 0 || loss >= 0.001 && loss < 1e6 ? printed(loss) : NumberText.short(loss)
  }

  /// Which loss is which, in two parts.
  var epochIs: String { "Epoch n: loss before update n" }
  func epochOfLossNow(_ updates: Int) -> String {
    "; loss now, \(updates == 0 ? "before any update" : "after update \(updates)"),"
      + " is epoch \(updates + 1)’s."
  }

  func beforeUpdate(_ number: Int) -> String { "before update \(number)" }

  func after(_ steps: Int) -> String {
    "after \(steps) \(steps == 1 ? "update" : "updates")"
  }

  // MARK: backward

  var backward: String { "Backward" }
  var targetName: String { "target" }
  var soFar: String { "so far" }
  var zerosBetween: String { "zeros between" }
  var backwardStart: String {
    "The error Ŷ − Y gives the gradient ∂L/∂Y; . steps forward, , back."
  }

  /// What a stage does, in a sentence each.
  func outputGradient(_ factor: String) -> String {
    "The error Ŷ − Y times \(factor) is the slope:"
  }
  func kernelGradient(_ window: Int, of count: Int, _ gradient: String) -> String {
    "Window \(window) of \(count) adds its X times its G, \(gradient), to ∂L/∂K."
  }
  func inputGradient(_ cell: String) -> String { "Every window that holds \(cell) adds G·K:" }

  func backwardPass(_ step: Int) -> String { "Backward pass at step \(step)" }

  func copies(_ count: Int) -> String {
    "and from the \(count) \(count == 1 ? "copy" : "copies") of it in the padding"
  }

  /// The gradient of a cell, then the difference quotient to compare it with.
  func check(
    _ cell: String, _ own: Float, slope: Double, distance: Float, off: Double, agrees: Bool
  ) -> [Line] {
    [
      [
        Span("\(cell) ", .accent), Span("backward ", .secondary),
        Span(NumberText.fixed(own, decimals: 6), .strong).asResult,
      ],
      [
        Span("(L(+h) − L(−h))/2h ", .secondary),
        Span(NumberText.fixed(Float(slope), decimals: 6), .strong).asResult,
        Span("   h \(NumberText.short(distance))   ", .secondary),
        Span(
          agrees
            ? "✓ within \(NumberText.short(Float(off)))"
            : "they differ by \(NumberText.short(Float(off)))", agrees ? .positive : .warning),
      ],
    ]
  }
}

extension Words {
  // MARK: surface

  var rootOfLoss: String { "√(L − min)" }
  var marks: Line {
    [
      "○ start", "  ● now", "  → next step", "  ◇ target", "  ✕ minimum",
    ].map { Span($0) }
  }
  var otherPaths: String { "dotted: other branches, to their last steps" }
  /// What the picture shows, with the losses at the start and now.
  func surfacePurpose(from start: String, now: String, step: Int) -> String {
    "Each point is a kernel, contours show its loss: "
      + (step == 0 ? "\(now) at ●." : "\(start) at ○, \(now) at ●.")
  }
  var surfaceKeys: String {
    "Tab puts a cursor on the surface; Enter or a click trains from that point"
  }
  var trainsFromThere: String { "Enter trains from there" }
  var ofTheLoss: String { "of the loss along the path is visible" }

  /// Which branch is shown: "2 lr 0.034 at 3".
  func branch(_ number: Int, _ name: String) -> Line {
    [Span("\(number) ", .strong), Span(name)]
  }

  func minimum(_ choice: LossPlane.Choice) -> String {
    choice == .whole ? "minimum" : "minimum on this plane"
  }

  func lossSurface(_ step: Int) -> String { "Loss surface, step \(step)" }
  func at(_ point: String) -> String { "at \(point)" }
  func steeper(_ ratio: Float) -> String { "\(NumberText.short(ratio)) times as steep" }

  func plane(_ choice: LossPlane.Choice, weights: Int) -> String {
    switch choice {
    case .whole: ""
    case .threePoints: "plane through start, now and target (\(weights) weights):"
    case .path: "plane of the main directions of the path (\(weights) weights):"
    }
  }

  // MARK: Options

  var noiseOutside: String { "--noise must be a number of 0 or more, such as 0.1." }
  var twoStarts: String { "--init and --seed both set the start; use only one of them." }

  func stepsOutside(_ last: Int) -> String { "--steps must be a number from 0 to \(last)." }
}
