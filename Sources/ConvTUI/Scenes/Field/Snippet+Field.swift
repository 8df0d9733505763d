import Formats
import Model

extension FieldScene: SceneWithSnippet {
  /// The paths between the unit and the image by a gradient, or for a pixel to the last map.
  func snippet() throws(FigureError) -> Snippet {
    let largest = stack.maps.map { $0.rows * $0.columns }.max() ?? 0
    guard largest <= FieldScene.mostUnits else {
      throw .mapTooLarge(largest, limit: FieldScene.mostUnits)
    }
    let layers = stack.layers.map { layer in
      "    torch.nn.Conv2d(1, 1, \(Snippet.pair(layer.kernel)), "
        + "stride=\(Snippet.pair(layer.stride)), padding=\(Snippet.pair(layer.padding)), "
        + "dilation=\(Snippet.pair(layer.dilation)), bias=False),  # \(LayerNotation.text(of: layer))"
    }
    let image = stack.maps[0]
    let other = map > 0 ? 0 : stack.maps.count - 1
    let paths = stack.paths(from: unit, of: map, to: other)
    let at = "0, 0, \(unit.rows), \(unit.columns)"
    let walk =
      map > 0
      ? """
      image = torch.ones(1, 1, \(image.rows), \(image.columns), dtype=torch.float64)
      image.requires_grad_()
      stack[:\(map)](image)[\(at)].backward()
      paths = image.grad[0, 0]
      """
      : """
      image = torch.zeros(1, 1, \(image.rows), \(image.columns), dtype=torch.float64)
      image[\(at)] = 1
      paths = stack(image)[0, 0].detach()
      """
    func row(_ counts: [Double]) -> Tensor {
      Tensor(Shape(1, counts.count), counts.map { Float($0) })
    }
    return Snippet(
      title: "The field of \(unitName) in convtui field.",
      body: """
        # A pooling sees what a convolution of its size sees. All weights are 1: then a gradient
        # counts the paths between two cells.
        stack = torch.nn.Sequential(
        \(layers.joined(separator: "\n"))
        ).double()
        for weight in stack.parameters():
            torch.nn.init.ones_(weight)
        \(walk)
        print(paths)
        """,
      shown: [("rows", row(paths.rows)), ("columns", row(paths.columns))],
      checks: [("paths", "torch.outer(rows[0], columns[0]).double()")])
  }

  /// The most units that a map may have for the script to make them all.
  private static let mostUnits = 1 << 22
}
