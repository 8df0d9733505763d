/// A log of lines that comes piece by piece.
public struct LogReader: Sendable {
  private enum Form: Sendable {
    case file(LineSplitter, any LineReader)
    /// Printed for a terminal.
    case console(TerminalText, ConsoleLine)
  }

  private var form: Form

  /// A log of JSON lines.
  public static var json: LogReader {
    LogReader(form: .file(LineSplitter(), JSONLines()))
  }

  /// A table.
  public static var csv: LogReader { LogReader(form: .file(LineSplitter(), CSVLog())) }

  /// What a program prints.
  public static var console: LogReader {
    LogReader(form: .console(TerminalText(), ConsoleLine()))
  }

  /// Finds the reader for a file.
  ///
  /// - Parameters:
  ///   - name: The file's name or path.
  ///   - start: Its first bytes.
  /// - Returns: nil for a file whose lines mean nothing by themselves, such as `trainer_state.json`.
  public init?(name: String, start: [UInt8]) {
    let ending = TensorFormat.ending(of: name)
    let first = start.prefix { $0 != .lineFeed }
    let isJSON = JSONLines().read(Array(first)) != nil
    switch ending {
    case "csv", "tsv": self = .csv
    case "jsonl", "ndjson": self = .json
    case "json":
      guard isJSON else { return nil }
      self = .json
    default:
      if isJSON {
        self = .json
      } else {
        var table = CSVLog()
        // What YOLO names `results.txt`.
        if case .row? = table.read(Array(first)) { self = .csv } else { self = .console }
      }
    }
  }

  private init(form: Form) { self.form = form }

  /// The line that has not ended yet, as a terminal would show it; empty for a file.
  public var unfinished: String {
    if case .console(let text, _) = form { text.line } else { "" }
  }

  /// Takes the next bytes.
  ///
  /// - Parameter line: Called with each line that ended, in their order.
  public mutating func take(_ bytes: [UInt8], line: (LogLine) -> Void) {
    switch form {
    case .file(var splitter, var reader):
      // So that the line is in one place only, and grows there.
      form = .file(LineSplitter(), reader)
      splitter.take(bytes) { text in
        line(reader.read(text) ?? .text(String(decoding: text, as: UTF8.self)))
      }
      form = .file(splitter, reader)
    case .console(var text, var reader):
      form = .console(TerminalText(), reader)
      text.take(
        bytes,
        bytes: { shown in
          line(reader.read(shown) ?? .text(String(decoding: shown, as: UTF8.self)))
        })
      form = .console(text, reader)
    }
  }
}
