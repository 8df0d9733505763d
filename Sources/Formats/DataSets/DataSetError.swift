import Model

/// Why a directory cannot be read as a data set. Every case names the file or folder.
public enum DataSetError: Error, Hashable, Sendable {
  case file(FileError)
  case format(FormatError, path: String)
  /// There is neither a pair of files of these names nor a folder of images.
  case nothingFound(path: String, wanted: [String])
  /// One file of a pair is there and the other is not.
  case halfAPair(found: String, missing: String)
  /// The two files of a pair count differently.
  case counts(images: Int, imagesPath: String, labels: Int, labelsPath: String)
  /// A label, of the image counted from 0, that is none of 0..<classes.
  case label(Int, index: Int, classes: Int, path: String)
  /// An image, rows × columns, of another size than the first one read.
  case size(Shape, path: String, first: Shape, firstPath: String)
  /// The folder of a class holds no image.
  case emptyClass(path: String)
  /// A folder to validate with holds a class that the one to train on does not.
  case unknownClass(path: String, known: [String])
  /// So many images of that size are more than `FormatError.maximumCount` pixels.
  case tooLarge(images: Int, shape: Shape, path: String)
}

extension DataSetError {
  static func reading<Value>(_ body: () throws(FileError) -> Value) throws(DataSetError) -> Value {
    do { return try body() } catch { throw .file(error) }
  }

  static func entries(of path: String) throws(DataSetError) -> [DirectoryListing.Entry] {
    try reading { () throws(FileError) in try DirectoryListing.entries(of: path) }
  }

  static func decoding<Value>(
    _ path: String, _ body: () throws(FormatError) -> Value
  ) throws(DataSetError) -> Value {
    do { return try body() } catch { throw .format(error, path: path) }
  }
}
