import Formats
import Glibc
import TestSupport
import Testing

@testable import ConvTUI
@testable import Drawing

/// The built program in a real terminal, with a training beside its screen.
@Suite(.enabled(if: BuiltBinary.path != nil, "the program is not built"))
struct TrainingPTYTests {
  private let directory: Directory

  init() throws { directory = try Directory() }

  private var out: String { directory.path + "/out" }

  /// The program on its way through a long training, its first batches shown.
  private func start(
    epochs: Int = 5000,
    _ script: String = "trap : INT; \"$0\" \"$@\"; echo \"[ended $?]\"; read line"
  ) throws -> PTY {
    let pty = try PTY(
      script,
      [
        BuiltBinary.path!, "train", "--layers", "flatten, linear10", "--epochs", "\(epochs)",
        "--out",
        out,
      ],
      environment: [
        "PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "COLORTERM": "truecolor",
        "LC_ALL": "C.UTF-8",
      ], size: Size(width: 110, height: 34))
    #expect(pty.read("validation"))
    pty.send(" ")
    #expect(pty.read("images/s"))
    return pty
  }

  /// The step of the checkpoint, which must be the number of lines in the log.
  private func expectSaved() throws {
    let checkpoint = try Safetensors(FileReader.read(out + "/checkpoint.safetensors"))
    let lines = try FileReader.read(out + "/metrics.jsonl").split(separator: UInt8(ascii: "\n"))
      .count
    #expect(lines > 0 && checkpoint.metadata["step"] == "\(lines)")
  }

  @Test func quittingSavesTheBatchThatItIsAt() throws {
    let pty = try start()
    pty.send("q")
    #expect(pty.read("[ended 0]"))
    try expectSaved()
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func signalSavesTheBatchThatItIsAt(number: Int32) throws {
    let pty = try start()
    kill(pty.foreground, number)
    #expect(pty.read("[ended \(128 + number)]"))
    #expect(pty.text.contains("\u{1B}[?1049l"))
    try expectSaved()
  }

  @Test func trainingGoesOnAfterAHangUpThatIsIgnored() throws {
    let pty = try start(epochs: 20, "trap '' HUP; \"$0\" \"$@\"")
    pty.hangUp()
    #expect(pty.waitsForEnd(within: .seconds(60)))
    try expectSaved()
    let log = String(decoding: try FileReader.read(out + "/metrics.jsonl"), as: UTF8.self)
    let last = try #require(log.split(separator: "\n").last)
    #expect(last.contains("\"epoch\": 20,") && last.contains("validation"), "\(last)")
  }

  @Test func viewsAndScrubbingAnswerWhileItTrains() throws {
    let pty = try start()
    // Words that are new where they stand, so that all of their letters are sent.
    let course: [(keys: String, answer: String)] = [
      ("v", "lin10"), ("v", "dead"), ("v", "right"), ("v", "accuracy"), ("e", "drawn"),
      ("?", "pen"), ("?", "validation"), ("\u{1B}g5\r]c", "0.0022"),
    ]
    pty.follow(course)
    try expectSaved()
    #expect(access(out + "/branch-2/checkpoint.safetensors", F_OK) == 0)
  }
}
