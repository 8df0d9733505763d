import Model
import TestSupport
import Testing

@testable import ConvTUI
@testable import Drawing

/// What is right in a thousand questions of each kind, against loops that are written out here.
struct DrillAnswerTests {
  /// Questions of all levels, each with the scene that it is about.
  private func questions(
    _ kind: DrillKind
  ) throws -> [(step: Lesson.Step, question: Question, expected: Expected, scene: any Scene)] {
    let scenes = try SceneKind.examples()
    return try Drill.levels.flatMap { level in
      let lesson = Drill(kind, level: level, seed: UInt64(level)).lesson(of: 200)
      let run = try LessonRun(lesson, scenes: scenes, words)
      return try zip(lesson.steps, run.stages).map { step, stage in
        (
          step, try #require(step.question), try #require(stage.expected),
          try #require(stage.asked)
        )
      }
    }
  }

  /// The first numbers of the windows that fit along an axis.
  private func starts(_ input: Int, _ kernel: Int, _ stride: Int, _ padding: Int, _ dilation: Int)
    -> [Int]
  {
    var starts: [Int] = []
    var start = -padding
    while start + dilation * (kernel - 1) < input + padding {
      starts.append(start)
      start += stride
    }
    return starts
  }

  private func cell(_ question: Question) -> Position {
    guard case .cell(let cell) = question.kind else { return .zero }
    return cell.at
  }

  private func isNumber(_ expected: Expected, _ value: Double) -> Bool {
    guard case .number(let number) = expected else { return false }
    return abs(number - value) <= 1e-5 * max(1, abs(value))
  }

  @Test func sizesAreTheCountedWindows() throws {
    for (_, _, expected, scene) in try questions(.size) {
      let settings = try #require(scene as? SlideScene).settings
      let (shape, kernel, options) = (
        settings.input.shape, settings.kernel.shape, settings.sliding.options
      )
      let rows = starts(
        shape.rows, kernel.rows, options.stride.rows, options.padding.rows, options.dilation.rows)
      let columns = starts(
        shape.columns, kernel.columns, options.stride.columns, options.padding.columns,
        options.dilation.columns)
      #expect(expected == .size(rows: rows.count, columns: columns.count))
    }
  }

  /// A number of a correlation, or of one with the kernel turned.
  private func value(_ settings: SlidingSettings, at: Position, isTurned: Bool) -> Double {
    let (input, kernel, options) = (settings.input, settings.kernel, settings.sliding.options)
    var sum = Double(settings.sliding.bias)
    for u in 0..<kernel.shape.rows {
      for v in 0..<kernel.shape.columns {
        let row =
          at.row * options.stride.rows - options.padding.rows + u * options.dilation.rows
        let column =
          at.column * options.stride.columns - options.padding.columns
          + v * options.dilation.columns
        guard (0..<input.shape.rows).contains(row), (0..<input.shape.columns).contains(column)
        else { continue }
        let weight =
          isTurned
          ? kernel[kernel.shape.rows - 1 - u, kernel.shape.columns - 1 - v] : kernel[u, v]
        sum += Double(input[row, column]) * Double(weight)
      }
    }
    return sum
  }

  @Test func valuesAreSumsOfProducts() throws {
    for (_, question, expected, scene) in try questions(.value) {
      let settings = try #require(scene as? SlideScene).settings
      #expect(isNumber(expected, value(settings, at: cell(question), isTurned: false)))
    }
  }

  @Test func convolutionsTurnTheKernel() throws {
    for (_, question, expected, scene) in try questions(.flip) {
      let settings = try #require(scene as? FlipScene).settings
      guard case .choice(let answers, let right) = question.kind else {
        #expect(isNumber(expected, value(settings, at: cell(question), isTurned: true)))
        continue
      }
      let k = settings.kernel.elements.map { Int($0) }
      #expect(answers[right].text(in: words) == "[\(k[3]) \(k[2]); \(k[1]) \(k[0])]")
      #expect(Set(answers).count == 4)
    }
  }

  @Test func poolingsLookAtEachNumber() throws {
    for (_, question, expected, scene) in try questions(.pool) {
      let settings = try #require(scene as? PoolScene).settings
      guard case .cell(let cell) = question.kind else { continue }
      let (input, window) = (settings.input, settings.window)
      let start = Position(
        row: cell.at.row * window.stride.rows - window.padding.rows,
        column: cell.at.column * window.stride.columns - window.padding.columns)
      var (largest, sum, count) = (-Double.infinity, 0.0, 0.0)
      for row in start.row..<start.row + window.size.rows {
        for column in start.column..<start.column + window.size.columns {
          // Beyond the padding nothing is counted.
          guard row < input.shape.rows + window.padding.rows,
            column < input.shape.columns + window.padding.columns
          else { continue }
          count += 1
          guard (0..<input.shape.rows).contains(row), (0..<input.shape.columns).contains(column)
          else { continue }
          largest = max(largest, Double(input[row, column]))
          sum += Double(input[row, column])
        }
      }
      #expect(isNumber(expected, cell.matrix == "max" ? largest : sum / count))
    }
  }

  /// The loss is a square of the weights, so that its central difference is its slope.
  @Test func gradientsAreCentralDifferences() throws {
    for (_, question, expected, scene) in try questions(.gradient) {
      let learn = try #require(scene as? LearnScene)
      let (image, target, start) = (
        learn.task.image, learn.task.target, learn.startSettings.initialWeight
      )
      func loss(_ index: Int, _ change: Double) -> Double {
        var sum = 0.0
        for row in 0..<target.shape.rows {
          for column in 0..<target.shape.columns {
            var output = 0.0
            for u in 0..<start.shape.rows {
              for v in 0..<start.shape.columns {
                let number = u * start.shape.columns + v
                output +=
                  Double(image[row + u, column + v])
                  * (Double(start[u, v]) + (number == index ? change : 0))
              }
            }
            sum += (output - Double(target[row, column])) * (output - Double(target[row, column]))
          }
        }
        return learn.settings.reduction == .mean ? sum / Double(target.shape.count) : sum
      }
      func slope(_ at: Position) -> Double {
        let index = at.row * start.shape.columns + at.column
        return loss(index, 0.5) - loss(index, -0.5)
      }
      switch question.kind {
      case .cell(let cell): #expect(isNumber(expected, slope(cell.at)))
      case .quantity(let name):
        let at = try #require(CellName(name)).at
        let step = Double(learn.settings.learningRate) * slope(at)
        #expect(isNumber(expected, Double(start[at.row, at.column]) - step))
      default: Issue.record("no question of gradients")
      }
    }
  }

  // MARK: Layers

  /// A layer as the notation says it: `conv8@3x5:s2:d2:g2`.
  private struct Layer {
    let isConvolution: Bool
    var kernels = 0
    var size = (rows: 1, columns: 1)
    var stride = 1
    var dilation = 1
    var groups = 1

    init(_ text: Substring) {
      let parts = text.filter { $0 != " " }.split(separator: ":")
      isConvolution = parts[0].hasPrefix("conv")
      let numbers = parts[0].drop { $0.isLetter }.split(separator: "@")
      if numbers.count > 1 { kernels = Int(numbers[0]) ?? 0 }
      let sides = (numbers.last ?? "1").split(separator: "x").compactMap { Int($0) }
      size = (sides.first ?? 1, sides.last ?? 1)
      if parts[0].contains("pool") { stride = size.rows }
      for option in parts.dropFirst() {
        let number = Int(option.dropFirst()) ?? 1
        switch option.first {
        case "s": stride = number
        case "d": dilation = number
        default: groups = number
        }
      }
    }
  }

  private func layers(_ step: Lesson.Step) -> [Layer] {
    let text = step.settings.last { $0.name == "layers" }?.value ?? ""
    return text.split(separator: ",").map(Layer.init)
  }

  /// All inputs that a unit sees, layer by layer back to the image.
  @Test func fieldsAreTheInputsThatAreSeen() throws {
    for (step, _, expected, _) in try questions(.field) {
      func span(_ isRows: Bool) -> Int {
        var seen: Set = [1]
        for layer in layers(step).reversed() {
          let size = isRows ? layer.size.rows : layer.size.columns
          seen = Set(
            seen.flatMap { unit in (0..<size).map { unit * layer.stride + $0 * layer.dilation } })
        }
        return (seen.max() ?? 0) - (seen.min() ?? 0) + 1
      }
      #expect(expected == .size(rows: span(true), columns: span(false)), "\(step.settings)")
    }
  }

  @Test func parametersAreCountedOneByOne() throws {
    for (step, _, expected, _) in try questions(.parameters) {
      var channels = try #require(step.say.text(in: words).numbers.first.flatMap { Int($0) })
      var count = 0
      for layer in layers(step) where layer.isConvolution {
        for _ in 0..<layer.kernels {
          count += 1
          for _ in 0..<channels / layer.groups {
            for _ in 0..<layer.size.rows { count += layer.size.columns }
          }
        }
        channels = layer.kernels
      }
      #expect(isNumber(expected, Double(count)), "\(step.settings)")
    }
  }
}
