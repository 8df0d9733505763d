import Model

@testable import ConvTUI

extension StackScene {
  /// Layers one after the other.
  init(
    _ picture: Picture, _ layers: [(title: String, layer: any Operator)]
  ) throws(GraphError) {
    try self.init(
      picture, .sequential(layers.map(\.layer)), titles: layers.map(\.title))
  }
}
