import Drawing
import Model

extension Optimizer.Method {
  /// The method in checkpoints, the same whatever language the program speaks.
  var checkpointName: String {
    switch self {
    case .sgd: "SGD"
    case .momentum(let momentum): "momentum \(NumberText.short(momentum))"
    case .nesterov(let momentum): "Nesterov \(NumberText.short(momentum))"
    case .rmsprop(let momentum):
      momentum == 0 ? "RMSprop" : "RMSprop \(NumberText.short(momentum))"
    case .adam: "Adam"
    case .adamw: "AdamW"
    }
  }
}
