import Formats
import Model

/// The numbers of operators.json.
struct OperatorReferences: Decodable, Sendable {
  let operators: [OperatorReference]
  let networks: [BranchReference]
  let fields: [FieldReference]
}

struct OperatorReference: Decodable, Sendable, CustomStringConvertible {
  let notation: String
  let shapes: [[Int]]
  let output: [Int]
  let values: [Double]
  let inputGradients: [[Double]]
  let weightGradients: [Double]

  var description: String { notation }

  func layer() throws -> any Operator {
    // One that joins several maps names them.
    try GraphNotation.layer(shapes.count > 1 ? notation + ":image" : notation)
  }
}

struct BranchReference: Decodable, Sendable, CustomStringConvertible {
  let notation: String
  let shape: [Int]
  let classes, images: Int
  let loss: Double
  let gradient: [Double]

  var description: String { notation }
}

struct FieldReference: Decodable, Sendable, CustomStringConvertible {
  let notation: String
  let weights: String
  let side, output: Int
  let unit, rows, columns: [Int]
  let count: Int

  var description: String { "\(notation.prefix(20))… \(weights) \(unit)" }
}

extension SeededGenerator {
  /// A number in [−1, 1) with 24 bits, as operators.py draws it.
  mutating func uniform() -> Float { Float(next() >> 40) / Float(1 << 24) * 2 - 1 }

  mutating func uniform(_ count: Int) -> [Float] { (0..<count).map { _ in uniform() } }
}
