import Formats
import Model

extension Scene {
  /// The result as `.npy` or `.csv`, or all tensors by name as JSON.
  func tensorFile(_ figure: Figure, at path: String) throws(FigureError) -> [FigureFile] {
    if figure == .json {
      return [FigureFile(path: path, bytes: Array(Self.text(of: try namedTensors).utf8))]
    }
    guard let result = try result else { throw .noTensor(name) }
    do throws(FormatError) {
      return [FigureFile(path: path, bytes: try TensorEncoder.encode(result, name: path))]
    } catch {
      throw .format(error)
    }
  }

  /// The tensors, at least one, none of them too large for a text of all.
  private var namedTensors: [(name: String, tensor: Tensor)] {
    get throws(FigureError) {
      let (tensors, limit) = (try tensors, 1 << 24)
      guard let largest = tensors.map(\.tensor.shape.count).max() else { throw .noTensor(name) }
      guard largest <= limit else { throw .mapTooLarge(largest, limit: limit) }
      return tensors
    }
  }

  /// Checks that a file of tensors can be had, before it is made.
  func checkTensors(for figure: Figure) throws(FigureError) {
    if figure == .json {
      _ = try namedTensors
      return
    }
    guard let result = try result else { throw .noTensor(name) }
    if figure == .csv, result.shape.rank > 2 { throw .format(.notAPlane(rank: result.shape.rank)) }
  }

  /// `{"X": [[0, 1], [2, 3]], …}` with a line for each row.
  private static func text(of tensors: [(name: String, tensor: Tensor)]) -> String {
    let fields = tensors.map { name, tensor in
      let key = TensorEncoder.json(name)
      let indent = String(repeating: " ", count: key.count + 3)
      return "\(key): " + TensorEncoder.json(tensor).replacing("\n", with: "\n" + indent)
    }
    return "{" + fields.joined(separator: ",\n ") + "}\n"
  }
}

extension SlideScene {
  /// The plane that the cursor stands in comes last, so that a kernel that was edited can be saved.
  var tensors: [(name: String, tensor: Tensor)] {
    let all = [("X", settings.input), ("K", settings.kernel), ("Y", output)]
    switch cursor?.panel {
    case .input: return [all[1], all[2], all[0]]
    case .kernel: return [all[0], all[2], all[1]]
    case .output, nil: return all
    }
  }
}

extension EdgesScene {
  /// All four results, the first of them last as Y.
  var tensors: [(name: String, tensor: Tensor)] {
    [("X", image), ("K", kernel)] + results.dropFirst().map { ($0.name, $0.output.matrix) }
      + [("Y", results[0].output.matrix)]
  }
}

extension FlipScene {
  var tensors: [(name: String, tensor: Tensor)] {
    [
      ("X", input.matrix), ("K", kernel), ("X ⋆ K", correlation.matrix),
      ("X ∗ K", convolution.matrix),
    ]
  }
}

extension LearnScene {
  /// What was to be learned from, the gradient of the step shown, and the weights it has come to.
  var tensors: [(name: String, tensor: Tensor)] {
    let shape = task.targetKernel.shape
    return [
      ("X", task.image), ("Y", task.target), ("∂L/∂K", Tensor(shape, now.gradient)),
      ("K", weight),
    ]
  }
}

extension TrainScene {
  /// The sample and its class scores, once there are some.
  var tensors: [(name: String, tensor: Tensor)] {
    guard let snapshot, let scores = snapshot.outputs.last else { return [] }
    let row = scores.reshaped(Shape(1, scores.shape.count))
    return [("X", snapshot.image), ("scores", row)]
  }
}
