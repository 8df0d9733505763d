/// A value of an event file that is no scalar.
public enum EventValue: Hashable, Sendable {
  case array(NumberArray)
  /// Pictures as files; `ImageDecoder` tells of which kind.
  case images([[UInt8]])
  case histogram(EventHistogram)
  case texts([String])
  case hyperparameters(Hyperparameters)
  /// What a plugin keeps for itself, and what else is not read.
  case unread
}

extension EventSeries {
  /// Reads a value out of the file.
  ///
  /// - Parameter limit: The most elements of a tensor.
  /// - Throws: `elementType` with the name of a type that is not read; `tooLarge`; `truncated` where
  ///   the file has become shorter; `corrupt`; what the source throws.
  /// - Precondition: The kind is not `scalar`.
  public func value(
    _ index: Int, in source: any ByteSource, limit: Int = FormatError.maximumCount
  ) throws(FormatError) -> EventValue {
    let place = place(index)
    let bytes = try source.bytes(in: place)
    guard bytes.count == place.count else {
      throw .truncated(expectedBytes: place.upperBound, foundBytes: source.count)
    }
    var result: Result<EventValue, FormatError> = .success(.unread)
    bytes.withUnsafeBytes { bytes in
      do throws(FormatError) {
        result = .success(try value(SummaryValue(bytes, 0..<bytes.count), limit))
      } catch { result = .failure(error) }
    }
    return try result.get()
  }

  private func value(_ value: SummaryValue, _ limit: Int) throws(FormatError) -> EventValue {
    guard value.isWhole else { throw .corrupt(.events(.message)) }
    let bytes = value.bytes
    switch (kind, value.field) {
    case (.image, .image):
      var reader = WireReader(bytes, in: value.content)
      while let field = reader.next() {
        if field.number == 4, case .bytes(let range) = field.content {
          return .images([Array(bytes[range])])
        }
      }
      throw .corrupt(.events(.message))
    case (.image, .tensor):
      // Width and height as texts, and the pictures.
      return .images(
        TensorMessage(bytes, value.content).texts.dropFirst(2).map { Array(bytes[$0]) })
    case (.histogram, .histogram):
      guard let histogram = EventHistogram(bytes, value.content) else {
        throw .corrupt(.events(.message))
      }
      return .histogram(histogram)
    case (.histogram, .tensor):
      let rows = try TensorMessage(bytes, value.content).array(tag: tag, limit: limit)
      guard let histogram = EventHistogram(rows) else {
        throw .corrupt(.events(.histogram(dimensions: rows.dimensions)))
      }
      return .histogram(histogram)
    case (.text, .tensor):
      return .texts(TensorMessage(bytes, value.content).texts.map { bytes.text($0) })
    case (.tensor, .tensor), (.precisionRecall, .tensor):
      return .array(try TensorMessage(bytes, value.content).array(tag: tag, limit: limit))
    case (.hyperparameters, _):
      guard let content = value.pluginContent, let parameters = Hyperparameters(bytes, content)
      else { return .unread }
      return .hyperparameters(parameters)
    default: return .unread
    }
  }
}
