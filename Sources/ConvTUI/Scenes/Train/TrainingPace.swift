/// How fast a training goes, by the time that passes on the screen.
struct TrainingPace: Hashable, Sendable {
  /// Batches a second; nil where it does not train.
  private(set) var batchesPerSecond: Double?
  private var step = 0
  private var begun = 0
  private var time = Duration.zero

  /// The time over which it is measured.
  private static let window = Duration.milliseconds(500)

  mutating func pass(_ time: Duration) {
    self.time += time
    guard self.time >= TrainingPace.window else { return }
    batchesPerSecond = step > begun ? Double(step - begun) / (self.time / .seconds(1)) : nil
    (begun, self.time) = (step, .zero)
  }

  mutating func note(_ step: Int) {
    if step < self.step { begun = step }
    self.step = step
  }
}
