import Model

/// A folder that holds a folder of images for each class, named as the class.
struct ClassFolders {
  private let path: String
  /// Every class with the paths of its images, both in the order of their names.
  private let classes: [(name: String, images: [String])]

  init(in path: String, _ entries: [DirectoryListing.Entry]) throws(DataSetError) {
    self.path = path
    var classes: [(name: String, images: [String])] = []
    for entry in entries where entry.isDirectory {
      let folder = path + "/" + entry.name
      let files = try DataSetError.reading { () throws(FileError) in
        try DirectoryListing.entries(of: folder)
      }
      let images = files.filter { !$0.isDirectory && ClassFolders.isImage($0.name) }
      classes.append((entry.name, images.map { folder + "/" + $0.name }))
    }
    self.classes = classes
  }

  /// - Returns: nil where there is no image in any folder.
  func images() throws(DataSetError) -> LabelledImages? {
    guard let firstPath = classes.lazy.compactMap(\.images.first).first else { return nil }
    if let empty = classes.first(where: { $0.images.isEmpty }) {
      throw .emptyClass(path: path + "/" + empty.name)
    }
    let shape = try ClassFolders.image(firstPath).shape
    let count = classes.reduce(0) { $0 + $1.images.count }
    guard count <= FormatError.maximumCount / shape.count else {
      throw .tooLarge(images: count, shape: shape, path: path)
    }
    var pixels: [Float] = []
    pixels.reserveCapacity(count * shape.count)
    for path in classes.flatMap(\.images) {
      let image = try ClassFolders.image(path)
      guard image.shape == shape else {
        throw .size(image.shape, path: path, first: shape, firstPath: firstPath)
      }
      pixels += image.elements
    }
    return LabelledImages(
      shape: Shape([1] + shape.dimensions), classNames: classes.map(\.name),
      labels: classes.indices.flatMap { label in classes[label].images.map { _ in label } },
      pixels: pixels)
  }

  /// A matrix, whatever kind of image it is.
  private static func image(_ path: String) throws(DataSetError) -> Tensor {
    let bytes = try DataSetError.reading { () throws(FileError) in try FileReader.read(path) }
    return try DataSetError.decoding(path) { () throws(FormatError) in
      try TensorDecoder.decode(bytes, name: path)
    }
  }

  private static func isImage(_ name: String) -> Bool {
    let ending = TensorFormat.ending(of: name)
    return [TensorFormat.png, .jpeg, .pgm].contains { $0.endings.contains(ending) }
  }
}
