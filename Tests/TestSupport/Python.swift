import Foundation

/// A Python with modules that are witnesses: the one that CONVTUI_PYTHON names, else `python3`.
public struct Python: Sendable {
  private static let name = ProcessInfo.processInfo.environment["CONVTUI_PYTHON"] ?? "python3"

  /// The one with PyTorch; nil where there is none.
  public static let withTorch = Python(with: "numpy", "safetensors", "torch")

  /// - Returns: Nil where a module is missing.
  public init?(with modules: String...) {
    let program = "import " + modules.joined(separator: ", ")
    guard let (_, status) = try? Python.run(program, [], in: nil), status == 0 else { return nil }
  }

  /// Runs scripts one after the other, as far as they go.
  ///
  /// - Returns: All that they say.
  public func output(ofScripts paths: [String]) throws -> String {
    try output(of: "import runpy, sys\nfor path in sys.argv[1:]: runpy.run_path(path)", paths)
  }

  /// Runs a program, in a folder of its own where one is named.
  ///
  /// - Returns: All that it says, faults included.
  public func output(of program: String, _ arguments: [String] = [], in folder: String? = nil)
    throws -> String
  {
    try Python.run(program, arguments, in: folder).said
  }

  private static func run(_ program: String, _ arguments: [String], in folder: String?) throws
    -> (said: String, status: Int32)
  {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [name, "-c", program] + arguments
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    // Keras, which knows several backends, computes with the one that is there.
    process.environment = ProcessInfo.processInfo.environment
      .merging(["KERAS_BACKEND": "torch"]) { own, _ in own }
    let output = Pipe()
    (process.standardOutput, process.standardError) = (output, output)
    try process.run()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (String(decoding: said, as: UTF8.self), process.terminationStatus)
  }
}
