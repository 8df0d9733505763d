import Foundation

/// The program that was built together with these tests.
enum BuiltBinary {
  /// Where it is, in the folder that holds the test bundle; nil if it was not built.
  static let path: String? = {
    var folders = CommandLine.arguments.map { URL(filePath: $0).deletingLastPathComponent() }
    folders.append(Bundle(for: Marker.self).bundleURL.deletingLastPathComponent())
    folders.append(Bundle.main.bundleURL)
    return folders.map { $0.appending(path: "convtui").path }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  private final class Marker {}
}
