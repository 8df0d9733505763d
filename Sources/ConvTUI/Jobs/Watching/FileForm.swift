import Formats

/// What a file that programs write while they train is read as, by its name.
enum FileForm: Hashable, Sendable {
  /// TensorBoard's.
  case events
  case csv, jsonLines
  /// What a program printed.
  case console
  /// Lines of JSON, or one JSON text that is written anew each time: its first bytes tell.
  case json
  /// Tensors; written anew, or replaced.
  case checkpoint
  /// What a run was made with, in YAML.
  case parameters

  /// - Returns: nil for a file that is none of these.
  init?(name: String) {
    let base = name.split(separator: "/").last.map(String.init) ?? name
    let ending = TensorFormat.ending(of: base)
    if base.contains("tfevents") {
      self = .events
    } else if FileForm.parameterFiles.contains(base) {
      self = .parameters
    } else if TensorListing.endings.contains(ending) {
      // What trainers keep beside the weights.
      let stem = base.lowercased()
      guard
        !["optimizer", "scheduler", "rng_state", "training_args"].contains(where: stem.hasPrefix)
      else { return nil }
      self = .checkpoint
    } else {
      switch ending {
      case "csv", "tsv": self = .csv
      case "jsonl", "ndjson": self = .jsonLines
      case "json": self = .json
      case "txt", "log", "out": self = .console
      default: return nil
      }
    }
  }

  /// Those of Lightning and of Ultralytics.
  private static let parameterFiles: Set = ["hparams.yaml", "args.yaml"]

  /// Whether all of the file is read each time it changes.
  var isReadWhole: Bool { self == .checkpoint || self == .parameters }
  var isLog: Bool { [.csv, .jsonLines, .console, .json].contains(self) }
}

/// Where in a training a file belongs, by its path.
enum FilePlace {
  /// The folders in which programs put the checkpoints of a run.
  private static let holders: Set<String> = [
    "checkpoints", "checkpoint", "ckpt", "ckpts", "weights", "models", "vis_data",
  ]

  /// The folder of the run that a file belongs to.
  ///
  /// - Parameter path: Below what is watched.
  /// - Returns: Empty for the run of the watched folder itself.
  static func run(of path: String) -> String {
    var folders = path.split(separator: "/").dropLast().map(String.init)
    while let last = folders.last, holders.contains(last.lowercased()) || isCheckpoint(last) {
      folders.removeLast()
    }
    return folders.joined(separator: "/")
  }

  /// Whether a folder is named as in `checkpoint-500`.
  private static func isCheckpoint(_ folder: String) -> Bool {
    let parts = folder.lowercased().split { $0 == "-" || $0 == "_" }
    return parts.count == 2 && ["checkpoint", "step", "epoch"].contains(parts[0])
      && Int64(parts[1]) != nil
  }

  /// The step in a path: behind `step`, `iter` or `checkpoint`, or else behind `epoch`, or else the last
  /// number of the name.
  static func step(in path: String) -> Int64? {
    for part in path.lowercased().split(separator: "/").reversed() {
      var numbers: [(word: String, number: Int64)] = []
      var (word, digits) = ("", "")
      for character in part + " " {
        if character.isASCII, character.isNumber {
          digits.append(character)
          continue
        }
        if let number = Int64(digits) {
          numbers.append((word, number))
          word = ""
        }
        digits = ""
        if character.isLetter {
          word.append(character)
        } else if !"-_=".contains(character) {
          word = ""
        }
      }
      for words in [["step", "iter", "iteration", "checkpoint", "ckpt"], ["epoch", "ep", "e"]] {
        let found = numbers.last { number in words.contains { number.word.hasSuffix($0) } }
        if let found { return found.number }
      }
      if let last = numbers.last, part == path.lowercased().split(separator: "/").last {
        return last.number
      }
    }
    return nil
  }
}
