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
      let all = (scene as? any SceneWithQuantities)?.quantities ?? []
      guard let found = all.first(where: { $0.name == name }) else {
        throw .nothingOfThisName(
          name, among: scene.matrices.map { $0.name + "[row,column]" } + all.map(\.name))
      }
      return .number(Double(found.value))
    case .number(let text):
      guard let value = Expression.value(of: text) else { throw .notAnExpression(text) }
      return .number(value)
    case .choice(_, let right): return .choice(right)
    case .kernel(let properties): return .kernel(properties, example: given ?? "")
    }
  }
}

extension Scene {
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
