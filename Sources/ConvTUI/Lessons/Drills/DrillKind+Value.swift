import Drawing
import Model

extension DrillKind {
  /// A number of Y; on the first two levels its window is shown.
  static func value(_ level: Int, _ dice: inout SeededGenerator) -> Lesson.Step {
    while true {
      let settings = sliding(level, &dice)
      guard let scene = try? SlideScene(settings) else { continue }
      let number = dice.whole(0...scene.geometry.windowCount - 1)
      let window = scene.trace.window(number)
      let products = (0..<scene.geometry.productsPerWindow).map {
        scene.trace.product($0, of: window)
      }
      guard products.count(where: { $0.value != 0 }) > 1 else { continue }
      let cell = Formula.cell("Y", window.at)
      return .drill(
        .slide, settings.changes, step: level < 3 ? number + 1 : 0,
        say: { $0.drillSlides(settings.sliding) },
        .drill(
          .cell(CellName("Y", window.at)), solvedAt: number + 1,
          way: { _ in Formula.sum(cell, products, bias: settings.sliding.bias) }))
    }
  }

  /// An input, a kernel, and how it moves.
  static func sliding(_ level: Int, _ dice: inout SeededGenerator) -> SlidingSettings {
    switch level {
    case 1:
      return SlidingSettings(input: dice.matrix(3, 3, 0...4), kernel: dice.matrix(2, 2, 0...2))
    case 2:
      return SlidingSettings(input: dice.matrix(3, 4, 0...9), kernel: dice.matrix(2, 2, -1...2))
    case 3:
      return SlidingSettings(
        input: dice.matrix(4, 4, 0...5), kernel: dice.matrix(2, 3, -1...2),
        sliding: Sliding(bias: Float(dice.whole(-3...3))))
    case 4:
      let options = CorrelationOptions(
        stride: PerAxis(dice.whole(1...2)), padding: PerAxis(dice.whole(0...1)))
      return SlidingSettings(
        input: dice.matrix(4, 5, 0...9), kernel: dice.matrix(3, 3, -2...2),
        sliding: Sliding(options: options, bias: Float(dice.whole(-5...5))))
    default:
      let options = CorrelationOptions(
        stride: PerAxis(dice.whole(1...2)), padding: PerAxis(dice.whole(1...2)),
        dilation: PerAxis(dice.whole(1...2)))
      return SlidingSettings(
        input: dice.matrix(5, 5, -4...4), kernel: dice.matrix(3, 3, -3...3, times: 0.5),
        sliding: Sliding(options: options, bias: 0.25 * Float(dice.whole(-4...4))))
    }
  }
}

extension Formula {
  /// Terms with their signs between them: `1×2 − 3×4 − 1` of "1×2", "−3×4" and "−1".
  static func sum(_ terms: [String]) -> String {
    let sum = terms.joined(separator: " + ")
    return sum.replacing("+ −", with: "− ")
  }

  /// `Y[0,1] = 1×2 + 2×1 − 1 = 3`, without the products that are 0.
  static func sum(_ name: String, _ products: [Trace.Product], bias: Float) -> String {
    let parts = products.filter { $0.value != 0 }.map { product in
      NumberText.short(product.inputValue) + "×" + NumberText.short(product.weight)
    }
    let value = products.reduce(bias) { $0 + $1.value }
    let terms = parts + (bias == 0 ? [] : [NumberText.short(bias)])
    return "\(name) = \(sum(terms)) = \(NumberText.short(value))"
  }
}
