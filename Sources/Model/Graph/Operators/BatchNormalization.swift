import Loops

/// y = γ·(x − μ)/√(σ² + ε) + β for each channel, μ and σ² over the batch and all places of it.
///
/// Where it is only used, μ and σ² are running means of those of training: then it is
/// scale · x + shift in every channel.
///
/// Source: Ioffe and Szegedy, *Batch normalization* (2015), arXiv:1502.03167.
public struct BatchNormalization: Operator {
  /// What it does in use; nil before it is trained.
  public let factors: Factors?

  /// One scale and one shift for every channel.
  public struct Factors: Hashable, Sendable {
    public let scale, shift: [Float]

    /// - Precondition: As many of both.
    public init(scale: [Float], shift: [Float]) {
      precondition(scale.count == shift.count)
      self.scale = scale
      self.shift = shift
    }

    /// Those of given statistics: γ·(x − mean)/√(variance + ε) + β.
    ///
    /// - Precondition: As many numbers of each.
    public init(
      mean: [Float], variance: [Float], weight: [Float], bias: [Float], epsilon: Float = 1e-5
    ) {
      precondition([variance.count, weight.count, bias.count].allSatisfy { $0 == mean.count })
      let scale = zip(weight, variance).map { $0 / ($1 + epsilon).squareRoot() }
      self.init(scale: scale, shift: bias.indices.map { bias[$0] - scale[$0] * mean[$0] })
    }
  }

  public init(_ factors: Factors? = nil) { self.factors = factors }

  public func output(of inputs: [Shape]) throws(OperatorError) -> Shape {
    if let factors, factors.scale.count != inputs[0].channels {
      throw .statistics(factors.scale.count, channels: inputs[0].channels)
    }
    return inputs[0]
  }

  public func bound(to inputs: [Shape]) throws(OperatorError) -> any BoundOperator {
    guard let factors else { throw .noWeights }
    return BoundNormalization(output: try output(of: inputs), factors: factors)
  }

  public func trained(on inputs: [Shape]) throws(OperatorError) -> any BatchLayer {
    guard factors == nil else { throw .givenWeights }
    return BatchNormalizationLayer(input: inputs[0])
  }
}

private struct BoundNormalization: BoundOperator {
  let output: Shape
  let factors: BatchNormalization.Factors

  func numbers(_ area: Area, of inputs: [Region]) -> Tensor {
    let input = inputs[0].part(area)
    return Tensor(
      input.shape,
      (0..<output.channels).flatMap { c in
        input.elements[c * input.shape.area..<(c + 1) * input.shape.area].map {
          factors.scale[c] * $0 + factors.shift[c]
        }
      })
  }

  func origin(of unit: Position, channel: Int, in inputs: [Region]) -> Origin {
    .scaled(
      inputs[0][channel, unit.row, unit.column], scale: factors.scale[channel],
      shift: factors.shift[channel])
  }
}

struct BatchNormalizationLayer: BatchLayer {
  let input: Shape

  static let epsilon = 1e-5
  /// The weight of the newest batch in the running means.
  static let momentum: Float = 0.1

  var inputs: [Shape] { [input] }
  var output: Shape { input }

  var parameters: [ParameterShape] {
    [
      ParameterShape(name: "weight", dimensions: [input.channels], mean: 1, bound: 0),
      ParameterShape(name: "bias", dimensions: [input.channels], mean: 0, bound: 0),
    ]
  }

  func forward(_ pass: ForwardPass) {
    let channels = input.channels
    let input = pass.input
    for c in 0..<channels {
      let scale = pass.parameters[c] * pass.statistics[channels + c]
      let shift = pass.parameters[channels + c] - scale * pass.statistics[c]
      for e in places(c) { pass.output[e] = input[e] * scale + shift }
    }
  }

  func backward(_ pass: BackwardPass) {
    let channels = input.channels
    let isImage = pass.forward.isImage
    for (c, sums) in gradientSums(pass).enumerated() {
      pass.parameterGradient[c] += Float(sums.gradientTimesInput)
      pass.parameterGradient[channels + c] += Float(sums.gradient)
    }
    guard let inputGradient = pass.inputGradient else { return }
    for c in 0..<channels {
      let scale = pass.forward.parameters[c] * pass.forward.statistics[channels + c]
      for e in places(c) {
        let corrected =
          pass.outputGradient[e] - pass.statistics[c]
          - normalized(pass.forward, e, channel: c) * pass.statistics[channels + c]
        inputGradient[e] = Sixteen.zero.replacing(with: corrected * scale, where: isImage)
      }
    }
  }

  /// The mean and the spread of each channel over the images of one chunk.
  func moments(of input: Vectors, images: Int) -> [Moments] {
    (0..<self.input.channels).map { c in
      var moments = Moments()
      for e in places(c) {
        for lane in 0..<images { moments.add(Double(input[e][lane])) }
      }
      return moments
    }
  }

  /// For each channel Σ gradient and Σ gradient · normalized input over the images of one chunk.
  func gradientSums(_ pass: BackwardPass) -> [(gradient: Double, gradientTimesInput: Double)] {
    (0..<input.channels).map { c in
      var (plain, product) = (Sixteen.zero, Sixteen.zero)
      for e in places(c) {
        plain += pass.outputGradient[e]
        product += pass.outputGradient[e] * normalized(pass.forward, e, channel: c)
      }
      let isImage = pass.forward.isImage
      return (
        Double(Sixteen.zero.replacing(with: plain, where: isImage).sum()),
        Double(Sixteen.zero.replacing(with: product, where: isImage).sum())
      )
    }
  }

  private func normalized(_ pass: ForwardPass, _ e: Int, channel c: Int) -> Sixteen {
    (pass.input[e] - pass.statistics[c]) * pass.statistics[input.channels + c]
  }

  private func places(_ channel: Int) -> Range<Int> {
    channel * input.area..<(channel + 1) * input.area
  }
}
