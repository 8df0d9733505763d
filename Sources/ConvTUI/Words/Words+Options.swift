/// Errors about options.
extension Words {
  // MARK: All scenes

  var filesCollide: String { "--figure, --record and --save must name different files." }
  var recordMissing: String { "--from and --to choose the steps of --record and need it." }

  func frameRateOutside(_ most: Int) -> String {
    "--rate must be a number above 0 and at most \(most)."
  }

  func stepOutside(_ last: Int) -> String { "--step must be a whole number from 0 to \(last)." }

  func notAView(among names: [String]) -> String {
    "--view must be one of \(names.joined(separator: ", "))."
  }

  // MARK: Training

  var rateOutside: String { "--lr must be a finite number above 0, such as 0.03." }
  var momentumOutside: String { "--momentum must be a number from 0 to below 1, such as 0.9." }
  var decayOutside: String { "--weight-decay must be a number of 0 or more, such as 0.01." }

  func noMomentum(_ optimizer: String) -> String {
    "--momentum works with --optimizer momentum, nesterov or rmsprop, not \(optimizer)."
  }
}
