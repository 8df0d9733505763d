/// Small inputs to try a kernel on, by name.
public enum InputExample: String, CaseIterable, Sendable {
  /// The chapter's 3×3 input, and its 6×8 image with a dark bar.
  case numbers, bar
  case diagonal, ring, step, noise, digit

  private static let side = 8

  /// The input: 8×8 where it has no size of its own.
  public var input: Tensor { InputExample.inputs[self] ?? made }

  private static let inputs = Dictionary(uniqueKeysWithValues: allCases.map { ($0, $0.made) })

  private var made: Tensor {
    let middle = Float(InputExample.side - 1) / 2
    switch self {
    case .numbers: return CourseExample.input
    case .bar: return CourseExample.bar
    case .diagonal: return InputExample.matrix { $0 == $1 ? 1 : 0 }
    case .ring:
      return InputExample.matrix { row, column in
        let distance = max(abs(Float(row) - middle), abs(Float(column) - middle))
        return distance == 2.5 ? 1 : 0
      }
    // Dark above the diagonal that rises to the right, bright below it.
    case .step: return InputExample.matrix { $0 + $1 < InputExample.side ? 0 : 1 }
    case .noise:
      var generator = SeededGenerator(seed: 7)
      return InputExample.matrix { _, _ in
        Float(Int.random(in: 0...9, using: &generator))
      }
    case .digit: return SyntheticDigits.images(count: 9, seed: 5)[8].plane()
    }
  }

  private static func matrix(_ value: (Int, Int) -> Float) -> Tensor {
    Tensor(
      rows: (0..<side).map { row in (0..<side).map { column in value(row, column) } })
  }
}
