import Drawing
import Model

extension DrillKind {
  /// A part of ∂L/∂K, or from the third level on also the weight after a step.
  static func gradient(_ level: Int, _ dice: inout SeededGenerator) -> Lesson.Step {
    while true {
      let (image, shape) = learning(level, &dice)
      let unit: Float = level == 5 ? 0.5 : 1
      let target = dice.matrix(shape.rows, shape.columns, -1...2)
      let start = dice.matrix(shape.rows, shape.columns, -1...2, times: unit)
      let reduction: Reduction = level == 5 ? .mean : .sum
      let asksNext = level > 2 && Bool.random(using: &dice)
      let rate = asksNext ? dice.one(of: [Float(0.1), 0.5]) : 0.01
      guard let task = try? LearnScene.Task(image: image, targetKernel: target) else { continue }
      let trace = Trace(image, start, geometry: task.geometry)
      let at = Position(dice.whole(0...shape.area - 1), inRowsOf: shape.columns)
      let slope = Slope(trace, task.target, at: at, reduction)
      guard slope.terms.count > 1, slope.value != 0 else { continue }
      let weight = start[at.row, at.column]
      let next = weight - rate * slope.value
      let traps = asksNext ? [(slope.value, \.trapGradientAlone)] : slope.traps
      let settings = [
        Lesson.Change("target", "0"), Lesson.Change("input", SettingValue.matrix(image).typed),
        Lesson.Change("target", SettingValue.matrix(target).typed),
        Lesson.Change("start", SettingValue.matrix(start).typed),
        Lesson.Change("reduction", reduction.rawValue), Lesson.Change("optimizer", "sgd"),
        Lesson.Change("learning-rate", SettingValue.number(rate).typed),
      ]
      let name = asksNext ? Formula.cell("next-K", at) : Formula.cell("∂L/∂K", at)
      return .drill(
        .learn, settings, say: { $0.drillLearns(reduction, rate: asksNext ? rate : nil) },
        .drill(
          asksNext ? .quantity(name) : .cell(CellName("∂L/∂K", at)),
          { asksNext ? $0.drillNextWeight(at) : $0.drillGradient(at) },
          traps: Question.Trap.all(traps, besides: asksNext ? next : slope.value),
          solvedAt: asksNext ? 1 : nil,
          way: { _ in
            slope.way + (asksNext ? "; " + slope.step(weight, rate) : "")
          }))
    }
  }

  /// The image, and the kernel's shape.
  private static func learning(
    _ level: Int, _ dice: inout SeededGenerator
  ) -> (Tensor, Shape) {
    switch level {
    case 1: (dice.matrix(1, 3, 0...2), Shape(1, 2))
    case 2: (dice.matrix(1, 4, 0...3), Shape(1, 2))
    case 3: (dice.matrix(2, 3, 0...3), Shape(1, 2))
    case 4: (dice.matrix(2, 4, -2...3), Shape(1, 3))
    default: (dice.matrix(3, 4, -2...3), Shape(1, 3))
    }
  }
}

/// A part of the gradient, window by window.
private struct Slope {
  let at: Position
  /// 2f of ∂L/∂K = 2f·Σ (Ŷ − Y)·X.
  let factor: Float
  let outputs: Int
  /// The error of each window and the input under the weight, without those that give 0.
  let terms: [(error: Float, input: Float)]

  init(_ trace: Trace, _ target: Tensor, at: Position, _ reduction: Reduction) {
    self.at = at
    let geometry = trace.geometry
    outputs = geometry.windowCount
    factor = 2 * reduction.factor(outputs: outputs)
    terms = (0..<outputs).map { number in
      let window = trace.window(number)
      let product = trace.product(at.row * geometry.kernel.columns + at.column, of: window)
      return (trace.value(of: window) - target[window.at.row, window.at.column], product.inputValue)
    }.filter { $0.error * $0.input != 0 }
  }

  private var sum: Float { terms.reduce(0) { $0 + $1.error * $1.input } }
  var value: Float { factor * sum }

  var way: String {
    let products = terms.map { NumberText.short($0.error) + "×" + NumberText.short($0.input) }
    let factor = self.factor == 2 ? "2" : "2/\(outputs)"
    return "\(Formula.cell("∂L/∂K", at)) = \(factor)·(\(Formula.sum(products)))"
      + " = \(NumberText.short(value))"
  }

  /// The weight after a step against this gradient.
  func step(_ weight: Float, _ rate: Float) -> String {
    "\(NumberText.short(weight)) − \(NumberText.short(rate))·\(NumberText.short(value))"
      + " = \(NumberText.short(weight - rate * value))"
  }

  var traps: [(Float, Phrase)] { [(2 * sum, \.trapMeanFactor)] }
}
