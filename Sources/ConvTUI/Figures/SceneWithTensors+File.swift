import Formats
import Model

extension SceneWithTensors {
  /// The result as `.npy` or `.csv`, or all tensors by name as JSON or `.npz`.
  func tensorFile(_ figure: Figure, at path: String) throws(FigureError) -> [FigureFile] {
    if figure == .json {
      return [FigureFile(path: path, bytes: Array(Self.text(of: try namedTensors).utf8))]
    }
    if figure == .npz {
      return [FigureFile(path: path, bytes: TensorEncoder.npz(try namedTensors))]
    }
    guard let result = try result else { throw .noTensor(kind) }
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
      guard let largest = tensors.map(\.tensor.shape.count).max() else { throw .noTensor(kind) }
      guard largest <= limit else { throw .mapTooLarge(largest, limit: limit) }
      return tensors
    }
  }

  /// Checks that the scene can write a file of tensors, before it makes one.
  func checkTensors(for figure: Figure) throws(FigureError) {
    if figure == .json || figure == .npz {
      _ = try namedTensors
      return
    }
    guard let result = try result else { throw .noTensor(kind) }
    if figure == .csv, result.shape.rank > 2 { throw .format(.notAPlane(rank: result.shape.rank)) }
  }

  /// `{"X": [[0, 1], [2, 3]], …}` with a line for each row.
  private static func text(of tensors: [(name: String, tensor: Tensor)]) -> String {
    JSON.object(tensors.map { ($0.name, .tensor($0.tensor)) }).text(.lines) + "\n"
  }
}
