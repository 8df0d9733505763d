import Formats

/// Words about what is written to files.
extension Words {
  var figureQuestion: String { "figure (\(list(Figure.endings.map { "." + $0 })))" }
  var pasteWithoutQuestion: String {
    "Pasted text can only answer a question, such as the one that k asks."
  }
  var sessionQuestion: String { "session (a .json file)" }

  func writing(_ path: String) -> String { "writing \(path.printable) …" }

  func wrote(_ path: String) -> String { "wrote \(path.printable)" }

  func sentence(_ error: FigureError) -> String {
    switch error {
    case .ending(let ending):
      (ending.isEmpty
        ? "The name has no ending that says what to write"
        : "Nothing is written to a \(quoted("." + ending)) file")
        + "; one of \(list(Figure.endings.map { "." + $0 })) is needed."
    case .sessionEnding(let path):
      "A session is a .json file; \(withEnding("json", path, else: "session")) would work."
    case .onlyEnding(let path):
      "There is nothing before the dot of \(quoted(path)); a name such as figure.png is needed."
    case .pictureTooLarge(let cells, let limit):
      "A picture of \(cells) characters is too large for .png; \(limit) is the most, and .svg would "
        + "work."
    case .noTensor(.train):
      "No sample has gone through the network yet; look at the scene first, or take .svg."
    case .noTensor(let scene):
      "\(scene.title(self)) shows no tensor; .svg or .txt would work."
    case .format(let error): sentence(error)
    case .noSnippet(.maps):
      "The picture has no script of PyTorch, its maps have: → goes to one; .npy, .json or .svg would "
        + "work."
    case .noSnippet(let scene):
      "\(scene.title(self)) has no script of PyTorch; .json, .svg or .txt would work."
    case .notFlattened(let layer):
      "Layer \(layer) is linear and comes after no flatten, which PyTorch needs; a network with one "
        + "would work."
    case .changedRun(let step):
      "The run was changed at step \(step), and a script holds one that was left alone; a step "
        + "before, another branch or a restart would work."
    case .mapTooLarge(let count, let limit):
      "A map of \(count) numbers is too large for such a file; \(limit) is the most, so a smaller "
        + "image would work."
    case .mapsTooLarge(let maps, let numbers, let limit):
      "The \(maps) maps have \(numbers) numbers, and \(limit) is the most for such a file; one map "
        + "that is chosen, as with --step 1, or fewer kernels would work."
    case .mapSizes(let shapes):
      "The maps are of the sizes \(alternatives(Set(shapes.map(\.description)).sorted())), and such a "
        + "file holds one size; .json, or one map that is chosen, as with --step 1, would work."
    case .steps(let first, let last, let end):
      "There are no steps from \(first) to \(last) in a timeline from 0 to \(end); --from and --to "
        + "choose some that are there, the smaller one first."
    case .tooManySteps(let count):
      "A recording of \(count) steps is too long; \(Recording.mostSteps) is the most, and --record "
        + "takes --from and --to."
    case .noRecording(let scene):
      "\(scene.title(self)) has to train for a recording; convtui \(scene.name) --record would work."
    case .recordingEnding(let path):
      "A recording is a .cast file; \(withEnding("cast", path, else: "recording")) would work."
    case .noSession(.train):
      "A training is kept by convtui train --out and goes on with --resume; Train has no sessions."
    case .noSession(.maps):
      "The picture came from standard input, and a session holds at most \(Picture.mostPixels) grey "
        + "pixels; with a file of it one can be saved."
    case .noSession(let scene): "\(scene.title(self)) has no sessions; .svg or .txt would work."
    }
  }

  /// The path of a file with another ending.
  private func withEnding(_ ending: String, _ path: String, else name: String) -> String {
    let old = TensorFormat.ending(of: path)
    let stem = old.isEmpty ? path : String(path.dropLast(old.count + 1))
    return (stem.isEmpty || stem.hasSuffix("/") ? stem + name : stem).printable + "." + ending
  }

  private func list(_ words: [String]) -> String { words.joined(separator: " ") }
}
