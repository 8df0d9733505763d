import Drawing
import Formats
import Model
import Terminal

/// Errors as sentences: what is wrong, where, and what would work.
extension Words {
  func sentence(_ error: any Error) -> String {
    switch error {
    case let error as GeometryError: sentence(error)
    case let error as KernelEditError: sentence(error)
    case let error as GraphError: sentence(error)
    case let error as LearnError: sentence(error)
    case let error as TooManyBranches: sentence(error)
    case let error as NetworkError: sentence(error)
    case let error as CheckpointError: sentence(error)
    case let error as Failure: error.sentence(self)
    case let error as FormatError: sentence(error)
    case let error as DataSetError: sentence(error)
    case let error as FileError: sentence(error)
    case let error as LayerNotationError: sentence(error)
    case let error as PerAxisError: sentence(error)
    case let error as TerminalError: sentence(error)
    case let error as LessonError: sentence(error)
    case let error as FigureError: sentence(error)
    case let error as SessionError: sentence(error)
    default: "\(error)"
    }
  }

  func sentence(_ error: LearnError) -> String {
    switch error {
    case .geometry(let error): sentence(error)
    case .tooLarge(let products, let limit):
      "A step would take \(products) products, but the maximum is \(limit); a smaller image or "
        + "kernel is needed."
    case .startCount(let found, let expected):
      "--init has \(count(found, "number")), but the kernel has \(count(expected, "weight")); each "
        + "weight needs one."
    }
  }

  func sentence(_ error: FileError) -> String {
    switch error {
    case .missing(let path):
      "There is no file \(quoted(path)); check its name and its folder."
    case .isDirectory(let path): "\(place(path)) is a folder; a file is needed."
    case .isNoDirectory(let path): cannotBeRead(path, "it is a file, not a folder")
    case .special(let path, let kind, let takesPipes):
      "\(place(path)) is a \(name(of: kind)); a file on a disk"
        + (takesPipes ? ", a pipe or - for standard input is needed." : " is needed there.")
    case .unreadable(let path, let reason): cannotBeRead(path, reason)
    case .unwritable(let path, let reason): cannotBeWritten(path, reason)
    case .inUse(let path): cannotBeWritten(path, "another program is writing to it")
    case .exists(let path):
      "\(place(path)) already exists and was not changed; use another name, or --force on the "
        + "command line."
    case .tooLong(let path, let limit):
      "\(place(path)) is longer than \(limit) bytes, the maximum."
    }
  }

  private func cannotBeRead(_ path: String, _ reason: String) -> String {
    "\(place(path)) cannot be read (\(reason)); check the file and its permissions."
  }

  private func cannotBeWritten(_ path: String, _ reason: String) -> String {
    "\(place(path)) cannot be written (\(reason)), and an old file of this name is unchanged; check "
      + "the folder, its permissions and the free space."
  }

  func sentence(_ error: TerminalError) -> String {
    switch error {
    case .notATerminal:
      "Standard output is not a terminal; --print prints one frame without a terminal."
    case .scriptsBackground:
      "convtui runs in the background of a script, where it gets no keys; --print prints one frame."
    case .noTerminalName:
      "TERM is not set, so convtui does not know this terminal; try TERM=xterm-256color, or "
        + "--print, which needs no terminal."
    case .unknownTerminal(let name):
      "convtui does not know the terminal “\(name.printable)”; try TERM=xterm-256color, or --print, "
        + "which needs no terminal."
    case .cannotMoveCursor(let name):
      "The terminal “\(name.printable)” cannot move its cursor; --print prints one frame there."
    }
  }

  /// What convtui says at its end if it drew the screen by another terminal's description.
  func xtermStoodIn(for missing: String) -> String {
    let name = String(missing.prefix(40)).printable
    let told = "No description of the terminal “\(name)” is installed here, so convtui used xterm’s"
    let isPlain =
      name == missing && name.allSatisfy { $0.isLetter || $0.isNumber || "-+._".contains($0) }
    guard isPlain else { return told + "." }
    return told + "; "
      + "to install it, run “infocmp -x \(name) | ssh HOST -- tic -x -” in that terminal on your own "
      + "machine."
  }

  func outputFailed(_ reason: String) -> String {
    "Standard output cannot be written: \(reason)."
  }

  // MARK: Words in sentences

  /// A text in quotation marks, cut if it is longer than a path can be.
  func quoted(_ text: String) -> String {
    let limit = 4096
    return "“" + String(text.prefix(limit)).printable + (text.count > limit ? "…" : "") + "”"
  }

  /// Where data comes from or goes to.
  func place(_ path: String) -> String { path == "-" ? "Standard input" : quoted(path) }

  func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
  }

  private func name(of kind: FileError.Kind) -> String {
    switch kind {
    case .pipe: "pipe"
    case .socket: "socket"
    case .device: "device"
    }
  }

  func alternatives(_ words: [String]) -> String {
    guard words.count > 1, let last = words.last else { return words.joined() }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }
}
