import Formats

extension RunTree {
  private struct Place: Hashable {
    let root: Int
    let folder: String
  }

  /// The files that tell what a run was made with and stand in a folder within the run's own, with the
  /// run's folder by their numbers. PyTorch's `add_hparams` names such a folder by the time.
  ///
  /// Several of them in one folder are trials of their own, and so is one in a folder without a run.
  var parameterFolders: [Int: String] {
    var trials: [Place: [Int]] = [:]
    var runs: Set<Place> = []
    for (number, file) in files.enumerated() {
      guard case .events(let index, _) = file.content, !index.series.isEmpty else { continue }
      let folder = FilePlace.run(of: file.place)
      if let outer = FilePlace.run(ofTrial: folder),
        index.series.contains(where: { $0.kind == .hyperparameters })
      {
        trials[Place(root: file.root, folder: outer), default: []].append(number)
      } else {
        runs.insert(Place(root: file.root, folder: folder))
      }
    }
    return trials.reduce(into: [:]) { folders, trial in
      guard trial.value.count == 1, runs.contains(trial.key) else { return }
      folders[trial.value[0]] = trial.key.folder
    }
  }
}

extension FilePlace {
  /// The folder in which one stands that is named by the time, in seconds since 1970, as in
  /// `1700000000.123`.
  ///
  /// - Returns: nil for a folder of another name.
  static func run(ofTrial folder: String) -> String? {
    let folders = folder.split(separator: "/")
    guard let parts = folders.last?.split(separator: ".", omittingEmptySubsequences: false),
      parts.count == 2, parts[0].count >= 9,
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { $0 &- 48 < 10 } })
    else { return nil }
    return folders.dropLast().joined(separator: "/")
  }
}
