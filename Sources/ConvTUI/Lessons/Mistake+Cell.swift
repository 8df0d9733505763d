import Model

/// Mistakes in one number of a matrix.
extension Mistake {
  static func inCell(_ value: Double, _ cell: CellName, _ scene: any Scene) -> Mistake? {
    if let slide = scene.slide(giving: cell.matrix) {
      return inSum(value, at: cell.at, slide, of: cell.matrix)
    }
    if let pool = scene as? PoolScene { return inPooling(value, cell, pool.pooled) }
    if let learn = scene as? LearnScene, cell.matrix == "∂L/∂K" {
      return inGradient(value, cell.at, learn)
    }
    return nil
  }

  /// - Parameter name: Of the matrix.
  private static func inSum(
    _ value: Double, at: Position, _ slide: SlideScene, of name: String
  ) -> Mistake? {
    let trace = slide.trace
    let window = Trace.Window(kernel: 0, at: at)
    let products = (0..<trace.geometry.productsPerWindow).map { trace.product($0, of: window) }
    let right = slide.output[at.row, at.column]
    let bias = slide.sliding.bias
    if bias != 0, equal(value, right - bias) { return .biasForgotten }
    if bias != 0, products.count > 1, equal(value, right + Float(products.count - 1) * bias) {
      return .biasRepeated
    }
    let kernel = Array(products.map(\.weight).reversed())
    let turned = zip(products, kernel).reduce(bias) { $0 + $1.0.inputValue * $1.1 }
    if right != 0, equal(value, -right) {
      return .signTurned(isOfTurnedKernel: !slide.sliding.isTurned && turned == -right)
    }
    if turned != right, equal(value, turned) {
      return slide.sliding.isTurned ? .kernelNotTurned : .kernelTurned
    }
    if products.count > 1, equal(value, products.reduce(bias) { $0 + $1.inputValue + $1.weight }) {
      return .allAdded
    }
    if let unpadded = unpadded(at: at, slide), unpadded != right, equal(value, unpadded) {
      return .valueWithoutPadding
    }
    if let unstrided = unstrided(at: at, slide), unstrided != right, equal(value, unstrided) {
      return .valueWithoutStride
    }
    if let near = neighbour(of: at, in: slide.output, having: value) {
      return .elsewhere(name, near)
    }
    for product in products where product.value != 0 && equal(value, right - product.value) {
      return .productMissing(product)
    }
    for product in products
    where equal(value, right - product.value + product.inputValue + product.weight) {
      return .factorsAdded(product)
    }
    for product in products
    where product.value != 0 && (product.inputValue < 0 || product.weight < 0)
      && equal(value, right - 2 * product.value)
    {
      return .signWrong(product)
    }
    if equal(value, products.reduce(0) { $0 + $1.inputValue }) { return .kernelForgotten }
    return nil
  }

  /// The cell beside another that alone has a number, which is not 0.
  private static func neighbour(
    of at: Position, in matrix: Tensor, having value: Double
  ) -> Position? {
    let places = matrix.elements.indices.filter { equal(value, matrix.elements[$0]) }
    guard value != 0, places.count == 1 else { return nil }
    let near = Position(places[0], inRowsOf: matrix.shape.columns)
    return near != at && max(abs(near.row - at.row), abs(near.column - at.column)) == 1 ? near : nil
  }

  /// What stands at a place where there is no padding.
  private static func unpadded(at: Position, _ slide: SlideScene) -> Float? {
    guard slide.settings.sliding.options.padding != PerAxis(0) else { return nil }
    return output(at: at, slide) { $0.padding = PerAxis(0) }
  }

  /// What stands at a place where the window moves by one.
  private static func unstrided(at: Position, _ slide: SlideScene) -> Float? {
    guard slide.settings.sliding.options.stride != PerAxis(1) else { return nil }
    return output(at: at, slide) { $0.stride = PerAxis(1) }
  }

  /// What stands at a place where the kernel moves in another way.
  private static func output(
    at: Position, _ slide: SlideScene, _ change: (inout CorrelationOptions) -> Void
  ) -> Float? {
    var settings = slide.settings
    change(&settings.sliding.options)
    guard let output = (try? SlideScene(settings))?.output, at.row < output.shape.rows,
      at.column < output.shape.columns
    else { return nil }
    return output[at.row, at.column]
  }

  static func elsewhere(_ value: Double, _ cell: CellName, _ scene: any Scene) -> Mistake? {
    guard let tensors = try? (scene as? any SceneWithTensors)?.tensors,
      let matrix = tensors.first(where: { $0.name == cell.matrix })?.tensor
    else { return nil }
    for (index, element) in matrix.elements.enumerated() where equal(value, element) {
      let at = Position(index, inRowsOf: matrix.shape.columns)
      if at != cell.at { return .elsewhere(cell.matrix, at) }
    }
    return nil
  }

  private static func inPooling(_ value: Double, _ cell: CellName, _ pooled: Pooled) -> Mistake? {
    let numbers = pooled.numbers(of: cell.at)
    let (mean, maximum) = (
      pooled.mean.matrix[cell.at.row, cell.at.column],
      pooled.maximum.matrix[cell.at.row, cell.at.column]
    )
    switch cell.matrix {
    case "max":
      if equal(value, mean) { return .meanTaken }
      if numbers.count > 1, equal(value, numbers.reduce(0, +)) { return .sumTaken }
      return numbers.min().map { equal(value, $0) } == true ? .minimumTaken : nil
    case "mean":
      if equal(value, maximum) { return .maximumTaken }
      return equal(value, numbers.reduce(0, +)) ? .notDivided : nil
    default: return nil
    }
  }
}

extension Scene {
  /// A kernel that slides over an input and gives a matrix of this name.
  fileprivate func slide(giving matrix: String) -> SlideScene? {
    switch self {
    case let slide as SlideScene: return matrix == "Y" ? slide : nil
    case let edges as EdgesScene:
      return matrix == "Y"
        ? edges.slides[0] : matrix == edges.results[2].name ? edges.slides[1] : nil
    case let flip as FlipScene:
      guard ["X ⋆ K", "X ∗ K"].contains(matrix) else { return nil }
      var settings = flip.settings
      settings.sliding.isTurned = matrix == "X ∗ K"
      return try? SlideScene(settings)
    default: return nil
    }
  }
}
