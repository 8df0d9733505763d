import Model

extension FieldScene {
  /// A path that is drawn, as an example of what the numbers count.
  struct ExamplePath {
    /// The paths from the pixel to the target.
    let count: Double
    let pixel: Position
    /// Where it goes through each map; empty where there is none, or the stack is too deep to say.
    let cells: [Int: Position]
  }

  /// The unit that the image's numbers are about: the one that is picked, or on the image that of the
  /// last map.
  var target: (map: Int, at: Position) {
    let last = stack.maps.count - 1
    return map > 0 ? (map, unit) : (last, units[last])
  }

  var pathsToImage: PathCounts { stack.paths(from: target.at, of: target.map, to: 0) }

  /// Deeper stacks have counts without an example.
  private static let deepest = 64

  /// A path to the target from the pixel that is picked; where none leads from it and no pixel is
  /// being picked, from another one.
  var examplePath: ExamplePath? {
    let paths = pathsToImage
    let hasPath = paths[units[0].row, units[0].column] > 0
    guard let pixel = map == 0 || hasPath ? units[0] : paths.busiest else { return nil }
    let cells =
      target.map <= FieldScene.deepest
      ? stack.path(from: pixel, to: target.at, of: target.map) : nil
    return ExamplePath(count: paths[pixel.row, pixel.column], pixel: pixel, cells: cells ?? [:])
  }
}
