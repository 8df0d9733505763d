import Foundation
import Testing

@testable import Terminal

@Suite struct DirectColorTests {
  private static let tools = ["/usr/bin/tic", "/usr/bin/infocmp"]
  private static let hasTools = tools.allSatisfy {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  @Test(.enabled(if: hasTools, "tic and infocmp are not installed"))
  func constantIsTheCompiledDescription() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ti-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let source = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../assets/terminal/convtui-direct.ti").standardizedFileURL
    _ = try run("/usr/bin/tic", ["-x", "-o", folder.path, source.path])
    let printed = try run(
      "/usr/bin/infocmp", ["-x", "-0", "-Q2", "-q", "-A", folder.path, DirectColor.name])
    #expect(printed.trimmingCharacters(in: .whitespacesAndNewlines) == DirectColor.description)
  }

  private func run(_ tool: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: tool)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: data, as: UTF8.self)
  }
}
