import Model

/// A data set on disk: images to train on and, where they come apart, images to validate with.
public struct ImageDirectory: Sendable {
  public let training: LabelledImages
  /// The part that the data set itself sets aside; nil where it does not.
  public let validation: LabelledImages?

  /// Reads a directory: files named as MNIST names them, or a folder of images for each class.
  ///
  /// Hidden files, and files that are no images, do not count. The class folders are taken in the
  /// order of their names.
  public init(_ path: String) throws(DataSetError) {
    let entries = try DataSetError.reading { () throws(FileError) in
      try DirectoryListing.entries(of: path)
    }
    if let files = try MNISTFiles(prefix: "train", in: path, entries) {
      let test = try MNISTFiles(prefix: "t10k", in: path, entries)
      training = try files.images()
      validation = try test?.images()
      if let test, let validation, validation.shape != training.shape {
        throw .size(
          validation.imageSize, path: test.imagesPath, first: training.imageSize,
          firstPath: files.imagesPath)
      }
    } else if let images = try ClassFolders(in: path, entries).images() {
      training = images
      validation = nil
    } else {
      throw .nothingFound(path: path, wanted: MNISTFiles.names(prefix: "train"))
    }
  }
}

extension LabelledImages {
  /// Rows × columns.
  fileprivate var imageSize: Shape { Shape(shape.rows, shape.columns) }
}
