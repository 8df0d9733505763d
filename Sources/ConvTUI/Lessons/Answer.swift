import Formats
import Glibc
import Model

/// What is right, as it is computed.
enum Expected: Hashable, Sendable {
  case number(Double)
  case size(rows: Int, columns: Int)
  /// The place among some answers, from 0.
  case choice(Int)
  /// What a kernel has to do, and one that does it.
  case kernel([KernelProperty], example: String)
  /// Numbers in a row.
  case row([Float])
  /// Some cells of a matrix of a size.
  case cells(Set<Position>, of: String, in: PlaneSize)

  /// Whether a typed answer is right; nil where it is no answer of this kind.
  func agrees(with text: String) -> Bool? {
    switch self {
    case .number(let exact): return Expected.number(text, agreesWith: exact)
    case .size(let rows, let columns):
      return Expected.size(text).map { $0 == (rows, columns) }
    case .choice(let right): return Int(text).map { $0 - 1 == right }
    case .kernel(let properties, _):
      return Expected.kernel(text).map { kernel in
        properties.allSatisfy { $0.fault(of: kernel) == nil }
      }
    case .row(let numbers):
      return Expected.row(text).map { row in
        row.count == numbers.count && zip(row, numbers).allSatisfy(Expected.areClose)
      }
    case .cells(let cells, let matrix, _):
      return CellRange.list(text).map { ranges in
        ranges.allSatisfy { $0.matrix == matrix }
          && ranges.reduce(into: Set()) { $0.formUnion($1.positions) } == cells
      }
    }
  }

  /// The rows and columns that a text names: `2×3`, `2x3`, `2,3`, or `2` for a square.
  static func size(_ text: String) -> (rows: Int, columns: Int)? {
    let parts = text.split { "xX×*, ".contains($0) }.map { Int($0) }
    switch parts.count {
    case 1: return parts[0].map { ($0, $0) }
    case 2: return parts[0].flatMap { rows in parts[1].map { (rows, $0) } }
    default: return nil
    }
  }

  /// The one matrix of numbers that a text stands for, as kernels are written everywhere.
  static func kernel(_ text: String) -> Tensor? {
    guard let given = GivenKernel.written(text), given.count == 1 else { return nil }
    let kernel = given[0].kernel
    let (shape, most) = (kernel.shape, KernelEdit.largestSize)
    guard shape.batch == 1, shape.channels == 1, (1...most).contains(shape.rows),
      (1...most).contains(shape.columns), kernel.elements.allSatisfy({ abs($0) < 1e6 })
    else { return nil }
    return kernel.plane()
  }

  /// The numbers that a text names, with blanks or commas between.
  static func row(_ text: String) -> [Float]? {
    guard let rows = try? KernelNotation.parse(text.replacing("−", with: "-")),
      rows.shape.rows == 1, rows.shape.batch == 1, rows.shape.channels == 1
    else { return nil }
    return rows.elements
  }

  static func areClose(_ one: Float, _ other: Float) -> Bool {
    abs(one - other) <= max(1e-6, 1e-5 * abs(other))
  }

  /// An answer is exact, rounded to three digits or more, or computed from numbers of four decimals, as
  /// the screen shows them.
  static func number(_ text: String, agreesWith exact: Double) -> Bool? {
    guard let value = Expression.value(of: text) else { return nil }
    let distance = abs(value - exact)
    if distance <= max(1e-6, 1e-5 * abs(exact)) { return true }
    let isLong = abs(exact * 1000 - (exact * 1000).rounded()) > 1e-3
    if isLong, distance <= min(1e-4, 1e-3 * abs(exact)) { return true }
    let digits = text.filter { $0 != "-" && $0 != "−" && $0 != " " }
    guard digits.allSatisfy({ $0.isNumber || $0 == "." }) else { return false }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let decimals = parts.count > 1 ? parts[1].count : 0
    let significant = digits.drop { $0 == "0" || $0 == "." }.filter(\.isNumber).count
    return significant >= 3 && decimals > 0 && distance <= 0.5000001 * pow(10, -Double(decimals))
  }
}
