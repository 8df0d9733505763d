import Model

/// A pair of IDX files, images and labels, under the names that MNIST and Fashion-MNIST give them.
struct MNISTFiles {
  let imagesPath: String
  private let labelsPath: String
  private let classNames: [String]

  static func names(prefix: String) -> [String] {
    [prefix + "-images-idx3-ubyte", prefix + "-labels-idx1-ubyte"]
  }

  /// Finds the two files, each plain or with the ending `.gz`; nil where neither is there.
  init?(
    prefix: String, in directory: String, _ entries: [DirectoryListing.Entry]
  ) throws(DataSetError) {
    let names = MNISTFiles.names(prefix: prefix)
    let found = names.map { name in
      entries.first { !$0.isDirectory && [name, name + ".gz"].contains($0.name) }?.name
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
  }

  func images() throws(DataSetError) -> LabelledImages {
    let labels = try MNISTFiles.array(labelsPath, rank: 1)
    let wrong = labels.values.firstIndex { $0 >= classNames.count }
    if let wrong {
      throw .label(
        Int(labels.values[wrong]), index: wrong, classes: classNames.count, path: labelsPath)
    }
    let images = try MNISTFiles.array(imagesPath, rank: 3)
    guard images.dimensions[0] == labels.values.count else {
      throw .counts(
        images: images.dimensions[0], imagesPath: imagesPath, labels: labels.values.count,
        labelsPath: labelsPath)
    }
    return LabelledImages(
      shape: Shape([1] + images.dimensions[1...]), classNames: classNames,
      labels: labels.values.map(Int.init), pixels: images.values.map { Float($0) / 255 })
  }

  private static func array(_ path: String, rank: Int) throws(DataSetError) -> IDX {
    let bytes = try DataSetError.reading { () throws(FileError) in try FileReader.read(path) }
    return try DataSetError.decoding(path) { () throws(FormatError) in
      try IDX(bytes, rank: rank)
    }
  }

  /// The digits, or what Fashion-MNIST shows where the directory's path speaks of fashion: the files
  /// themselves do not tell.
  private static func classNames(of directory: String) -> [String] {
    directory.lowercased().contains("fashion")
      ? [
        "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag",
        "Ankle boot",
      ]
      : Glyphs.classNames
  }
}
