import Loops

/// y = γ·(x − μ)/√(σ² + ε) + β for each channel, μ and σ² over the batch and all places of it.
///
/// Where the network is only used, μ and σ² are running means of those of training.
///
/// Source: Ioffe and Szegedy, *Batch normalization* (2015), arXiv:1502.03167.
struct BatchNormalizationLayer: NetworkLayer {
  let input: Shape

  static let epsilon = 1e-5
  /// The weight of the newest batch in the running means.
  static let momentum: Float = 0.1

  var output: Shape { input }

  var parameters: [ParameterShape] {
    [
      ParameterShape(name: "weight", dimensions: [input.channels], mean: 1, bound: 0),
      ParameterShape(name: "bias", dimensions: [input.channels], mean: 0, bound: 0),
    ]
  }

  func forward(_ pass: ForwardPass) {
    let channels = input.channels
    for c in 0..<channels {
      let scale = pass.parameters[c] * pass.statistics[channels + c]
      let shift = pass.parameters[channels + c] - scale * pass.statistics[c]
      for e in places(c) { pass.output[e] = pass.input[e] * scale + shift }
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

/// The number, mean and squared deviations of numbers that come one by one or in groups.
///
/// Source: Chan, Golub and LeVeque, *Updating formulae and a pairwise algorithm for computing sample
/// variances* (1979).
struct Moments: Sendable {
  private(set) var count = 0.0
  private(set) var mean = 0.0
  private(set) var squares = 0.0

  mutating func add(_ value: Double) {
    count += 1
    let distance = value - mean
    mean += distance / count
    squares += distance * (value - mean)
  }

  mutating func add(_ other: Moments) {
    guard other.count > 0 else { return }
    let total = count + other.count
    let distance = other.mean - mean
    mean += distance * other.count / total
    squares += other.squares + distance * distance * count * other.count / total
    count = total
  }
}
