import Model

extension MapsScene {
  func about(_ words: Words) -> [String] {
    words.aboutMaps(
      rows: picture.rows, columns: picture.columns, kernels: filters.count, isApart: isTakenApart)
  }
}

extension StackScene {
  func about(_ words: Words) -> [String] {
    words.aboutStack(
      rows: picture.rows, columns: picture.columns, layers: graph.nodes.count,
      isApart: isTakenApart)
  }
}

extension Words {
  fileprivate func aboutMaps(rows: Int, columns: Int, kernels: Int, isApart: Bool) -> [String] {
    [
      "The picture has \(rows)×\(columns) pixels. \(count(kernels, "kernel").capitalized) slide over "
        + "it, and each makes a feature map.",
      "A map is bright, or blue, where the picture looks like its kernel, and red where it looks like "
        + "the opposite.",
      "Zoomed out, each cell is the mean of several pixels; z comes closer until numbers can be read.",
      isApart
        ? "This page explains one number: the products that add up to it. Esc leads back."
        : "Tab puts a cursor on a pixel, and Enter then explains the number there.",
      "k takes other kernels, and the settings change how they slide.",
    ]
  }

  fileprivate func aboutStack(rows: Int, columns: Int, layers: Int, isApart: Bool) -> [String] {
    [
      "The picture has \(rows)×\(columns) pixels and goes through \(count(layers, "layer")).",
      "Each column shows the maps of one layer; the next layer takes all of them as its input.",
      "← and → choose a layer, ↑ and ↓ one of its maps.",
      isApart
        ? "This page explains one number from the layer before. Esc leads back."
        : "Tab puts a cursor on a number, and Enter then explains where it comes from.",
      "z comes closer. The settings change how the chosen layer slides.",
    ]
  }
}
