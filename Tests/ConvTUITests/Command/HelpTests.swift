import Foundation
import TestSupport
import Testing

@testable import ConvTUI

/// The help, and what comes before any subcommand.
struct HelpTests {
  private static let subcommands =
    SceneKind.allCases.map(\.name)
    + ["correlate", "kernels", "open", "lesson", "drill", "notes", "follow"]

  @Test(arguments: [["--help"], ["-h"], ["help"]])
  func helpNamesEverySubcommand(_ arguments: [String]) throws {
    let text = try done(arguments).text
    for name in HelpTests.subcommands { #expect(text.contains("\n  " + name)) }
  }

  @Test(arguments: subcommands)
  func helpOfASubcommandIsTheSameBothWays(_ name: String) throws {
    let text = try done([name, "--help"]).text
    #expect(try done(["help", name]).text == text)
    #expect(text.contains("USAGE: convtui \(name)"))
    #expect(!text.contains("`") && !text.contains("Optional("))
    for line in text.split(separator: "\n") where !line.hasPrefix("USAGE") {
      #expect(line.count <= 80, "\(line)")
    }
  }

  /// Those of lessons hold an example and a list.
  @Test(arguments: subcommands.filter { $0 != "lesson" })
  func paragraphsFillTheirLines(_ name: String) throws {
    let lines = try done([name, "--help"]).text
      .split(separator: "\n", omittingEmptySubsequences: false).prefix { !$0.hasPrefix("USAGE") }
    for (line, next) in zip(lines, lines.dropFirst()) where !line.isEmpty && !next.isEmpty {
      let word = next.prefix { $0 != " " }
      #expect(word.isEmpty || line.count + 1 + word.count >= 80, "\(line)")
    }
  }

  @Test(arguments: subcommands)
  func everyOptionHasAnExplanation(_ name: String) throws {
    let lines = try done([name, "--help"]).lines
    for (line, next) in zip(lines, lines.dropFirst()) where line.hasPrefix("  --") {
      let words = line.split(separator: " ", omittingEmptySubsequences: true)
      let isAlone = words.count <= 2
      #expect(!isAlone || next.hasPrefix("        "), "\(line)")
    }
  }

  @Test func helpSaysWhatIsReadAndWhatIsUsual() throws {
    let text = try done(["--help"]).text
    for ending in [".json", ".csv", ".tsv", ".npy", ".npz", ".png", ".jpg", ".pgm", ".ppm"] {
      #expect(text.contains(ending))
    }
    let maps = try done(["maps", "--help"]).text
    #expect(maps.contains("sobel-x,sobel-y,laplacian,gaussian,sharpen"))
    for help in [maps, try done(["correlate", "--help"]).text] {
      #expect(
        help.split(whereSeparator: \.isWhitespace).joined(separator: " ")
          .contains("Transparent pixels get a white background"))
    }
  }

  @Test func wordThatIsNoSubcommandIsNamed() throws {
    try expectMistake(64, ["lern"], says: "“lern” is not a subcommand", "learn")
    try expectMistake(64, [""], says: "“” is not a subcommand")
    try expectMistake(64, ["--lern"], says: "--lern")
    try expectMistake(64, ["field", "correlate"], says: "correlate")
  }
}
