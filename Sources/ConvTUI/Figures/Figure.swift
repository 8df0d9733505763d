import Formats
import Model

/// What convtui can write about a scene; the file ending chooses it.
enum Figure: String, CaseIterable, Sendable {
  /// The frame: its glyphs, escape sequences for a terminal, a picture.
  case text = "txt"
  case ansi = "ans"
  case svg, png
  /// The frames of all steps, one after the other.
  case recording = "cast"
  /// The tensors: the result, or all of them by name.
  case npy, npz, csv, json
  /// A PyTorch script that computes the same numbers.
  case snippet = "py"
  /// All of the scene, to be opened again.
  case session

  /// The endings that a figure is chosen by.
  static let endings = allCases.filter { $0 != .session }.map(\.rawValue)

  /// - Parameter isSession: Whether the file is a session, which ends in .json too.
  init(_ path: String, isSession: Bool = false) throws(FigureError) {
    let ending = TensorFormat.ending(of: path)
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    guard !ending.isEmpty || !name.hasPrefix(".") else { throw .onlyEnding(path) }
    if isSession {
      guard ending == "json" else { throw .sessionEnding(path) }
      self = .session
    } else {
      guard Figure.endings.contains(ending), let figure = Figure(rawValue: ending) else {
        throw .ending(ending)
      }
      self = figure
    }
  }
}

extension Figure {
  /// The path of a session by the name that a person gave it, which may lack its ending.
  static func sessionPath(_ name: String) -> String {
    let last = name.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    let isPlain = !last.isEmpty && !last.contains(".")
    return isPlain ? name + ".json" : name
  }
}

/// Why convtui cannot write a figure of a scene.
enum FigureError: Error, Hashable, Sendable {
  case ending(String)
  case sessionEnding(String)
  /// A name with nothing before its dot.
  case onlyEnding(String)
  /// A picture of this many characters; `limit` is the maximum.
  case pictureTooLarge(Int, limit: Int)
  case noTensor(SceneKind)
  case format(FormatError)
  case noSnippet(SceneKind)
  /// PyTorch flattens before a linear layer; this one, counted from 1, comes without.
  case notFlattened(layer: Int)
  /// A training was changed by hand after this step.
  case changedRun(step: Int)
  /// The largest map has this many numbers; `limit` is the maximum.
  case mapTooLarge(Int, limit: Int)
  /// All maps of a bank together have this many numbers; `limit` is the maximum.
  case mapsTooLarge(maps: Int, numbers: Int, limit: Int)
  /// Maps of several sizes, which do not make one array.
  case mapSizes([Shape])
  /// Steps of a timeline that ends at `end`.
  case steps(from: Int, to: Int, end: Int)
  case tooManySteps(Int)
  /// A training that no key can wait for.
  case noRecording(SceneKind)
  case recordingEnding(String)
  case noSession(SceneKind)
}
