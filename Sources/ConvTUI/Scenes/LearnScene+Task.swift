import Model

extension LearnScene {
  /// What is to be learned, and from where.
  struct Task: Sendable {
    let image: Tensor
    let targetKernel: Tensor
    /// Y = X ⋆ target.
    let target: Tensor
    let geometry: Geometry
    let patches: Patches

    /// - Throws: `LearnError` where the kernel does not fit or the task is too large to unroll.
    init(image: Tensor, targetKernel: Tensor) throws(LearnError) {
      do throws(GeometryError) {
        geometry = try Geometry(input: image.shape, kernel: targetKernel.shape)
      } catch {
        throw .geometry(error)
      }
      let count = geometry.windowCount * geometry.productsPerWindow
      guard count <= Task.largest else { throw .tooLarge(count, limit: Task.largest) }
      self.image = image
      self.targetKernel = targetKernel
      target = Correlation.fast(image, targetKernel, geometry: geometry)
      patches = Patches(image, geometry: geometry)
    }

    /// The products of one step, and a few for keeping it.
    var productsPerStep: Int { patches.windowCount * patches.tapCount + 250 }

    /// A trainer at the start.
    ///
    /// - Precondition: The initial weight has the target kernel's shape.
    func trainer(_ settings: Settings) -> Trainer {
      Trainer(
        patches: patches, target: target.elements, weight: settings.initialWeight.elements,
        optimizer: Optimizer(settings.method, learningRate: settings.learningRate),
        reduction: settings.reduction)
    }

    /// The loss surface, where its Hessian takes at most a second or so.
    func surface(_ reduction: Reduction) -> LossSurface? {
      let taps = patches.tapCount
      guard taps <= 128, patches.windowCount * taps * taps <= 1 << 28 else { return nil }
      return LossSurface(patches: patches, reduction: reduction)
    }

    /// The most products a step may take: their inputs are all kept in memory.
    static let largest = 1 << 26
  }
}

/// Why a kernel cannot be learned from an image.
enum LearnError: Error, Hashable, Sendable {
  case geometry(GeometryError)
  /// The number of products in one step.
  case tooLarge(Int, limit: Int)
  case startCount(Int, expected: Int)
}
