import Drawing
import Model

extension DrillKind {
  /// First how a kernel looks when it is turned; then a number of X ∗ K, beside the turned kernel on
  /// the second level and without it from the third on.
  static func flip(_ level: Int, _ dice: inout SeededGenerator) -> Lesson.Step {
    while true {
      // A level easier than that of values: turning comes on top.
      let settings = sliding(max(1, level - 1), &dice)
      if level == 1 { return turned(settings, &dice) }
      guard settings.kernel != settings.kernel.flipped, let scene = try? FlipScene(settings) else {
        continue
      }
      let number = dice.whole(0...scene.geometry.windowCount - 1)
      let window = scene.turnedTrace.window(number)
      let products = (0..<scene.geometry.productsPerWindow).map {
        scene.turnedTrace.product($0, of: window)
      }
      guard products.count(where: { $0.value != 0 }) > 1 else { continue }
      let (name, reached) = ("X ∗ K", scene.turns + number + 1)
      return .drill(
        .flip, settings.changes, step: level == 2 ? reached : 0,
        say: { $0.drillTurns(settings.sliding) },
        .drill(
          .cell(CellName(name, window.at)),
          { $0.drillConvolution(Formula.cell("(\(name))", window.at)) }, solvedAt: reached,
          way: { words in
            Formula.sum(Formula.cell("(\(name))", window.at), products, bias: settings.sliding.bias)
          }))
    }
  }

  /// Which of four kernels is K turned by 180°.
  private static func turned(
    _ settings: SlidingSettings, _ dice: inout SeededGenerator
  ) -> Lesson.Step {
    let numbers = Array(Array(1...9).shuffled(using: &dice).prefix(4)).map(Float.init)
    let kernel = Tensor(Shape(2, 2), numbers)
    func order(_ places: [Int]) -> Tensor { Tensor(Shape(2, 2), places.map { numbers[$0] }) }
    let right = kernel.flipped
    let wrong: [(Tensor, Phrase)] = [
      (kernel, \.trapNotTurned), (order([1, 0, 3, 2]), \.trapOnlyColumns),
      (order([2, 3, 0, 1]), \.trapOnlyRows),
    ]
    let answers = ([right] + wrong.map(\.0)).shuffled(using: &dice)
    let traps = wrong.map { kernel, why in
      Question.Trap(Float((answers.firstIndex(of: kernel) ?? 0) + 1), why)
    }
    var settings = settings
    settings.kernel = kernel
    return .drill(
      .flip, settings.changes, say: \.drillTurned,
      .drill(
        .choice(
          answers.map { LocalText(Formula.rows(of: $0)) }, right: answers.firstIndex(of: right) ?? 0
        ),
        { $0.drillWhichKernel(Formula.rows(of: kernel)) }, traps: traps, solvedAt: 2,
        way: { _ in "K[u,v] → K[1−u,1−v]: \(Formula.rows(of: kernel)) → \(Formula.rows(of: right))"
        }))
  }
}

extension Formula {
  /// A kernel of a few numbers: "[0 1; 2 3]".
  fileprivate static func rows(of kernel: Tensor) -> String { rows(of: kernel, width: 30) }
}
