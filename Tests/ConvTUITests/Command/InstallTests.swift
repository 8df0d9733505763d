import Foundation
import Testing

@testable import ConvTUI

/// What `make install` does with the program that was built with these tests.
struct InstallTests {
  @Test func versionIsTheSameEverywhere() throws {
    #expect(try done(["--version"]).text == Version.number + "\n")
    #expect(try done(["train", "--version"]).text == Version.number + "\n")
    #expect(try make("version").text == Version.number + "\n")
  }

  @Test func changelogBeginsWithThisVersion() throws {
    let text = try String(contentsOfFile: repository + "/packaging/changelog", encoding: .utf8)
    let lines = text.split(separator: "\n")
    #expect(lines[0].hasPrefix("convtui (\(Version.number)) "))
    let written = DateFormatter()
    written.locale = Locale(identifier: "en_US_POSIX")
    written.dateFormat = "EEE, dd MMM yyyy HH:mm:ss Z"
    written.timeZone = TimeZone(identifier: "UTC")
    let signature = try #require(lines.first { $0.hasPrefix(" -- ") })
    let date = try #require(signature.split(separator: ">  ").last)
    let day = try #require(written.date(from: String(date)))
    #expect(day.ISO8601Format(.iso8601.year().month().day()) == Version.date)
  }

  @Test(arguments: [("/usr", "vendor-completions"), ("/opt/convtui", "site-functions")])
  func installPutsEveryFileAndUninstallRemovesThem(_ prefix: String, _ zsh: String) throws {
    let directory = try Directory()
    let goal = ["DESTDIR=\(directory.path)", "PREFIX=\(prefix)"]
    let expected = [
      "bin/convtui", "share/bash-completion/completions/convtui",
      "share/fish/vendor_completions.d/convtui.fish", "share/man/man1/convtui.1.gz",
      "share/man/zh_CN/man1/convtui.1.gz",
      "share/zsh/\(zsh)/_convtui",
    ]
    for _ in 0..<2 {
      _ = try make("install", goal)
      #expect(try files(in: directory.path + prefix) == expected)
    }
    for (file, start) in [
      (expected[1], "\n__convtui_"), (expected[2], "function "),
      (expected[5], "#compdef convtui\n"),
    ] {
      #expect(try directory.text(prefix + "/" + file).hasPrefix(start))
      #expect(try permissions(directory.path + prefix + "/" + file) == 0o644)
    }
    #expect(try permissions(directory.path + prefix + "/bin/convtui") == 0o755)
    let page = try Program.shell("gzip -dc '\(directory.path + prefix)/\(expected[3])'", [])
    #expect(page.text == (try done(["manual"]).text))

    try directory.file(String(prefix.dropFirst()) + "/bin/other", "stays")
    _ = try make("uninstall", goal)
    #expect(try files(in: directory.path + prefix) == ["bin/other"])
  }

  /// Runs make in the repository, with the built program as the one to be installed.
  private func make(_ target: String, _ variables: [String] = []) throws -> Program.Result {
    let result = try Program.shell(
      "binary=$1; shift; exec env -u MAKEFLAGS -u MAKELEVEL make --silent --no-print-directory "
        + "-C '\(repository)' BINARY=\"$binary\" \"$@\"", [target] + variables)
    #expect(result.status == 0 && result.sentence == "", "\(result.sentence)")
    return result
  }

  private func files(in directory: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: directory).filter {
      var isDirectory: ObjCBool = false
      _ = FileManager.default.fileExists(
        atPath: directory + "/" + $0, isDirectory: &isDirectory)
      return !isDirectory.boolValue
    }.sorted()
  }

  private func permissions(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }
}
