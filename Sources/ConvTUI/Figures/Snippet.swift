import Formats
import Model

/// A Python script that computes the numbers of a scene with PyTorch and checks them.
struct Snippet {
  typealias Named = (name: String, tensor: Tensor)

  /// What it does, for its first line.
  let title: String
  /// What it starts from.
  var given: [Named] = []
  let body: String
  /// The numbers on the screen.
  let shown: [Named]
  /// Which expression must equal which.
  let checks: [(found: String, shown: String)]
  /// The tolerance within which two numbers count as equal.
  var relative: Float = 1e-4
  var absolute: Float = 1e-5
  /// A safetensors file that the script reads as `model`.
  var model: [UInt8]?

  /// The elements of a tensor that is written out; a larger one is a file beside the script.
  static let mostElements = 4096

  /// The script, and the arrays that it loads from beside it; the script comes last.
  func files(at path: String) -> [FigureFile] {
    let stem = String(path.dropLast(TensorFormat.ending(of: path).count + 1))
    let arrays = (given + shown).filter { isBeside($0.tensor) }
    let model = model.map { FigureFile(path: stem + Snippet.modelName, bytes: $0) }
    return arrays.map {
      FigureFile(path: "\(stem)-\($0.name).npy", bytes: TensorEncoder.npy($0.tensor))
    } + [model].compactMap { $0 } + [FigureFile(path: path, bytes: Array(text(beside: stem).utf8))]
  }

  private static let modelName = "-model.safetensors"

  /// - Parameter stem: The script's path without its ending.
  func text(beside stem: String) -> String {
    let start = stem.split(separator: "/").last ?? ""
    func assigned(_ value: Named) -> String {
      guard !isBeside(value.tensor) else {
        let name = TensorEncoder.json("\(start)-\(value.name).npy")
        return "\(value.name) = torch.from_numpy(numpy.load(here / \(name)))"
      }
      let rows = TensorEncoder.json(value.tensor).replacing("\n", with: "\n    ")
      return "\(value.name) = torch.tensor(\n    \(rows), dtype=torch.float32)"
    }
    let end = checks.map {
      "torch.testing.assert_close(\n    \($0.found), \($0.shown), "
        + "rtol=\(relative), atol=\(absolute), equal_nan=True)"
    }
    let name = TensorEncoder.json(start + Snippet.modelName)
    let model = model == nil ? [] : ["model = safetensors.torch.load_file(here / \(name))"]
    return
      ([header] + given.map(assigned) + model + ["", body, "", "# The numbers that convtui shows."]
      + shown.map(assigned) + end + ["print(\"equal to the numbers that convtui shows\")", ""])
      .joined(separator: "\n")
  }

  /// The comment and the imports.
  private var header: String {
    let all = given + shown
    let hasArrays = all.contains { isBeside($0.tensor) }
    let isFinite = all.allSatisfy { $0.tensor.elements.allSatisfy(\.isFinite) }
    var lines = ["# \(title)"]
    if hasArrays {
      lines.append(
        "# Tensors of more than \(Snippet.mostElements) elements are in the .npy files beside it.")
    }
    if model != nil { lines.append("# The weights are in the .safetensors file beside it.") }
    let hasFiles = hasArrays || model != nil
    if hasFiles { lines += ["import pathlib", ""] }
    if hasArrays { lines.append("import numpy") }
    if model != nil { lines.append("import safetensors.torch") }
    lines += ["import torch", ""]
    if hasFiles { lines.append("here = pathlib.Path(__file__).parent") }
    if !isFinite { lines.append("NaN, Infinity = float(\"nan\"), float(\"inf\")") }
    return lines.joined(separator: "\n")
  }

  private func isBeside(_ tensor: Tensor) -> Bool {
    tensor.elements.count > Snippet.mostElements
  }
}
