import Foundation
import Testing

@testable import Formats

@Suite final class PathCompletionTests {
  private let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "completion-\(UUID().uuidString)"
    for path in ["kernels", "kernels/deep"] {
      try FileManager.default.createDirectory(
        atPath: folder + "/" + path, withIntermediateDirectories: true)
    }
    for name in ["key.npy", "kernel.csv", ".kept", "other.txt", "kernels/a.npy"] {
      _ = FileManager.default.createFile(atPath: folder + "/" + name, contents: nil)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private func paths(_ text: String) -> [String] {
    PathCompletion.paths(beginning: folder + "/" + text).map {
      String($0.dropFirst(folder.count + 1))
    }
  }

  @Test func pathsGoOnAsTheyBegin() {
    #expect(paths("ke") == ["kernel.csv", "kernels/", "key.npy"])
    #expect(paths("key") == ["key.npy"])
    #expect(paths("kernels/") == ["kernels/a.npy", "kernels/deep/"])
    #expect(paths("x") == [])
    #expect(paths("nowhere/") == [])
  }

  @Test func hiddenOnesComeAfterADot() {
    #expect(!paths("").contains(".kept"))
    #expect(paths(".k") == [".kept"])
    #expect(paths(".") == [".kept"])
  }
}
