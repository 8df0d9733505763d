import Model

@testable import ConvTUI

/// What only some scenes can do, asked of any.
extension Scene {
  var hasCursor: Bool { (self as? any SceneWithCursor)?.hasCursor ?? false }
  var isBusy: Bool { (self as? any SceneWithWork)?.isBusy ?? false }
  var tensors: [(name: String, tensor: Tensor)] { get throws { try withTensors.tensors } }
  var result: Tensor? { get throws { try withTensors.result } }

  func snippet() throws -> Snippet {
    guard let scene = self as? any SceneWithSnippet else { throw FigureError.noSnippet(kind) }
    return try scene.snippet()
  }

  func tensorFile(_ figure: Figure, at path: String) throws -> [FigureFile] {
    try withTensors.tensorFile(figure, at: path)
  }

  private var withTensors: any SceneWithTensors {
    get throws {
      guard let scene = self as? any SceneWithTensors else { throw FigureError.noTensor(kind) }
      return scene
    }
  }
}

extension State {
  var hasCursor: Bool { scene.hasCursor }
}
