import Testing

@testable import ConvTUI

struct ManualPageTests {
  private let program: CommandOutline
  private let lines: [Substring]

  init() throws {
    program = try CommandOutline.program()
    lines = ManualPage(program, words).text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  @Test func everyCommandHasAPart() {
    let names =
      SceneKind.known.map(\.name) + [
        "correlate", "kernels", "open", "lesson", "drill", "notes", "follow",
      ]
    #expect(program.commands.map(\.name) == names)
    for name in names { #expect(lines.contains { $0.hasPrefix(".SS \"convtui \(name) ") }) }
    #expect(lines.contains(#".SS "convtui open <file> [options]""#))
    #expect(lines.contains(#".SS "convtui maps [<file>] [options]""#))
  }

  @Test func everyOptionIsExplained() {
    for command in program.commands {
      for option in command.options {
        let name = option.names.joined(separator: ", ").replacing("-", with: "\\-")
        let term = option.isArgument ? ".I \"\(option.value ?? "")\"" : "\"\(name)"
        #expect(lines.contains { $0.contains(term) }, "\(command.name) \(option.names)")
        #expect(!option.explanation.isEmpty, "\(command.name) \(option.names)")
      }
    }
  }

  @Test(arguments: ["theme", "figure", "version", "help"])
  func whatAllScenesHaveStandsThereOnce(_ option: String) {
    // Not one that begins alike, such as --help-code.
    let count = lines.count { line in
      let name = "\\-\\-\(option)"
      return line.hasPrefix(".B") && line.contains(name) && !line.contains(name + "\\-")
    }
    #expect(count == 1)
  }

  @Test func valuesAndTheUsualOneAreNamed() {
    #expect(lines.contains { $0.hasSuffix("(values: dark, light; default: dark)") })
  }

  @Test func pageIsThisVersions() {
    #expect(
      lines.first
        == #".TH "CONVTUI" 1 "\#(Version.date)" "convtui \#(Version.number)" "User Commands""#)
  }

  @Test func requestsAreThoseOfManualPages() {
    let known = ["TH", "SH", "SS", "PP", "TP", "B", "BI", "I", "nf", "fi", "nh", "ad"]
    for line in lines {
      #expect(line.utf8.allSatisfy { (32..<127).contains($0) }, "\(line)")
      if line.hasPrefix(".") {
        let request = line.dropFirst().prefix { $0 != " " }
        #expect(known.contains(String(request)), "\(line)")
      }
    }
  }

  @Test func programPrintsThePage() throws {
    #expect(try done(["manual"]).text == lines.joined(separator: "\n"))
    #expect(!(try done(["--help"]).text.contains("manual")))
  }
}
