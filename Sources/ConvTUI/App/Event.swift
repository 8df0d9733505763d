import Terminal

/// Everything that can happen to the program.
enum Event: Equatable, Sendable {
  /// What a person or the system does.
  case input(Input)
  /// Time that has passed while something was playing.
  case tick(Duration)
  /// What a job beside the screen has come to.
  case report(JobReport)
  /// What has come of a request, as a sentence; a bad one stands beside the question, if one does.
  case answer(String, isGood: Bool)
  /// The kernels that were asked for, and what there is to say of their files.
  case kernels([GivenKernel], note: String? = nil)
  /// What a word that is being typed may become.
  case completions(of: String, [String])
}
