import Model

extension Question {
  /// What is right in a scene as it stands.
  func expected(in scene: any Scene) throws(LessonError.Reason) -> Expected {
    switch kind {
    case .cell(let cell):
      let matrix = try scene.matrix(cell.matrix)
      guard cell.at.row < matrix.shape.rows, cell.at.column < matrix.shape.columns else {
        throw .outside(cell.matrix, rows: matrix.shape.rows, columns: matrix.shape.columns)
      }
      return .number(Double(matrix[cell.at.row, cell.at.column]))
    case .size(let name):
      let matrix = try scene.matrix(name)
      return .size(rows: matrix.shape.rows, columns: matrix.shape.columns)
    case .quantity(let name):
      let quantified = scene as? any SceneWithQuantities
      let all = quantified?.quantities ?? []
      guard
        let value = all.first(where: { $0.name == name })?.value
          ?? quantified?.furtherQuantity(name)
      else {
        throw .nothingOfThisName(
          name, among: scene.matrices.map { $0.name + "[row,column]" } + all.map(\.name))
      }
      return .number(Double(value))
    case .number(let text):
      guard let value = Expression.value(of: text) else { throw .notAnExpression(text) }
      return .number(value)
    case .choice(_, let right): return .choice(right)
    case .kernel(let properties): return .kernel(properties, example: given ?? "")
    case .parameters, .parametersOf:
      return .number(Double(try kind.learned(in: scene).joined().reduce(0) { $0 + $1.count }))
    case .field(let layer):
      let size = try scene.field(ofLayer: layer)
      return .size(rows: size.rows, columns: size.columns)
    case .row(let number):
      guard let slide = scene as? SlideScene else { throw .nothingOfThisName("row", among: []) }
      let trace = slide.trace
      guard number < trace.geometry.windowCount else {
        throw .outside(
          "row", rows: trace.geometry.windowCount, columns: trace.geometry.productsPerWindow)
      }
      return .row(slide.unrolledRow(number))
    case .cells(let cells): return try cells.expected(in: scene)
    }
  }
}

extension Question.Kind {
  /// The tensors that are counted, by layer.
  func learned(in scene: any Scene) throws(LessonError.Reason) -> [[LearnedTensor]] {
    if case .parametersOf(let layers, let input) = self {
      do { return try LearnedTensor.learned(by: layers, over: input) } catch {
        throw .refused { $0.sentence(error) }
      }
    }
    let all = (scene as? any SceneWithLayers)?.learned ?? []
    guard !all.isEmpty, case .parameters(let layer) = self else {
      throw .nothingOfThisName("parameters", among: [])
    }
    guard let layer else { return all }
    guard all.indices.contains(layer - 1) else { throw .noLayer(layer, of: all.count) }
    return [all[layer - 1]]
  }
}

extension Question.Cells {
  /// The most cells among which some are to be marked.
  private static let most = 1 << 12

  fileprivate func expected(in scene: any Scene) throws(LessonError.Reason) -> Expected {
    switch self {
    case .field:
      guard let (cells, matrix, size) = scene.seenCells else {
        throw .nothingOfThisName("field", among: [])
      }
      try Question.Cells.check(size)
      return .cells(cells, of: matrix, in: size)
    case .bright(let name):
      let matrix = try scene.matrix(name)
      let half = (matrix.elements.max() ?? 0) / 2
      return try Question.Cells.cells(of: name, matrix) { $0 > max(0, half) }
    case .nonzero(let name):
      return try Question.Cells.cells(of: name, try scene.matrix(name)) { abs($0) > 1e-6 }
    }
  }

  private static func check(_ size: PlaneSize) throws(LessonError.Reason) {
    guard size.rows * size.columns <= most else {
      throw .tooManyCells(size.rows * size.columns, limit: most)
    }
  }

  private static func cells(
    of name: String, _ matrix: Tensor, where isAsked: (Float) -> Bool
  ) throws(LessonError.Reason) -> Expected {
    let size = PlaneSize(matrix.shape)
    try check(size)
    let indices = matrix.elements.indices.filter { isAsked(matrix.elements[$0]) }
    return .cells(
      Set(indices.map { Position($0, inRowsOf: size.columns) }), of: name, in: size)
  }
}

extension SlideScene {
  /// The numbers of a window, in the order of the products.
  func unrolledRow(_ number: Int) -> [Float] {
    (0..<trace.geometry.productsPerWindow).map {
      trace.product($0, of: trace.window(number)).inputValue
    }
  }
}

extension Scene {
  /// The cells of the input that the present output sees.
  fileprivate var seenCells: (cells: Set<Position>, matrix: String, size: PlaneSize)? {
    if let field = self as? FieldScene {
      let (paths, size) = (field.pathsToImage, field.stack.maps[0])
      let places = (0..<size.rows * size.columns).map { Position($0, inRowsOf: size.columns) }
      return (Set(places.filter { paths[$0.row, $0.column] > 0 }), "image", size)
    }
    guard let slide = self as? SlideScene else { return nil }
    let products = (0..<slide.geometry.productsPerWindow).map {
      slide.trace.product($0, of: slide.current.window)
    }
    return (Set(products.compactMap(\.source)), "X", PlaneSize(slide.settings.input.shape))
  }

  /// What a unit of a layer sees.
  func field(ofLayer layer: Int) throws(LessonError.Reason) -> PlaneSize {
    guard let graph = (self as? any SceneWithLayers)?.spatial else {
      throw .nothingOfThisName("field", among: [])
    }
    guard (1..<graph.maps.count).contains(layer) else {
      throw .noLayer(layer, of: graph.maps.count - 1)
    }
    return graph.field(of: layer).size
  }

  /// The scene's matrices by name.
  fileprivate var matrices: [(name: String, tensor: Tensor)] {
    let all = (try? (self as? any SceneWithTensors)?.tensors) ?? []
    return all.filter { $0.tensor.shape.rank == 2 }
  }

  fileprivate func matrix(_ name: String) throws(LessonError.Reason) -> Tensor {
    let all = matrices
    guard let found = all.first(where: { $0.name == name }) else {
      throw .nothingOfThisName(name, among: all.map(\.name))
    }
    return found.tensor
  }
}
