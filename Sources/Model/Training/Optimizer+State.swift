extension Optimizer {
  /// All that an optimizer remembers: with it a run goes on as if it had never stopped.
  public struct State: Hashable, Sendable {
    /// The updates done.
    public var steps: Int
    /// A number for each weight under each name of `Method.vectorNames`; none before the first step.
    public var vectors: [String: [Float]]

    public init(steps: Int = 0, vectors: [String: [Float]] = [:]) {
      self.steps = steps
      self.vectors = vectors
    }
  }

  public var state: State {
    let kept = [first, second].filter { !$0.isEmpty }
    return State(
      steps: steps,
      vectors: Dictionary(uniqueKeysWithValues: zip(kept.isEmpty ? [] : method.vectorNames, kept)))
  }

  /// An optimizer that goes on from a state.
  ///
  /// - Throws: `OptimizerStateError` where the state is not one of this method over so many weights.
  public init(
    _ method: Method, learningRate: Float, weightDecay: Float = 0, state: State, weightCount: Int
  ) throws(OptimizerStateError) {
    self.init(method, learningRate: learningRate, weightDecay: weightDecay)
    guard state.steps >= 0 else { throw .steps(state.steps) }
    let names = state.steps == 0 ? [] : method.vectorNames
    for name in state.vectors.keys.sorted() where !names.contains(name) { throw .unknown(name) }
    for name in names {
      guard let vector = state.vectors[name] else { throw .missing(name) }
      guard vector.count == weightCount else {
        throw .count(name, found: vector.count, expected: weightCount)
      }
    }
    steps = state.steps
    if names.count > 0 { first = state.vectors[names[0]] ?? [] }
    if names.count > 1 { second = state.vectors[names[1]] ?? [] }
  }
}

extension Optimizer.Method {
  /// What the method remembers of each weight.
  public var vectorNames: [String] {
    switch self {
    case .sgd: []
    case .momentum, .nesterov: ["velocity"]
    case .rmsprop: ["velocity", "meanSquare"]
    case .adam, .adamw: ["mean", "meanSquare"]
    }
  }
}

/// Why a state is not one of an optimizer's.
public enum OptimizerStateError: Error, Hashable, Sendable {
  case steps(Int)
  case missing(String)
  case unknown(String)
  case count(String, found: Int, expected: Int)
}
