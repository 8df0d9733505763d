import Formats
import Model

/// Layers as they are written, with the files that hold their numbers.
enum LayerSources {
  /// What a field needs of the layers: of kernels in a file no more than their size.
  static func field(_ text: String) throws -> Graph {
    try Graph(
      GraphNotation.parse(text).map { draft in
        switch draft.content {
        case .known(let known): return draft.with(known)
        case .statistics: return draft.with(BatchNormalization())
        case .kernels(let source):
          let named = try named(source.address, channels: 1)
          let weight = try (named ?? Load.kernel(source.address, limit: Load.mostOfKernels)).shape
          let size = PlaneSize(rows: weight.rows, columns: weight.columns)
          if source.isTransposed { return draft.with(try source.transposed(of: size, in: draft)) }
          return draft.with(
            ConvolutionLayer(size: size, options: try source.options(of: size, in: draft)))
        }
      })
  }

  /// Layers with all their numbers.
  struct Stack {
    let graph: Graph
    /// What each layer is called, and what its kernels are called where they have names.
    let titles: [String]
    let kernels: [[String]]
  }

  /// Layers with all their numbers over a picture, and what each is called.
  ///
  /// A kernel that is a matrix works on each channel alone.
  ///
  /// - Parameter mode: What stands in the paddings of which that is not written.
  static func stack(
    _ text: String, over picture: Shape, mode: PaddingMode = .zeros
  ) throws -> Stack {
    var shapes = [picture]
    var names: [String: Int] = [:]
    var drafts: [Graph.Draft] = []
    var kernels: [[String]] = []
    for (index, draft) in try GraphNotation.parse(text).enumerated() {
      let inputs = draft.inputs.map { source in
        switch source {
        case .before: shapes[index]
        case .image: picture
        // A layer that comes later is not known yet.
        case .named(let name): shapes[names[name] ?? index]
        case .layer(let number): shapes[min(number, index)]
        }
      }
      let layer: any Operator =
        switch draft.content {
        case .known(let known): known
        case .statistics(let text): BatchNormalization(try statistics(text))
        case .kernels(let source) where source.isTransposed:
          try transposed(source, in: draft, channels: inputs[0].channels)
        case .kernels(let source):
          ConvolutionLayer(
            try convolution(
              source, in: draft, channels: inputs[0].channels, isFirst: index == 0, mode))
        }
      drafts.append(draft.with(layer))
      kernels.append(kernelNames(draft))
      shapes.append((try? layer.output(of: inputs)) ?? outline(layer, inputs[0]))
      if let name = draft.name { names[name] = index + 1 }
    }
    let graph = try Graph(drafts)
    return Stack(
      graph: graph, titles: graph.nodes.map { $0.operator.title }, kernels: kernels)
  }

  /// The names that stand with + between; none for a file.
  private static func kernelNames(_ draft: LayerDraft) -> [String] {
    guard case .kernels(let source) = draft.content, !source.isTransposed else { return [] }
    let names = source.address.split(separator: "+").map(\.trimmedSpaces)
    return names.allSatisfy { NamedKernel.named($0) != nil } ? names : []
  }

  /// The channels of a layer that does not fit; a later check reports the error with its sizes.
  private static func outline(_ layer: any Operator, _ input: Shape) -> Shape {
    guard let weight = (layer as? ConvolutionLayer)?.convolution?.weight.shape else { return input }
    return Shape([weight.batch, input.rows, input.columns])
  }

  /// The kernels, and how they move.
  private static func convolution(
    _ source: KernelSource, in draft: LayerDraft, channels: Int, isFirst: Bool, _ mode: PaddingMode
  ) throws -> Convolution {
    // Several named ones work on each channel alone, as one does.
    let named = try named(source.address, channels: source.groups == nil ? channels : 1)
    let kernels = try named ?? Load.kernel(source.address, limit: Load.mostOfKernels)
    let bank = try Load.at(.argument(source.address)) {
      try KernelBank(name: source.address, kernels)
    }
    let size = PlaneSize(rows: kernels.shape.rows, columns: kernels.shape.columns)
    var options = try source.options(of: size, in: draft, usual: mode)
    options.groups = source.groups ?? (named == nil ? bank.usualGroups(of: channels) : channels)
    // If a later layer does not fit, the error names the map before it.
    let weight =
      isFirst
      ? try bank.weight(channels: channels, groups: options.groups)
      : (try? bank.weight(channels: channels, groups: options.groups)) ?? kernels
    return try Failure.translating {
      try Convolution(weight: weight, bias: try source.bias.map(Load.numbers), options: options)
    }
  }

  /// The kernels whose names stand with + between, all of them for each channel; nil for anything else.
  private static func named(_ text: String, channels: Int) throws -> Tensor? {
    let names = text.split(separator: "+").map(\.trimmedSpaces)
    let kernels = names.compactMap { NamedKernel.named($0)?.kernel }
    guard names.count > 1, kernels.count == names.count else { return nil }
    let size = kernels[0].shape
    guard kernels.allSatisfy({ $0.shape == size }) else {
      throw Failure { $0.sizesDiffer(text, kernels.map(\.shape)) }
    }
    return Tensor(
      Shape(channels * kernels.count, 1, size.rows, size.columns),
      (0..<channels).flatMap { _ in kernels.flatMap(\.elements) })
  }

  /// A matrix spreads every channel by itself, as it meets every channel in a convolution.
  private static func transposed(
    _ source: KernelSource, in draft: LayerDraft, channels: Int
  ) throws -> TransposedConvolution {
    var kernels = try Load.kernel(source.address, limit: Load.mostOfKernels)
    var layer = try source.transposed(
      of: PlaneSize(rows: kernels.shape.rows, columns: kernels.shape.columns), in: draft)
    if kernels.isOnePlane, source.groups == nil {
      layer.groups = channels
      kernels = kernels.spread(over: channels, groups: channels)
    }
    return layer.with(Weights(kernels.ofRankFour, bias: try source.bias.map(Load.numbers)))
  }

  /// - Parameter text: A file, and behind a colon what stands with a dot before the arrays' names.
  private static func statistics(_ text: String) throws -> BatchNormalization.Factors {
    let address = Load.address(text)
    guard address.isInArchive else { throw Failure { $0.noStatistics(text) } }
    let prefix = address.array.map { $0 + "." } ?? ""
    func numbers(_ name: String) throws -> [Float] {
      try Load.numbers("\(address.path):\(prefix)\(name)")
    }
    let (mean, variance) = (try numbers("running_mean"), try numbers("running_var"))
    let (weight, bias) = (try numbers("weight"), try numbers("bias"))
    guard [variance.count, weight.count, bias.count].allSatisfy({ $0 == mean.count }) else {
      throw Failure { $0.statisticsDiffer($0.place(text)) }
    }
    return BatchNormalization.Factors(mean: mean, variance: variance, weight: weight, bias: bias)
  }
}

extension Tensor {
  /// A matrix as one kernel of one channel.
  fileprivate var ofRankFour: Tensor {
    reshaped(Shape(shape.batch, shape.channels, shape.rows, shape.columns))
  }
}

extension KernelSource {
  fileprivate func transposed(
    of size: PlaneSize, in draft: LayerDraft
  ) throws(LayerNotationError) -> TransposedConvolution {
    do throws(LayerNotationError.Reason) {
      return try transposed(size: size)
    } catch {
      throw draft.error(error)
    }
  }

  fileprivate func options(
    of size: PlaneSize, in draft: LayerDraft, usual: PaddingMode = .zeros
  ) throws(LayerNotationError) -> CorrelationOptions {
    do throws(LayerNotationError.Reason) {
      return try correlation(size: size, usual: usual)
    } catch {
      throw draft.error(error)
    }
  }
}
