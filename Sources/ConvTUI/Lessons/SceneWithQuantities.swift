import Model

/// A scene that has numbers besides those of its matrices.
protocol SceneWithQuantities: Scene {
  /// By name, as a lesson writes it.
  var quantities: [(name: String, value: Float)] { get }
  /// Another one, which takes longer to compute.
  func furtherQuantity(_ name: String) -> Float?
}

extension SceneWithQuantities {
  func furtherQuantity(_ name: String) -> Float? { nil }
}
