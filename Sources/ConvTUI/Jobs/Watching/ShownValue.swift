import Formats
import Model

/// Which value of a run is meant.
struct ValueAddress: Hashable, Sendable {
  let run, tag: String
  let kind: EventKind
  /// The number of the file in the tree, and that of the value in it.
  let file, index: Int
}

/// A value out of a file, or why there is none.
struct ShownValue: Hashable, Sendable {
  let value: Result<EventValue, FormatError>
  /// The images of it, decoded where nothing waits for it.
  let pictures: Result<[WatchedPicture], FormatError>

  init(value: Result<EventValue, FormatError>) {
    self.value = value
    var files: [[UInt8]] = []
    if case .success(.images(let images)) = value { files = images }
    pictures = Result { () throws(FormatError) in
      var pictures: [WatchedPicture] = []
      for file in files.prefix(ShownValue.mostPictures) {
        pictures.append(try WatchedPicture(file))
      }
      return pictures
    }
  }

  /// Of more images at one step only the first are shown.
  private static let mostPictures = 8

  static func == (left: ShownValue, right: ShownValue) -> Bool {
    switch (left.value, right.value) {
    case (.success(let a), .success(let b)): a == b
    case (.failure(let a), .failure(let b)): a == b
    default: false
    }
  }

  func hash(into hasher: inout Hasher) {
    switch value {
    case .success(let value): hasher.combine(value)
    case .failure(let error): hasher.combine(error)
    }
  }
}

extension RunTree {
  /// The most elements of a tensor that is shown: 64 MB of them.
  private static let mostElements = 1 << 24

  /// Reads a value out of its file.
  func value(at address: ValueAddress) -> ShownValue {
    ShownValue(
      value: Result { () throws(FormatError) in
        try read(address)
      })
  }

  private func read(_ address: ValueAddress) throws(FormatError) -> EventValue {
    let file = files[address.file]
    switch file.content {
    case .events(let index, _):
      guard
        let series = index.series.first(where: { $0.tag == address.tag && $0.kind == address.kind }
        ),
        address.index < series.count
      else { return .unread }
      return try series.value(
        address.index, in: try source(file), limit: RunTree.mostElements)
    case .log(_, let table), .document(let table):
      guard let column = table.columns.first(where: { $0.tag == address.tag && !$0.isScalar }),
        address.index < column.count
      else { return .unread }
      return .array(column.arrays[address.index])
    case .tensors:
      let tensor = try TensorDecoder.decode(
        try source(file), name: file.place, array: address.tag.isEmpty ? nil : address.tag,
        limit: RunTree.mostElements)
      return .array(NumberArray(dimensions: tensor.shape.dimensions, values: tensor.elements))
    case .none, .parameters: return .unread
    }
  }

  private func source(_ file: WatchedFile) throws(FormatError) -> any ByteSource {
    do throws(FileError) {
      return try FileReader.open(file.path, namedBy: .file)
    } catch {
      throw .unreadable(reason: error.reason)
    }
  }
}

extension FileError {
  /// The system's own words, where it has some.
  fileprivate var reason: String {
    if case .unreadable(_, let reason) = self { reason } else { "\(path)" }
  }
}
