import Model

extension FieldScene {
  func about(_ words: Words) -> [String] {
    words.aboutField(
      layers: stack.graph.nodes.count, image: stack.maps[0], field: stack.field(of: map))
  }
}

extension Words {
  fileprivate func aboutField(
    layers: Int, image: PlaneSize, field: SpatialGraph.Field
  ) -> [String] {
    [
      "An image of \(image.rows)×\(image.columns) pixels goes through "
        + "\(count(layers, "layer")); each gives a map.",
      "A number of a map is called a unit. Its receptive field is the part of the image that can "
        + "change it.",
      "The field of this map's units covers \(field.size.rows)×\(field.size.columns) pixels: each "
        + "layer makes it larger.",
      "A pixel can reach a unit on several paths, one for each way through the windows. The number "
        + "of paths stands in each pixel.",
      "The arrows choose another unit; → and ← go to the next layer and back when no unit is chosen.",
    ]
  }
}
