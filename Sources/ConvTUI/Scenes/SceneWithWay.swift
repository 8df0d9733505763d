import Model

/// A scene that can show how a number comes about.
protocol SceneWithWay: Scene {
  /// The step that makes a number of a matrix; nil where none does.
  func step(of cell: CellName) -> Int?
}

extension SlideScene: SceneWithWay {
  func step(of cell: CellName) -> Int? {
    cell.matrix == "Y" ? trace.number(of: Trace.Window(kernel: 0, at: cell.at)) + 1 : nil
  }
}

extension EdgesScene: SceneWithWay {
  func step(of cell: CellName) -> Int? {
    let act: Act? = cell.matrix == "Y" ? .image : cell.matrix == results[2].name ? .transposed : nil
    return act.map { act in
      let columns = results[act == .image ? 0 : 2].output.matrix.shape.columns
      return start(of: act) + cell.at.row * columns + cell.at.column + 1
    }
  }
}

extension FlipScene: SceneWithWay {
  func step(of cell: CellName) -> Int? {
    guard ["X ⋆ K", "X ∗ K"].contains(cell.matrix) else { return nil }
    return turns + cell.at.row * geometry.columns.output + cell.at.column + 1
  }
}

extension PoolScene: SceneWithWay {
  func step(of cell: CellName) -> Int? {
    guard ["max", "mean"].contains(cell.matrix) else { return nil }
    return cell.at.row * pooled.shape.columns + cell.at.column + 1
  }
}
