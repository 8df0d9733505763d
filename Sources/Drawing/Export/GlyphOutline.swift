/// The outline of a glyph, for pictures made of pixels.
public struct GlyphOutline: Sendable {
  /// A corner, or a point that pulls a curve between two corners towards itself; in the units of
  /// `GlyphShape.cell`.
  public struct Point: Hashable, Sendable {
    public var x: Float
    public var y: Float
    public var isCorner = true

    public static func middle(_ a: Point, _ b: Point) -> Point {
      Point(x: (a.x + b.x) / 2, y: (a.y + b.y) / 2)
    }
  }

  /// A straight piece of the edge.
  public typealias Edge = (from: Point, to: Point)

  public private(set) var edges: [Edge] = []

  /// The straight pieces that stand for one curve.
  private static let pieces = 5

  /// A glyph's outline; the empty box for one that is not among `data`.
  public static func of(_ glyph: Character) -> GlyphOutline {
    glyph.unicodeScalars.first.flatMap { all[$0.value] } ?? box
  }

  private static let box: GlyphOutline = {
    let outer: [(Float, Float)] = [(1, 3), (8, 3), (8, 13), (1, 13)]
    let inner: [(Float, Float)] = [(2, 12), (7, 12), (7, 4), (2, 4)]
    return GlyphOutline([outer, inner].map { $0.map { Point(x: $0.0, y: $0.1) } })
  }()

  /// - Parameter contours: The points of each, in TrueType's order: two that pull after another have
  ///   a corner midway.
  private init(_ contours: [[Point]]) {
    for contour in contours {
      var corners: [Point] = []
      for (index, point) in contour.enumerated() {
        let next = contour[(index + 1) % contour.count]
        corners.append(point)
        if !point.isCorner, !next.isCorner { corners.append(.middle(point, next)) }
      }
      guard let start = corners.firstIndex(where: \.isCorner) else { continue }
      corners = Array(corners[start...] + corners[...start])
      for (index, point) in corners.enumerated().dropFirst() where point.isCorner {
        let before = corners[index - 1]
        if before.isCorner {
          edges.append((before, point))
        } else {
          addCurve(corners[index - 2], before, point)
        }
      }
    }
  }

  private mutating func addCurve(_ start: Point, _ pull: Point, _ end: Point) {
    var last = start
    for piece in 1...GlyphOutline.pieces {
      let t = Float(piece) / Float(GlyphOutline.pieces)
      let (a, b, c) = ((1 - t) * (1 - t), 2 * t * (1 - t), t * t)
      let next = Point(
        x: a * start.x + b * pull.x + c * end.x, y: a * start.y + b * pull.y + c * end.y)
      edges.append((last, next))
      last = next
    }
  }

  /// All outlines, by the glyph's scalar.
  private static let all: [UInt32: GlyphOutline] = {
    var bytes = decoded(data)[...]
    var all: [UInt32: GlyphOutline] = [:]
    func next() -> Int { Int(bytes.popFirst() ?? 0) }
    while !bytes.isEmpty {
      let code = UInt32(next() << 8 | next())
      let contours = (0..<next()).map { _ in
        (0..<next()).map { _ in
          let (x, y) = (next(), next())
          return Point(
            x: Float(x & 127) * 10 / 127 - 0.5, y: Float(y) * 17 / 255, isCorner: x > 127)
        }
      }
      all[code] = GlyphOutline(contours)
    }
    return all
  }()

  /// The bytes of a text in base 64, whose line ends do not count.
  private static func decoded(_ text: String) -> [UInt8] {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var values = [UInt32?](repeating: nil, count: 256)
    for (value, digit) in digits.enumerated() { values[Int(digit)] = UInt32(value) }
    var (bytes, bits, count): ([UInt8], UInt32, UInt32) = ([], 0, 0)
    for digit in text.utf8 {
      guard let value = values[Int(digit)] else { continue }
      (bits, count) = (bits << 6 | value, count + 6)
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> count))
      }
    }
    return bytes
  }
}
