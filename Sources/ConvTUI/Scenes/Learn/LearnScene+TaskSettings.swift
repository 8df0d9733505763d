import Model

extension LearnScene {
  /// What is to be learned and from where, for lessons: the run begins anew with each of these.
  static let taskSettings: [Setting<LearnScene>] = [
    matrix("input", \.input, \.inputPurpose, get: \.task.image) { scene, image in
      try scene.learn(scene.task.targetKernel, from: image)
    },
    matrix("target", \.kernel, \.kernelPurpose, get: \.task.targetKernel) { scene, kernel in
      try scene.learn(kernel, from: scene.task.image)
    },
    matrix("start", \.weights, \.startPurpose, get: \.startSettings.initialWeight) { scene, start in
      let shape = scene.task.targetKernel.shape
      guard start.shape == shape else {
        throw LearnError.startCount(start.elements.count, expected: shape.area)
      }
      scene.learn(scene.task, from: start)
    },
  ]

  private static func matrix(
    _ name: String, _ label: Setting<LearnScene>.Label, _ purpose: Setting<LearnScene>.Label,
    get: @escaping @Sendable (LearnScene) -> Tensor,
    set: @escaping @Sendable (inout LearnScene, Tensor) throws -> Void
  ) -> Setting<LearnScene> {
    Setting(
      name: name, label: label, purpose: purpose, domain: .matrix, get: { .matrix(get($0)) },
      set: { scene, value in if case .matrix(let matrix) = value { try set(&scene, matrix) } }
    ).hidden
  }

  /// Weights that do not fit another kernel become zeros.
  private mutating func learn(_ kernel: Tensor, from image: Tensor) throws {
    let other = try Task(image: image, targetKernel: kernel, options: task.geometry.options)
    let start = settings.initialWeight
    learn(other, from: start.shape == kernel.shape ? start : Tensor(kernel.shape))
  }
}
