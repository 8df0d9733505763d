import Model

/// A usual mistake that leads to a wrong answer.
enum Mistake: Sendable {
  case biasForgotten
  /// The kernel was turned where it is not, or not where it is.
  case kernelTurned, kernelNotTurned
  case productMissing(Trace.Product)
  /// The factors of one product were added.
  case factorsAdded(Trace.Product)
  case signWrong(Trace.Product)
  /// The window was added up, without the kernel.
  case kernelForgotten
  /// The number stands elsewhere.
  case elsewhere(String, Position)
  case paddingForgotten, strideForgotten, dilationForgotten
  /// The size of the input.
  case inputSize
  /// One too few: the `+ 1` at the end of the formula.
  case oneForgotten
  case roundedUp
  /// Rows and columns the other way round.
  case axesSwapped
  /// One that the question knows of, in a sentence.
  case told(LocalText)

  /// The mistake that explains a wrong answer in a scene; nil where none does.
  static func found(in answer: String, to kind: Question.Kind, _ scene: any Scene) -> Mistake? {
    switch kind {
    case .cell(let cell):
      guard let value = Expression.value(of: answer) else { return nil }
      let mistake =
        switch scene {
        case let slide as SlideScene where cell.matrix == "Y":
          inSum(value, at: cell.at, slide.trace, isTurned: slide.sliding.isTurned)
        case let flip as FlipScene where cell.matrix == FlipScene.convolutionName:
          inSum(value, at: cell.at, flip.turnedTrace, isTurned: true)
        default: Mistake?.none
        }
      return mistake ?? elsewhere(value, cell, scene)
    case .size("Y"):
      guard let size = Expected.size(answer), let slide = scene as? SlideScene else { return nil }
      return inSize(PlaneSize(size.rows, size.columns), slide)
    case .size, .quantity, .number, .choice: return nil
    }
  }

  private static func equal(_ value: Double, _ other: Float) -> Bool {
    abs(value - Double(other)) <= max(1e-6, 1e-5 * abs(Double(other)))
  }

  private static func inSum(
    _ value: Double, at: Position, _ trace: Trace, isTurned: Bool
  ) -> Mistake? {
    let window = Trace.Window(kernel: 0, at: at)
    let products = (0..<trace.geometry.productsPerWindow).map { trace.product($0, of: window) }
    let right = trace.value(of: window)
    let bias = trace.bias?.first ?? 0
    if bias != 0, equal(value, right - bias) { return .biasForgotten }
    let kernel = Array(products.map(\.weight).reversed())
    let turned = zip(products, kernel).reduce(bias) { $0 + $1.0.inputValue * $1.1 }
    if turned != right, equal(value, turned) {
      return isTurned ? .kernelNotTurned : .kernelTurned
    }
    for product in products where product.value != 0 && equal(value, right - product.value) {
      return .productMissing(product)
    }
    for product in products
    where equal(value, right - product.value + product.inputValue + product.weight) {
      return .factorsAdded(product)
    }
    for product in products where product.value != 0 && equal(value, right - 2 * product.value) {
      return .signWrong(product)
    }
    if equal(value, products.reduce(0) { $0 + $1.inputValue }) { return .kernelForgotten }
    return nil
  }

  private static func elsewhere(_ value: Double, _ cell: CellName, _ scene: any Scene) -> Mistake? {
    guard let tensors = try? (scene as? any SceneWithTensors)?.tensors,
      let matrix = tensors.first(where: { $0.name == cell.matrix })?.tensor
    else { return nil }
    for (index, element) in matrix.elements.enumerated() where equal(value, element) {
      let at = Position(index, inRowsOf: matrix.shape.columns)
      if at != cell.at { return .elsewhere(cell.matrix, at) }
    }
    return nil
  }

  private static func inSize(_ size: PlaneSize, _ slide: SlideScene) -> Mistake? {
    let settings = slide.settings
    let options = settings.sliding.options
    func isSize(_ change: (inout CorrelationOptions) -> Void) -> Bool {
      var other = options
      change(&other)
      guard other != options,
        let geometry = try? Geometry(
          input: settings.input.shape, kernel: settings.kernel.shape, options: other)
      else { return false }
      return size == PlaneSize(geometry.rows.output, geometry.columns.output)
    }
    let right = PlaneSize(slide.output.shape.rows, slide.output.shape.columns)
    if isSize({ $0.padding = PerAxis(0) }) { return .paddingForgotten }
    if isSize({ $0.stride = PerAxis(1) }) { return .strideForgotten }
    if isSize({ $0.dilation = PerAxis(1) }) { return .dilationForgotten }
    if size == PlaneSize(settings.input.shape.rows, settings.input.shape.columns) {
      return .inputSize
    }
    if size == PlaneSize(right.rows - 1, right.columns - 1) { return .oneForgotten }
    let (rows, columns) = (slide.geometry.rows, slide.geometry.columns)
    /// 1 where the last stride has no room for a whole window.
    func rest(_ axis: Axis) -> Int {
      let room = axis.input + axis.padding + axis.paddingAfter - axis.span
      return room.isMultiple(of: axis.stride) ? 0 : 1
    }
    let rounded = PlaneSize(right.rows + rest(rows), right.columns + rest(columns))
    if rounded != right, size == rounded { return .roundedUp }
    if right.rows != right.columns, size == PlaneSize(right.columns, right.rows) {
      return .axesSwapped
    }
    return nil
  }
}
