import Model

/// A file to a tensor.
public enum TensorDecoder {
  /// Reads a tensor of rank 1 to 4 in the format that `TensorFormat` finds; one of rank 1 becomes the
  /// only row of a matrix.
  ///
  /// - Parameters:
  ///   - bytes: The file; of an image, an `.npy` or a `.safetensors` no more than a piece is in
  ///     memory.
  ///   - name: The file's name or path, or `-`; only its ending counts.
  ///   - array: The name of the array to take from an archive, with or without `.npy`, or from an
  ///     object; needed where there are several.
  ///   - channels: What an image becomes.
  ///   - limit: The most elements; an image or an array is not decoded past it, a text no further.
  ///   - remark: Called with what the file leaves open.
  /// - Returns: A tensor of rank 2 to 4 with at least one element.
  public static func decode(
    _ bytes: any ByteSource, name: String, array: String? = nil, channels: ChannelMode = .luma,
    limit: Int = FormatError.maximumCount, remark: (FormatRemark) -> Void = { _ in }
  ) throws(FormatError) -> Tensor {
    let start = try bytes.start()
    let format = try TensorFormat(of: start, name: name)
    if let array, ![.npz, .safetensors, .torch, .json].contains(format) {
      throw .namedArray(array.excerpt)
    }
    return switch format {
    case .json:
      try JSONText.tensor(from: text(bytes, start), array: array, limit: limit, remark)
    case .csv: try CSVText.tensor(from: text(bytes, start), limit: limit, remark)
    case .npy: try NPYFile.tensor(from: bytes, limit: limit, remark)
    case .npz: try NPZFile.tensor(from: bytes, array: array, limit: limit, remark)
    case .safetensors:
      try Safetensors.tensor(from: bytes, array: array, limit: limit, remark)
    case .torch: try TorchFile.tensor(from: bytes, array: array, limit: limit, remark)
    case .image: try image(bytes, channels, limit: limit, remark)
    }
  }

  /// All bytes, or the first ones where they are no text already: no text holds a 0.
  private static func text(
    _ bytes: any ByteSource, _ start: [UInt8]
  ) throws(FormatError) -> [UInt8] {
    start.contains(0) ? start : try bytes.allBytes()
  }

  private static func image(
    _ bytes: any ByteSource, _ channels: ChannelMode, limit: Int,
    _ remark: (FormatRemark) -> Void
  ) throws(FormatError) -> Tensor {
    let header = try ImageDecoder.header(bytes)
    let size = [header.height, header.width]
    let planes = channels == .luma ? [] : [header.colorChannels]
    _ = try FormatError.count(planes + size, limit: limit)
    return try ImageDecoder.decode(bytes, asGrey: channels == .luma, remark: remark)
      .tensor(channels)
  }
}
