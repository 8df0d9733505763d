import Model

/// The extremes of a whole run as it is planned, so that the axes of its curves and the columns of
/// its numbers stand still.
struct RunReach: Sendable {
  /// The length of the run that it was worked out for.
  let length: Int
  /// The least and the largest loss.
  private(set) var losses: [Float] = []
  /// The least and the largest of the weights that have curves.
  private(set) var weights: [Float] = []
  /// The least and the largest of all slopes.
  private(set) var gradients: [Float] = []

  /// Makes the run once, with all that is changed by hand in it.
  ///
  /// - Parameter most: The steps that may be made; what follows is not known.
  init(of history: History<Trainer>, length: Int, most: Int) {
    self.length = length
    var trainer = history.state(at: history.start)
    add(trainer)
    for step in history.start..<max(history.start, min(length, most)) {
      trainer.advance()
      for (at, change) in history.changes where at == step + 1 { trainer.apply(change) }
      add(trainer)
    }
  }

  private mutating func add(_ trainer: Trainer) {
    RunReach.extend(&losses, by: [trainer.loss])
    RunReach.extend(&weights, by: trainer.weight.prefix(trainer.curveCount))
    RunReach.extend(&gradients, by: trainer.gradient)
  }

  private static func extend(_ ends: inout [Float], by values: some Sequence<Float>) {
    for value in values where value.isFinite {
      ends = ends.isEmpty ? [value, value] : [min(ends[0], value), max(ends[1], value)]
    }
  }
}
