import Model

extension SlideScene: SceneWithTensors {
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
