/// The extents of a tensor, outermost axis first.
///
/// A shape has rank 2 to 4. Whatever its rank, it can be read as batch × channels × rows × columns
/// (N×C×H×W): axes that it leaves out have extent 1.
public struct Shape: Hashable, Sendable, CustomStringConvertible {
  public let dimensions: [Int]

  /// - Precondition: Two to four dimensions, none negative.
  public init(_ dimensions: [Int]) {
    precondition((2...4).contains(dimensions.count) && dimensions.allSatisfy { $0 >= 0 })
    self.dimensions = dimensions
  }

  public init(_ rows: Int, _ columns: Int) { self.init([rows, columns]) }

  public init(_ batch: Int, _ channels: Int, _ rows: Int, _ columns: Int) {
    self.init([batch, channels, rows, columns])
  }

  public var rank: Int { dimensions.count }
  public var count: Int { dimensions.reduce(1, *) }

  public var batch: Int { rank > 3 ? dimensions[0] : 1 }
  public var channels: Int { rank > 2 ? dimensions[rank - 3] : 1 }
  public var rows: Int { dimensions[rank - 2] }
  public var columns: Int { dimensions[rank - 1] }
  /// Whether it looks like rows×columns×channels, as many programs keep an image: 1, 3 or 4 columns
  /// after more than 4 channels and rows, which few feature maps have.
  public var hasChannelsLast: Bool {
    rank > 2 && [1, 3, 4].contains(columns) && channels > 4 && rows > 4
  }

  /// The number of elements in one row×column plane.
  public var area: Int { rows * columns }

  public var description: String { dimensions.map(String.init).joined(separator: "×") }
}
