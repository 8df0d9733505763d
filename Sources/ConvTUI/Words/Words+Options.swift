/// What is said of options that do not fit.
extension Words {
  // MARK: Every scene's

  var filesCollide: String { "--figure, --record and --save each need a file of their own." }
  var recordMissing: String { "--from and --to choose the steps of --record, which is missing." }

  func frameRateOutside(_ most: Int) -> String { "--rate is a number above 0, at most \(most)." }
  func stepOutside(_ last: Int) -> String { "--step is a whole number from 0 to \(last)." }

  func notAView(among names: [String]) -> String {
    "--view is one of \(names.joined(separator: ", "))."
  }

  // MARK: Training

  var rateOutside: String { "--lr is a finite number above 0, such as 0.03." }
  var momentumOutside: String { "--momentum is a number from 0 to below 1, such as 0.9." }
  var decayOutside: String { "--weight-decay is a number from 0 on, such as 0.01." }

  func noMomentum(_ optimizer: String) -> String {
    "--momentum belongs to --optimizer momentum, nesterov or rmsprop, not \(optimizer)."
  }
}
