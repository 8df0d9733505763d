import Model

/// A kernel that is named becomes the one that is to be learned.
extension LearnScene: SceneWithKernels {
  mutating func take(_ kernels: [GivenKernel], _ words: Words) -> String? {
    do {
      return set("target", to: .matrix(try kernels.only().kernel), words)
    } catch {
      return words.sentence(error)
    }
  }
}
