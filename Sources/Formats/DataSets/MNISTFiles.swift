import Model

/// A pair of IDX files, images and labels, under the names that MNIST and Fashion-MNIST give them.
struct MNISTFiles {
  let imagesPath: String
  let classNames: [String]
  private let labelsPath: String
  private let images, labels: IDX

  static func names(prefix: String) -> [String] {
    [prefix + "-images-idx3-ubyte", prefix + "-labels-idx1-ubyte"]
  }

  /// Finds the two files, each plain or with the ending `.gz`, also with a dot before `idx` as some
  /// programs unpack them, and reads what they say of themselves; nil where neither is there.
  init?(
    prefix: String, in directory: String, _ entries: [DirectoryListing.Entry]
  ) throws(DataSetError) {
    let names = MNISTFiles.names(prefix: prefix)
    let found = names.map { name in
      let dotted = name.replacing("-idx", with: ".idx")
      let wanted = [name, dotted].flatMap { [$0, $0 + ".gz"] }
      return entries.first { !$0.isDirectory && wanted.contains($0.name) }?.name
    }
    switch (found[0], found[1]) {
    case (let images?, let labels?):
      imagesPath = directory + "/" + images
      labelsPath = directory + "/" + labels
    case (let one?, nil): throw .halfAPair(found: directory + "/" + one, missing: names[1])
    case (nil, let one?): throw .halfAPair(found: directory + "/" + one, missing: names[0])
    case (nil, nil): return nil
    }
    classNames = MNISTFiles.classNames(of: directory)
    labels = try MNISTFiles.array(labelsPath, rank: 1)
    images = try MNISTFiles.array(imagesPath, rank: 3)
    guard images.dimensions[0] == labels.dimensions[0] else {
      throw .counts(
        images: images.dimensions[0], imagesPath: imagesPath, labels: labels.dimensions[0],
        labelsPath: labelsPath)
    }
  }

  var count: Int { labels.dimensions[0] }
  /// Channels × rows × columns of an image.
  var shape: Shape { Shape([1] + images.dimensions[1...]) }

  func read() throws(DataSetError) -> LabelledImages {
    let labels = try DataSetError.decoding(labelsPath, self.labels.values)
    if let wrong = labels.firstIndex(where: { $0 >= classNames.count }) {
      throw .label(
        Int(labels[wrong]), index: wrong, classes: classNames.count, path: labelsPath)
    }
    let pixels = try DataSetError.decoding(imagesPath, images.values)
    return LabelledImages(
      shape: shape, classNames: classNames, labels: labels.map(Int.init),
      pixels: pixels.map { Float($0) / 255 })
  }

  private static func array(_ path: String, rank: Int) throws(DataSetError) -> IDX {
    let bytes = try DataSetError.reading { () throws(FileError) in
      try FileReader.open(path, namedBy: .file)
    }
    return try DataSetError.decoding(path) { () throws(FormatError) in
      try IDX(bytes, rank: rank)
    }
  }

  /// The digits, or what Fashion-MNIST shows where the directory's path speaks of fashion: the files
  /// themselves do not tell. These are the names that its authors gave, as those of folders are.
  private static func classNames(of directory: String) -> [String] {
    directory.lowercased().contains("fashion")
      ? [
        "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag",
        "Ankle boot",
      ]
      : SyntheticDigits.classNames
  }
}
