import Model

/// Which part of a picture is looked at, and how closely.
struct MapViewport: Hashable, Sendable {
  /// How many times closer than the whole picture, as a power of two; past single pixels, numbers.
  private(set) var zoom = 0
  /// The pixel in the middle; nil for the picture's own.
  var center: Position?

  init(zoom: Int = 0, center: Position? = nil) {
    self.zoom = zoom
    self.center = center
  }

  mutating func zoom(by step: Int, atMost most: Int) { zoom = max(0, min(most, zoom + step)) }

  mutating func reset() { self = MapViewport() }

  /// The pixels that become one.
  ///
  /// - Parameter detail: How many stand beside each other where one fits.
  func step(fit: Int, detail: Int = 1) -> Int { max(1, (fit >> zoom) / detail) }

  /// Whether numbers are shown.
  func showsNumbers(fit: Int) -> Bool { zoom >= MapViewport.numbers(fit) }

  /// The first zoom at which single pixels would be larger than a cell.
  static func numbers(_ fit: Int) -> Int { Int.bitWidth - fit.leadingZeroBitCount }

  /// The part of an axis that is seen.
  ///
  /// - Parameters:
  ///   - length: The axis's length at the scale.
  ///   - cells: How many cells have room.
  static func part(_ length: Int, _ cells: Int, around center: Int) -> Range<Int> {
    guard length > cells else { return 0..<length }
    let start = max(0, min(length - cells, center - cells / 2))
    return start..<start + cells
  }
}
