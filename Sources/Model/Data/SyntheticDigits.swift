import Glibc

/// The data set that draws itself: the digits 0 to 9 as a hand would draw them, 28×28, white on black.
///
/// Shift, size, turn, slant, bend, thickness, ink and grain of each image are drawn at random. Image i
/// follows from (seed, i) alone, so that any number of them can be drawn in any order; its class is
/// i mod 10.
public enum SyntheticDigits {
  /// Rows and columns of an image.
  public static let size = 28
  public static let classNames = (0..<Stroke.digits.count).map(String.init)

  /// The first images of a seed.
  ///
  /// - Complexity: O(count), about 35 µs an image.
  public static func images(count: Int, seed: UInt64) -> LabelledImages {
    var pixels: [Float] = []
    pixels.reserveCapacity(count * size * size)
    for index in 0..<count { pixels += image(index, seed: seed) }
    return LabelledImages(
      shape: Shape([1, size, size]), classNames: classNames,
      labels: (0..<count).map(label), pixels: pixels)
  }

  /// The class of an image, whatever the seed.
  public static func label(_ index: Int) -> Int { index % Stroke.digits.count }

  /// The pixels of one image, row-major, in 0...1.
  static func image(_ index: Int, seed: UInt64) -> [Float] {
    var generator = SeededGenerator(seed: SeededGenerator.seed(seed, UInt64(index)))
    let hand = Hand(using: &generator)
    var ink = Ink(rows: size, columns: size)
    for stroke in Stroke.digits[label(index)] {
      let points = stroke.points.map(hand.place)
      for (start, end) in zip(points, points.dropFirst()) {
        ink.draw(start, end, radius: hand.radius)
      }
    }
    return ink.pixels.map { min(max(hand.ink * $0 + hand.grain * generator.nextNormal(), 0), 1) }
  }
}

/// How one image is drawn: where the pen goes and what it leaves.
private struct Hand {
  /// Half the width of a line, in pixels.
  let radius: Float
  /// The brightness of a line.
  let ink: Float
  /// The standard deviation of the noise on every pixel.
  let grain: Float
  private let center: Stroke.Point
  /// Where one box width and one box height lead, in pixels.
  private let right: Stroke.Point
  private let down: Stroke.Point
  /// How far a point is moved sideways, and where along the height that turns round.
  private let bend: Float
  private let phase: Float

  init(using generator: inout SeededGenerator) {
    func draw(_ range: ClosedRange<Float>) -> Float { .random(in: range, using: &generator) }
    radius = draw(0.8...1.7)
    ink = draw(0.6...1)
    grain = draw(0.02...0.12)
    center = Stroke.Point(draw(-2.5...2.5), draw(-2.5...2.5)) + Float(SyntheticDigits.size) / 2
    let turn = draw(-0.25...0.25)
    let (width, height, slant) = (draw(10...16), draw(15...21), draw(-0.2...0.2))
    right = width * Stroke.Point(cos(turn), sin(turn))
    down =
      height * (Stroke.Point(-sin(turn), cos(turn)) + slant * Stroke.Point(cos(turn), sin(turn)))
    bend = draw(-0.08...0.08)
    phase = draw(0...2 * .pi)
  }

  /// From the box 0...1 × 0...1 to pixels.
  func place(_ point: Stroke.Point) -> Stroke.Point {
    let x = point.x - 0.5 + bend * sin(phase + 2 * .pi * point.y)
    let y = point.y - 0.5 + bend * sin(phase + 2 * .pi * point.x)
    return center + x * right + y * down
  }
}
