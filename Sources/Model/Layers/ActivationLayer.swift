import Glibc

/// A function of each number alone.
public enum Activation: Hashable, Sendable {
  /// max(x, 0)
  case relu
  /// x where x > 0, else slope · x
  case leakyReLU(slope: Float)
  case tanh
  /// 1 / (1 + e⁻ˣ)
  case sigmoid

  func callAsFunction(_ x: Sixteen) -> Sixteen {
    switch self {
    case .relu: x.replacing(with: 0, where: x .<= 0)
    case .leakyReLU(let slope): x.replacing(with: slope * x, where: x .<= 0)
    case .tanh, .sigmoid: x.map { self($0) }
    }
  }

  public func callAsFunction(_ x: Float) -> Float {
    switch self {
    case .relu: x <= 0 ? 0 : x
    case .leakyReLU(let slope): x <= 0 ? slope * x : x
    case .tanh: Glibc.tanh(x)
    case .sigmoid: 1 / (1 + exp(-x))
    }
  }

  /// The derivative, by what the function gave.
  func derivative(output y: Sixteen) -> Sixteen {
    switch self {
    case .relu: Sixteen(repeating: 1).replacing(with: 0, where: y .<= 0)
    case .leakyReLU(let slope): Sixteen(repeating: 1).replacing(with: slope, where: y .<= 0)
    case .tanh: 1 - y * y
    case .sigmoid: y * (1 - y)
    }
  }
}

struct ActivationLayer: NetworkLayer {
  let input: Shape
  let activation: Activation

  var output: Shape { input }

  func forward(_ pass: ForwardPass) {
    for e in 0..<input.count { pass.output[e] = activation(pass.input[e]) }
  }

  func backward(_ pass: BackwardPass) {
    guard let inputGradient = pass.inputGradient else { return }
    for e in 0..<input.count {
      inputGradient[e] =
        pass.outputGradient[e] * activation.derivative(output: pass.forward.output[e])
    }
  }
}

extension Sixteen {
  func map(_ transform: (Float) -> Float) -> Sixteen {
    var result = Sixteen.zero
    for lane in 0..<16 { result[lane] = transform(self[lane]) }
    return result
  }
}
