import Foundation
import Model
import Testing

@testable import ConvTUI

/// What bash offers after Tab, asked of a real bash with the script that the program writes.
@Suite(.enabled(if: Bash.path != nil, "bash is not installed"))
struct CompletionsTests {
  @Test func commandsAreOffered() throws {
    #expect(try Bash.offers("s") == ["slide"])
    #expect(try Bash.offers("").contains("kernels"))
    #expect(!(try Bash.offers("").contains("manual")))
  }

  @Test(arguments: SceneKind.allCases.filter { $0.views.count > 1 && $0.takesView })
  func viewsOfTheSceneAreOffered(_ scene: SceneKind) throws {
    #expect(try Bash.offers(scene.name, "--view", "") == scene.views.map(\.rawValue))
  }

  @Test func valuesOfFewWordsAreOffered() throws {
    #expect(try Bash.offers("slide", "--padding-mode", "r") == ["reflect", "replicate"])
    #expect(try Bash.offers("train", "--optimizer", "ad") == ["adam", "adamw"])
    #expect(try Bash.offers("pool", "--theme", "") == ["dark", "light"])
    #expect(try Bash.offers("maps", "--channels", "") == ["luma", "rgb"])
  }

  @Test func kernelsAreOfferedByNameAndAsFiles() throws {
    let directory = try Directory()
    try directory.file("soft focus.csv", "1")
    let names = NamedKernel.all.map(\.name)
    #expect(
      try Bash.offers("slide", "--kernel", "so", in: directory)
        == names.filter { $0.hasPrefix("so") } + ["soft focus.csv"])
    #expect(try Bash.offers("kernels", "gaussian-", in: directory) == ["gaussian-5", "gaussian-7"])
    #expect(
      try Bash.offers("maps", "--kernels", "box,sof", in: directory) == ["box,soft focus.csv"])
  }

  @Test func filesOfFoldersAreOffered() throws {
    let directory = try Directory()
    let inner = directory.path + "/inner"
    try FileManager.default.createDirectory(atPath: inner, withIntermediateDirectories: true)
    try directory.file("inner/k.csv", "1")
    try directory.file("photo.png", "1")
    #expect(try Bash.offers("learn", "--target", "inn", in: directory) == ["inner/"])
    #expect(try Bash.offers("learn", "--target", "inner/", in: directory) == ["inner/k.csv"])
    #expect(try Bash.offers("maps", "ph", in: directory) == ["photo.png"])
    #expect(try Bash.offers("slide", "--input", "p", in: directory) == ["photo.png"])
    #expect(try Bash.offers("open", "p", in: directory) == ["photo.png"])
    #expect(try Bash.offers("train", "--data", "", in: directory) == ["inner"])
  }

  /// Every value that is a file or a folder by its name is completed as one.
  @Test func everyFileAndFolderIsCompleted() throws {
    let dump = try JSONSerialization.jsonObject(with: Data(RootCommand._dumpHelp().utf8))
    let root = try #require((dump as? [String: Any])?["command"] as? [String: Any])
    for command in try #require(root["subcommands"] as? [[String: Any]]) {
      for argument in command["arguments"] as? [[String: Any]] ?? [] {
        guard let value = argument["valueName"] as? String,
          ["file", "folder", "kernel", "kernels", "session"].contains(value)
        else { continue }
        #expect(argument["completionKind"] != nil, "\(command["commandName"] ?? ""): \(value)")
      }
    }
  }
}

extension SceneKind {
  fileprivate var takesView: Bool { ["slide", "learn", "train"].contains(name) }
}

private enum Bash {
  static let path = ["/bin/bash", "/usr/local/bin/bash"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// What is offered where the last of some words after the program's name is typed.
  static func offers(_ words: String..., in directory: Directory? = nil) throws -> [String] {
    let script = """
      source <("$1" --generate-completion-script bash)
      COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMP_LINE="$*"
      COMP_POINT=${#COMP_LINE}
      _convtui "$1" "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    let move = directory.map { "cd '\($0.path)' && " } ?? ""
    let result = try Program.shell(
      "program=$1; shift; script=$1; shift; "
        + move + "exec '\(path!)' --norc -c \"$script\" bash \"$program\" \"$@\"",
      [script] + words)
    #expect(result.status == 0 && result.sentence == "", "\(result.sentence)")
    return result.lines
  }
}
