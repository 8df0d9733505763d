import Formats
import Model

/// Something that a kernel does, as a lesson asks for it.
enum KernelProperty: Hashable, Sendable {
  /// It gives numbers other than 0 where brightness changes across an edge, and 0 where nothing does.
  case finds(Edge)
  /// It gives 0 wherever brightness changes across such edges alone.
  case ignores(Edge)
  /// It multiplies an even brightness by this.
  case sums(to: Float)
  /// It gives 0 where brightness stays or grows evenly, and another number where it bends.
  case secondDerivative
  /// It changes nothing.
  case identity
  /// It is a column times a row.
  case separable
  /// It keeps an even brightness, gives nothing brighter or darker than there was, and evens noise.
  case blurs
  case size(PlaneSize)

  /// The way an edge runs.
  struct Edge: Hashable, Sendable {
    let down, right: Int

    static let vertical = Edge(down: 1, right: 0)
    static let horizontal = Edge(down: 0, right: 1)
    /// The largest step to either side.
    static let longest = 8
  }

  /// As lessons write them.
  static let names = [
    "finds vertical edges", "finds horizontal edges", "finds direction [1,1]",
    "ignores vertical edges", "ignores horizontal edges", "ignores direction [1,1]", "sums to 0",
    "sums to 1", "second derivative", "identity", "separable", "blurs", "3×3",
  ]

  init?(_ text: String) {
    let text = text.lowercased()
    switch text {
    case "second derivative": self = .secondDerivative
    case "identity": self = .identity
    case "separable": self = .separable
    case "blurs": self = .blurs
    case let text where text.hasPrefix("finds "):
      guard let edge = Edge(text.dropFirst(6)) else { return nil }
      self = .finds(edge)
    case let text where text.hasPrefix("ignores "):
      guard let edge = Edge(text.dropFirst(8)) else { return nil }
      self = .ignores(edge)
    case let text where text.hasPrefix("sums to "):
      guard let sum = Expression.value(of: String(text.dropFirst(8))), abs(sum) < 1e6 else {
        return nil
      }
      self = .sums(to: Float(sum))
    default:
      guard let size = Expected.size(text), (1...KernelEdit.largestSize).contains(size.rows),
        (1...KernelEdit.largestSize).contains(size.columns)
      else { return nil }
      self = .size(PlaneSize(size.rows, size.columns))
    }
  }
}

extension KernelProperty.Edge {
  /// `vertical edges`, `direction vertical`, `direction [1,1]`.
  fileprivate init?(_ text: Substring) {
    let text = text.hasPrefix("direction ") ? text.dropFirst(10) : text
    switch text {
    case "vertical", "vertical edges": self = .vertical
    case "horizontal", "horizontal edges": self = .horizontal
    default:
      guard text.first == "[", text.last == "]" else { return nil }
      let way = text.dropFirst().dropLast().split(separator: ",").map { Int($0.trimmedSpaces) }
      guard way.count == 2, let down = way[0], let right = way[1], (down, right) != (0, 0),
        max(abs(down), abs(right)) <= KernelProperty.Edge.longest
      else { return nil }
      self.init(down: down, right: right)
    }
  }
}
