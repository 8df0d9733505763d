/// The tensors of a file, of which no number has been read yet.
public struct TensorListing: Hashable, Sendable {
  public struct Entry: Hashable, Sendable {
    /// Empty where the file holds one array without a name.
    public let name: String
    public let dimensions: [Int]
  }

  /// The endings of the files that can be listed.
  public static let endings = [TensorFormat.safetensors, .npz, .npy, .torch].flatMap(\.endings)

  public let format: TensorFormat
  /// In the order of the file.
  public let entries: [Entry]
  /// What is to be said of the file besides: the functions that it asks to be called and that were not.
  public let remarks: [FormatRemark]

  /// Reads what the file says of its tensors.
  ///
  /// - Parameter name: The file's name or path; only its ending counts.
  /// - Throws: What is wrong with the file, such as `truncated` or `corrupt` while it is being written;
  ///   `unknownFormat` where it is no file of tensors.
  public init(_ source: any ByteSource, name: String) throws(FormatError) {
    format = try TensorFormat(of: source.start(), name: name)
    var remarks: [FormatRemark] = []
    switch format {
    case .safetensors:
      entries = try Safetensors.Header(source).arrays.map {
        Entry(name: $0.name, dimensions: $0.dimensions)
      }
    case .npz: entries = try NPZFile.entries(of: source)
    case .npy: entries = [Entry(name: "", dimensions: try NPYHeader(source).dimensions)]
    case .torch:
      let file = try TorchFile(source)
      entries = file.entries.map { Entry(name: $0.name, dimensions: $0.dimensions) }
      remarks = file.remarks
    case .json, .csv, .image:
      throw .unknownFormat(ending: TensorFormat.ending(of: name))
    }
    self.remarks = remarks
  }
}
