import Model
import Terminal

/// Everything that can happen to the program.
enum Event: Sendable {
  /// What a person or the system does.
  case input(Input)
  /// Time that has passed while something was playing.
  case tick(Duration)
  /// A report of a job in the background.
  case report(JobReport)
  /// The result of a request, as a sentence; an error appears next to the question, if there is
  /// one.
  case answer(String, isGood: Bool)
  /// The kernels of the answer, and the remarks on their files.
  case kernels([GivenKernel], note: String? = nil)
  /// What a file holds that was asked for, and the remarks on it.
  case opened(Opened, note: String? = nil)
  /// What a word that is being typed may become.
  case completions(of: String, [String])
  /// The files that may be opened.
  case files([String])
  /// What a second terminal asks for.
  case remote(Action)
  /// What the one who is followed shows now.
  case shared(SharedView)
  /// The file of the lesson has changed: the lesson as it is now, or what is wrong with it.
  case lesson(Result<LessonRun, LessonError>, file: String)

  enum Opened: Sendable {
    /// Another input of the scene that asked.
    case input(Tensor)
    case scene(any Scene)
  }
}
