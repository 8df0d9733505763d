/// Errors about options.
extension Words {
  // MARK: All scenes

  var filesCollide: String {
    say(
      "--figure, --record and --save must name different files.",
      "--figure、--record 和 --save 必须是不同的文件。")
  }
  var recordMissing: String {
    say(
      "--from and --to choose the steps of --record and need it.",
      "--from 和 --to 选择 --record 的步，需要有它。")
  }

  func frameRateOutside(_ most: Int) -> String {
    say("--rate must be a number above 0 and at most \(most).", "--rate 必须大于 0 且不超过 \(most)。")
  }

  func stepOutside(_ last: Int) -> String {
    say("--step must be a whole number from 0 to \(last).", "--step 必须是 0 到 \(last) 的整数。")
  }

  func notAView(among names: [String]) -> String {
    say("--view must be one of \(list(names)).", "--view 必须是以下之一：\(list(names))。")
  }

  // MARK: Training

  var rateOutside: String {
    say("--lr must be a finite number above 0, such as 0.03.", "--lr 必须是大于 0 的有限数，如 0.03。")
  }
  var momentumOutside: String {
    say(
      "--momentum must be a number from 0 to below 1, such as 0.9.", "--momentum 必须从 0 到小于 1，如 0.9。"
    )
  }
  var decayOutside: String {
    say(
      "--weight-decay must be a number of 0 or more, such as 0.01.",
      "--weight-decay 必须是 0 或更大的数，如 0.01。")
  }

  func noMomentum(_ optimizer: String) -> String {
    say(
      "--momentum works with --optimizer momentum, nesterov or rmsprop, not \(optimizer).",
      "--momentum 只能与 --optimizer momentum、nesterov 或 rmsprop 一起用，而不是 \(optimizer)。")
  }
}
