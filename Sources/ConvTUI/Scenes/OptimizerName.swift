/// What a person calls the methods of an optimizer.
enum OptimizerName: String, CaseIterable, Sendable {
  case sgd, momentum, nesterov, rmsprop, adam, adamw
}
