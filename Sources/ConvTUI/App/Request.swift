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
    /// To open a file.
    case open(String)
    /// To find what a word may become: one of these names, or a file's path.
    case complete(String, names: [String])

    /// To find the files of the present folder that may be opened.
    case findFiles

    /// Does it, where that takes no screen, and tells what has come of it.
    func perform(for state: State) -> Event? {
      switch self {
      case .quit, .end: nil
      case .write(let figure, let path): FigureFiles.answer(to: figure, path, of: state)
      case .complete(let word, let names):
        .completions(of: word, Prompt.candidates(for: word, names: names))
      case .findFiles: .files(Load.filesToOpen())
      case .open(let path): Load.answer(toOpen: path, for: state.scene, state.words)
      case .readKernels(let text): Load.answer(toKernels: text, state.words)
      }
    }
  }
}
