import Formats

/// Sentences about the files that convtui writes.
extension Words {
  /// Where a row of windows, or an epoch, begins in a recording.
  func row(_ number: Int) -> String { "row \(number)" }
  func epoch(_ number: Int) -> String { "epoch \(number)" }

  var figureQuestion: String { "figure (\(list(Figure.endings.map { "." + $0 })))" }
  var pasteWithoutQuestion: String {
    "You can paste text only as an answer to a question, such as the one that k asks."
  }
  var sessionQuestion: String { "session (a .json file)" }

  func writing(_ path: String) -> String { "writing \(path.printable) …" }

  func wrote(_ path: String) -> String { "wrote \(path.printable)" }

  func sentence(_ error: FigureError) -> String {
    switch error {
    case .ending(let ending):
      (ending.isEmpty
        ? "The file name has no ending"
        : "A figure cannot be a \(quoted("." + ending)) file")
        + "; one of \(list(Figure.endings.map { "." + $0 })) is needed."
    case .sessionEnding(let path):
      "A session is a .json file; \(withEnding("json", path, else: "session")) would work."
    case .onlyEnding(let path):
      "There is nothing before the dot of \(quoted(path)); a name such as figure.png is needed."
    case .pictureTooLarge(let cells, let limit):
      "A picture of \(cells) characters is too large for .png; the maximum is \(limit), and .svg "
        + "would work."
    case .noTensor(.train):
      "No sample has gone through the network yet; open the scene first, or use .svg."
    case .noTensor(let scene):
      "\(scene.title(self)) shows no tensor; .svg or .txt would work."
    case .format(let error): sentence(error)
    case .noSnippet(.maps):
      "The maps have a PyTorch script, but the picture has none; go to a map with →, or use .npy, "
        + ".json or .svg."
    case .noSnippet(let scene):
      "\(scene.title(self)) has no PyTorch script; .json, .svg or .txt would work."
    case .notFlattened(let layer):
      "Layer \(layer) is linear, and PyTorch needs a flatten before it; a network with flatten would "
        + "work."
    case .changedRun(let step):
      "The run was changed by hand at step \(step), and a script cannot repeat that; an earlier step, "
        + "another branch or a restart would work."
    case .mapTooLarge(let count, let limit):
      "A map of \(count) numbers is too large for this kind of file; the maximum is \(limit), so a "
        + "smaller image would work."
    case .mapsTooLarge(let maps, let numbers, let limit):
      "The \(maps) maps have \(numbers) numbers, but the maximum for this kind of file is \(limit); "
        + "choose one map, as with --step 1, or fewer kernels."
    case .mapSizes(let shapes):
      "Each map has the size \(alternatives(Set(shapes.map(\.description)).sorted())), but this kind "
        + "of file holds only one size; use .json, or choose one map, as with --step 1."
    case .steps(let first, let last, let end):
      "The timeline goes from 0 to \(end), so it has no steps from \(first) to \(last); --from and --to "
        + "must be steps of it, and --from must not be above --to."
    case .tooManySteps(let count):
      "A recording of \(count) steps is too long; the maximum is \(Recording.mostSteps), so choose "
        + "fewer with --from and --to."
    case .noRecording(let scene):
      "\(scene.title(self)) must train first to make a recording; convtui \(scene.name) --record would work."
    case .recordingEnding(let path):
      "A recording is a .cast file; \(withEnding("cast", path, else: "recording")) would work."
    case .noSession(.train):
      "Train has no sessions; convtui train --out saves a training, and --resume continues it."
    case .noSession(.maps):
      "The picture came from standard input, and a session holds at most \(Picture.mostPixels) grey "
        + "pixels; open the picture from a file to save a session."
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
