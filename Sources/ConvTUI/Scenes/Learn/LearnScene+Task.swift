import Model

extension LearnScene {
  /// What is to be learned, and from where.
  struct Task: Sendable {
    let image: Tensor
    let targetKernel: Tensor
    /// Y = X ⋆ target, plus noise.
    let target: Tensor
    let geometry: Geometry
    let patches: Patches

    /// - Parameters:
    ///   - noise: The standard deviation of the normal noise added to Y, drawn by the seed.
    ///   - target: Y where it is known, in the shape of X ⋆ target.
    /// - Throws: `LearnError` where the kernel does not fit or the task is too large to unroll.
    init(
      image: Tensor, targetKernel: Tensor, options: CorrelationOptions = CorrelationOptions(),
      noise: Float = 0, seed: UInt64 = 0, target: Tensor? = nil
    ) throws(LearnError) {
      do throws(GeometryError) {
        geometry = try Geometry(input: image.shape, kernel: targetKernel.shape, options: options)
      } catch {
        throw .geometry(error)
      }
      let count = geometry.windowCount * geometry.productsPerWindow
      guard count <= Task.largest else { throw .tooLarge(count, limit: Task.largest) }
      self.image = image
      self.targetKernel = targetKernel
      let output = target ?? Correlation.fast(image, targetKernel, geometry: geometry)
      // The bits turned over: the weights to start from are drawn by the seed itself.
      self.target =
        noise == 0
        ? output : output + Tensor.noise(output.shape, deviation: noise, seed: ~seed)
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
        optimizer: Optimizer(
          settings.method, learningRate: settings.learningRate, weightDecay: settings.weightDecay),
        schedule: settings.schedule, reduction: settings.reduction)
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
