import Drawing
import Model

/// What the views of the learn scene say.
extension Text {
  // MARK: backward

  static let backward = "Backward"
  static let targetName = "target"
  static let soFar = "so far"
  static let zerosBetween = "zeros between"
  static let backwardStart = "The error Ŷ − Y gives the gradient by the output; . goes on, , back."

  static func backwardPass(_ step: Int) -> String { "Backward pass at step \(step)" }

  static func copies(_ count: Int) -> String {
    "and from the \(count) \(count == 1 ? "place" : "places") in the padding that repeat it"
  }

  /// 2f: "2", or "2/42" where the loss is a mean.
  static func factor(_ reduction: Reduction, _ target: Tensor) -> String {
    reduction == .sum ? "2" : "2/\(target.shape.count)"
  }

  /// The gradient of a cell, then what it is compared with.
  static func check(
    _ cell: String, _ own: Float, slope: Double, distance: Float, off: Double, agrees: Bool
  ) -> [Line] {
    [
      [
        Span("\(cell) ", .accent), Span("backward ", .secondary),
        Span(NumberText.fixed(own, decimals: 6), .strong),
      ],
      [
        Span("(L(+h) − L(−h))/2h ", .secondary),
        Span(NumberText.fixed(Float(slope), decimals: 6), .strong),
        Span("   h \(NumberText.short(distance))   ", .secondary),
        Span(
          agrees
            ? "✓ within \(NumberText.short(Float(off)))"
            : "they differ by \(NumberText.short(Float(off)))", agrees ? .positive : .warning),
      ],
    ]
  }
}

extension Text {
  // MARK: surface

  static let rootOfLoss = "√(L − min)"
  static let marks = [
    "○ start", "  ● now", "  → next step", "  ◇ target", "  ✕ minimum",
    "; contours show the loss",
  ].map { Span($0) }
  static let otherPaths = "dotted: other branches, to their furthest steps"
  static let surfaceKeys =
    "Tab puts a cursor on the surface; Enter or a click trains from that point"
  static let trainsFromThere = "Enter trains from there"
  static let ofTheLoss = "of the loss along the path is seen on it"

  /// Which branch is shown: "2 lr 0.034 at 3".
  static func branch(_ number: Int, _ name: String) -> Line {
    [Span("\(number) ", .strong), Span(name)]
  }

  static func minimum(_ choice: LossPlane.Choice) -> String {
    choice == .whole ? "minimum" : "minimum on this plane"
  }

  static func lossSurface(_ step: Int) -> String { "Loss surface at step \(step)" }
  static func at(_ point: String) -> String { "at \(point)" }
  static func eigenvalue(_ index: Int) -> String { index == 0 ? "λ₁" : "λ₂" }
  static func steeper(_ ratio: Float) -> String { "\(NumberText.short(ratio)) times as steep" }

  static func axes(
    _ choice: LossPlane.Choice, weights: Int
  ) -> (horizontal: String, vertical: String) {
    switch choice {
    case .whole: ("w₀ →", weights > 1 ? "w₁ ↑" : "")
    case .threePoints, .path: ("u →", "v ↑")
    }
  }

  static func plane(_ choice: LossPlane.Choice, weights: Int) -> String {
    switch choice {
    case .whole: ""
    case .threePoints: "plane of start, now and target among \(weights) weights:"
    case .path: "plane along the path's main directions among \(weights) weights:"
    }
  }
}
