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

  /// What is seen is read from tmux: a terminal is sent only the letters that change, and which
  /// those are depends on how far the training is.
  @Test(.enabled(if: Tmux.path != nil, "tmux is not installed"))
  func viewsAndScrubbingAnswerWhileItTrains() throws {
    let tmux = try Tmux(
      [
        BuiltBinary.path!, "train", "--layers", "flatten, linear10", "--epochs", "5000", "--out",
        out,
      ], width: 110, height: 34)
    #expect(try tmux.shows("validation"))
    try tmux.send("Space")
    #expect(try tmux.shows("images/s"))
    let course: [(key: String, answer: String)] = [
      ("v", "lin10"), ("v", "dead"), ("v", "right"), ("v", "accuracy"), ("e", "drawn"),
      ("?", "weights"), ("?", "smoothing"),
    ]
    for (key, answer) in course {
      try tmux.send(key)
      #expect(try tmux.shows(answer), "“\(answer)” after “\(key)”")
    }
    try tmux.send("Escape")
    try tmux.send("g", "5", "Enter", "/")
    try tmux.type("learning rate")
    try tmux.send("Enter", "Enter")
    try tmux.type("0.0022")
    try tmux.send("Enter")
    #expect(try tmux.shows("0.0022"))
    try tmux.send("q")
    #expect(tmux.ends())
    try expectSaved()
    #expect(access(out + "/branch-2/checkpoint.safetensors", F_OK) == 0)
  }
}
