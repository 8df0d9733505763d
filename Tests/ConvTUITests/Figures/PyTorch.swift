import Foundation

/// A Python that has PyTorch.
enum PyTorch {
  /// The one that CONVTUI_PYTHON names, else `python3`; nil where it has no torch.
  static let python: String? = {
    let name = ProcessInfo.processInfo.environment["CONVTUI_PYTHON"] ?? "python3"
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [name, "-c", "import numpy, safetensors, torch"]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    process.waitUntilExit()
    return process.terminationStatus == 0 ? name : nil
  }()

  /// Runs scripts one after the other, as far as they go, and returns all that they say.
  static func output(ofScripts paths: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    let program = "import runpy, sys\nfor path in sys.argv[1:]: runpy.run_path(path)"
    process.arguments = [python ?? "python3", "-c", program] + paths
    let output = Pipe()
    (process.standardOutput, process.standardError) = (output, output)
    try process.run()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: said, as: UTF8.self)
  }
}

/// Numbers that look like a picture.
enum SampleImage {
  static func csv(rows: Int, columns: Int) -> String {
    (0..<rows).map { row in
      (0..<columns).map { "0.\((row * row + 3 * $0) % 97 + 1)" }.joined(separator: ",")
    }.joined(separator: "\n")
  }
}
