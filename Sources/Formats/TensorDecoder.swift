import Model

/// Bytes of a file to a tensor.
public enum TensorDecoder {
  /// Reads a tensor of rank 2 to 4 in the format that `TensorFormat` finds; an image is a matrix.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - name: The file's name or path, or `-`; only its ending counts.
  ///   - array: The name of the array to take from an archive, with or without `.npy`; needed where
  ///     there are several.
  ///   - ranks: The ranks to take; one axis alone becomes the only row of a matrix.
  /// - Returns: A tensor with at least one element.
  public static func decode(
    _ bytes: [UInt8], name: String, array: String? = nil, ranks: ClosedRange<Int> = 2...4
  ) throws(FormatError) -> Tensor {
    let format = try TensorFormat(of: bytes, name: name)
    if let array, format != .npz { throw .namedArray(array.excerpt) }
    return switch format {
    case .json: try JSONText.tensor(from: bytes, ranks: ranks)
    case .csv: try CSVText.tensor(from: bytes)
    case .npy: try NPYFile.tensor(from: bytes, ranks: ranks)
    case .npz: try NPZFile.tensor(from: bytes, array: array, ranks: ranks)
    case .png: try PNGImage.tensor(from: bytes)
    case .jpeg: try JPEGImage.tensor(from: bytes)
    case .pgm: try PNMImage.tensor(from: bytes)
    }
  }
}
