extension State {
  /// What the program has to do besides drawing.
  enum Request: Hashable, Sendable {
    case quit
    /// To quit because of the signal of this number.
    case end(Int32)
    /// To write what is shown to a file that is not there yet.
    case write(Figure, path: String)
    /// To read kernels from files, if there are any of these names.
    case readKernels(String)
    /// To find what a word may become: a file's path, or a kernel's name.
    case complete(String, kernels: Bool)

    /// Does it, where that takes no screen, and tells what has come of it.
    func perform(for state: State) -> Event? {
      switch self {
      case .quit, .end: nil
      case .write(let figure, let path): FigureFiles.answer(to: figure, path, of: state)
      case .complete(let word, let kernels):
        .completions(of: word, Prompt.candidates(for: word, kernels: kernels))
      case .readKernels(let text): Load.answer(toKernels: text, state.words)
      }
    }
  }
}
