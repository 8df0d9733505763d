/// Whole numbers that lie near a straight line, in as few bytes each as that takes: none on the line
/// itself, else two, four or eight.
struct PackedIntegers: Sendable {
  private enum Rest: Sendable {
    case none
    case narrow([Int16])
    case middle([Int32])
    case wide([Int64])
  }

  private let base, slope: Int64
  /// What each number lies above the line.
  private let rest: Rest

  /// - Parameter numbers: At least one.
  init(_ numbers: [Int64]) {
    let (base, last) = (numbers[0], numbers[numbers.count - 1])
    let slope = numbers.count == 1 ? 0 : (last &- base) / Int64(numbers.count - 1)
    (self.base, self.slope) = (base, slope)
    let rests = numbers.indices.map { numbers[$0] &- (base &+ slope &* Int64($0)) }
    let (least, greatest) = rests.reduce((0, 0)) { (min($0.0, $1), max($0.1, $1)) }
    if least == 0, greatest == 0 {
      rest = .none
    } else if least >= Int16.min, greatest <= Int16.max {
      rest = .narrow(rests.map { Int16($0) })
    } else if least >= Int32.min, greatest <= Int32.max {
      rest = .middle(rests.map { Int32($0) })
    } else {
      rest = .wide(rests)
    }
  }

  subscript(index: Int) -> Int64 {
    let line = base &+ slope &* Int64(index)
    return switch rest {
    case .none: line
    case .narrow(let rests): line &+ Int64(rests[index])
    case .middle(let rests): line &+ Int64(rests[index])
    case .wide(let rests): line &+ rests[index]
    }
  }

  /// The distance from each number to the next, where it is the same for all.
  var stride: Int64? { if case .none = rest { slope } else { nil } }
}
