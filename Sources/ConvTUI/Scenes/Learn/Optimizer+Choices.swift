import Formats
import Model

/// What a person calls the methods of an optimizer.
enum OptimizerName: String, CaseIterable, Sendable {
  case sgd, momentum, nesterov, rmsprop, adam, adamw

  init(_ method: Optimizer.Method) {
    self =
      switch method {
      case .sgd: .sgd
      case .momentum: .momentum
      case .nesterov: .nesterov
      case .rmsprop: .rmsprop
      case .adam: .adam
      case .adamw: .adamw
      }
  }

  /// The method with its usual momentum.
  var usual: Optimizer.Method {
    switch self {
    case .sgd: .sgd
    case .momentum: .momentum(0.9)
    case .nesterov: .nesterov(0.9)
    case .rmsprop: .rmsprop(0)
    case .adam: .adam
    case .adamw: .adamw
    }
  }
}

extension Optimizer {
  /// A learning rate from a text; nil for anything but a finite number above 0.
  static func rate(_ answer: String) -> Float? {
    guard let numbers = try? NumberList.parse(answer), numbers.count == 1, numbers[0].isFinite,
      numbers[0] > 0
    else { return nil }
    return numbers[0]
  }
}
