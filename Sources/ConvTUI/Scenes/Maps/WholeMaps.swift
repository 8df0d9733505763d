import Drawing
import Model

/// The maps of a whole picture in all their numbers, to be looked at from afar.
struct WholeMaps: Sendable {
  /// A map in squares of its numbers.
  private struct View: Sendable {
    let means, sizes: Tensor
    /// Of the numbers without padding in their windows.
    let strengths, least, largest: Tensor
  }

  private struct Map: Sendable {
    let numbers: Tensor
    /// The same, and NaN where a window has padding.
    let inside: Tensor

    func view(_ side: Int) -> View {
      let ends = inside.ends(inSquaresOf: side)
      return View(
        means: numbers.mean(inSquaresOf: side), sizes: numbers.meanMagnitude(inSquaresOf: side),
        strengths: inside.meanMagnitude(inSquaresOf: side), least: ends.least,
        largest: ends.largest)
    }
  }

  private let maps: [Map]
  /// How they look at a scale, worked out once for many frames.
  private var seen: (side: Int, views: [View])?

  /// The products and the numbers that a change of a setting may take.
  private static let most = (products: 3e8, numbers: 1 << 23)

  /// Nil where that would be too much work.
  init?(of picture: Picture, by convolutions: [Convolution]) {
    let shape = picture.shape(step: 1)
    let geometries = convolutions.compactMap { try? $0.geometry(for: shape, largestOutput: .max) }
    guard geometries.count == convolutions.count, shape.count <= WholeMaps.most.numbers else {
      return nil
    }
    let numbers = geometries.reduce(0) { $0 + $1.windowCount }
    let products = zip(geometries, convolutions).reduce(0) {
      $0 + Double($1.0.windowCount) * Double($1.1.weight.shape.count)
    }
    guard numbers <= WholeMaps.most.numbers, products <= WholeMaps.most.products else {
      return nil
    }
    let pixels = picture.part(rows: 0..<shape.rows, columns: 0..<shape.columns, step: 1)
    var maps: [Map] = []
    for (convolution, geometry) in zip(convolutions, geometries) {
      guard let map = try? convolution.forward(pixels).plane() else { return nil }
      maps.append(Map(numbers: map, inside: map.inside(geometry)))
    }
    self.maps = maps
  }

  /// Works out how the maps look with so many numbers of a row and a column in one.
  mutating func look(_ side: Int) {
    if seen?.side != side { seen = (side, maps.map { $0.view(side) }) }
  }

  /// A part of a map, in squares of its numbers.
  func part(
    _ index: Int, _ side: Int, rows: Range<Int>, columns: Range<Int>
  ) -> MapsScene.Part {
    let seen = self.seen.flatMap { $0.side == side ? $0.views[index] : nil }
    let view = seen ?? maps[index].view(side)
    func part(_ tensor: Tensor) -> Tensor { tensor.part(rows: rows, columns: columns) }
    let ends = part(view.least).elements + part(view.largest).elements
    return MapsScene.Part(
      values: part(view.means), sizes: part(view.sizes), rows: rows, columns: columns,
      inside: Tensor(Shape(1, ends.count), ends), strengths: part(view.strengths))
  }
}

extension Tensor {
  /// A map without the numbers whose windows have padding, in whose places stands NaN; all of it where
  /// there are no others.
  fileprivate func inside(_ geometry: Geometry) -> Tensor {
    let rows = geometry.rows.unpadded(0..<shape.rows)
    let columns = geometry.columns.unpadded(0..<shape.columns)
    guard rows.count < shape.rows || columns.count < shape.columns else { return self }
    var inside = Tensor(shape, repeating: .nan)
    for row in rows {
      let line = row * shape.columns
      for column in columns { inside.elements[line + column] = elements[line + column] }
    }
    return inside
  }
}
