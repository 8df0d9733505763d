import Model

/// What the start of a file tells of all of it.
extension TensorDecoder {
  /// How much of a stream is worth reading, told by how it starts.
  ///
  /// - Parameters:
  ///   - start: Its first 64 kB, or all of it.
  ///   - limit: As `decode` has it.
  /// - Returns: Where the header says so, the bytes that follow from it; 0 where the start is refused
  ///   already, so that `decode` says why; nil where only the stream's end can tell.
  public static func worth(
    _ start: [UInt8], name: String, limit: Int = FormatError.maximumCount
  ) -> Int? {
    do throws(FormatError) {
      switch try TensorFormat(of: start, name: name) {
      case .npy:
        let header = try NPYHeader(start)
        return header.dataOffset + (try NPYFile.byteCount(header, limit: limit))
      case .image:
        // Where a header is longer than the start, its size is not known yet.
        guard let header = try? ImageDecoder.header(start) else { return nil }
        try header.check(maximumPixels: limit)
        let samples = header.width * header.height * header.sampleCount
        return FileReader.longestStream + samples * header.bits / 8
      case .json, .csv: return start.contains(0) ? 0 : nil
      default: return nil
      }
    } catch { return 0 }
  }

  /// The shape of a tensor file as its header has it.
  ///
  /// - Returns: nil where there is no header, as in a text.
  /// - Throws: What is wrong with the header.
  public static func announcedShape(
    _ bytes: any ByteSource, channels: ChannelMode = .luma
  ) throws(FormatError) -> Shape? {
    switch TensorFormat(magicOf: try bytes.start()) {
    case .npy:
      let header = try NPYHeader(bytes)
      _ = try NPYFile.byteCount(header, limit: FormatError.maximumCount)
      return Shape(axes: header.dimensions) { _ in }
    case .image:
      let header = try ImageDecoder.checkedHeader(bytes)
      let plane = [header.height, header.width]
      return Shape(channels == .luma ? plane : [header.colorChannels] + plane)
    default: return nil
    }
  }
}
