import Model

/// Tensors to the bytes of a file.
public enum TensorEncoder {
  /// Writes a tensor in the format that the name's ending asks for, JSON for `-`.
  ///
  /// A text ends with a line feed.
  ///
  /// - Throws: `notWritable` for another ending, `notAPlane` where CSV cannot hold the tensor.
  public static func encode(_ tensor: Tensor, name: String) throws(FormatError) -> [UInt8] {
    let ending = name == "-" ? "json" : TensorFormat.ending(of: name)
    return switch ending {
    case "json": Array((json(tensor) + "\n").utf8)
    case "csv": Array((try csv(tensor) + "\n").utf8)
    case "npy": npy(tensor)
    default: throw .notWritable(ending: ending)
    }
  }
}
