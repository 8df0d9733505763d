import Model

/// A folder that holds a folder of images for each class, named as the class.
///
/// A file with the ending of an image that cannot be read as one is left out.
struct ClassFolders {
  struct Image {
    let path: String
    let header: ImageHeader
  }

  let path: String
  /// Every class with its images, both in the order of their names.
  private let classes: [(name: String, images: [Image])]

  /// Reads the headers of all images; nil where no file in any folder has the ending of an image.
  ///
  /// - Parameters:
  ///   - takesEmpty: Whether a class may have no image.
  ///   - findings: Takes what is left out.
  /// - Throws: What is wrong with the first image of a class where none can be read; `size`,
  ///   `emptyClass`.
  init?(
    in path: String, takesEmpty: Bool = false, _ findings: inout Findings
  ) throws(DataSetError) {
    self.path = path
    var classes: [(name: String, images: [Image])] = []
    var empty: String?
    for entry in try DataSetError.entries(of: path) where entry.isDirectory {
      let folder = path + "/" + entry.name
      let paths = try ClassFolders.imagePaths(in: folder)
      if paths.isEmpty { empty = empty ?? folder }
      let images = try findings.readable(paths) { (path) throws(DataSetError) in
        Image(path: path, header: try ClassFolders.open(path, ImageDecoder.checkedHeader))
      }
      if !images.isEmpty { classes.append((entry.name, images)) }
    }
    guard !classes.isEmpty else { return nil }
    if let empty, !takesEmpty { throw .emptyClass(path: empty) }
    self.classes = classes
    try checkSizes(like: first)
  }

  var classNames: [String] { classes.map(\.name) }
  var first: Image { classes[0].images[0] }
  var count: Int { classes.reduce(0) { $0 + $1.images.count } }
  /// How many of the images have colours.
  var coloredCount: Int {
    classes.reduce(0) { $0 + $1.images.count { $0.header.colorChannels == 3 } }
  }

  /// - Throws: `size` where an image has not the size of one.
  func checkSizes(like first: Image) throws(DataSetError) {
    func size(_ image: Image) -> Shape { Shape(image.header.height, image.header.width) }
    for image in classes.lazy.flatMap(\.images) where size(image) != size(first) {
      throw .size(size(image), path: image.path, first: size(first), firstPath: first.path)
    }
  }

  /// Decodes the images.
  ///
  /// - Parameters:
  ///   - channels: 1 for brightness, or 3: then a grey image has the same numbers three times.
  ///   - classNames: The classes in the order in which labels count them; these are among them.
  ///   - findings: Takes what is left out.
  /// - Throws: `tooLarge`; what is wrong with the first image of a class where none can be decoded.
  func read(
    channels: Int, classNames: [String], _ findings: inout Findings
  ) throws(DataSetError) -> LabelledImages {
    let shape = Shape([channels, first.header.height, first.header.width])
    guard count <= FormatError.maximumCount / shape.count else {
      throw .tooLarge(images: count, shape: shape, path: path)
    }
    var pixels: [Float] = []
    pixels.reserveCapacity(count * shape.count)
    var labels: [Int] = []
    var untidy: [(path: String, remark: FormatRemark)] = []
    for (name, images) in classes {
      // Swift takes some names for equal whose bytes are not.
      let label = classNames.firstIndex { $0.utf8.elementsEqual(name.utf8) }!
      labels += try findings.readable(images.map(\.path)) { (path) throws(DataSetError) in
        var remark: FormatRemark?
        let planes = try ClassFolders.open(path) { (bytes) throws(FormatError) in
          try ImageDecoder.decode(bytes, asGrey: channels == 1, remark: { remark = $0 })
            .tensor(channels == 1 ? .luma : .rgb)
        }
        if let remark { untidy.append((path, remark)) }
        for _ in 0..<channels / planes.shape.channels { pixels += planes.elements }
        return label
      }
    }
    findings.untidy += untidy
    return LabelledImages(shape: shape, classNames: classNames, labels: labels, pixels: pixels)
  }

  private static func open<Value>(
    _ path: String, _ read: (any ByteSource) throws(FormatError) -> Value
  ) throws(DataSetError) -> Value {
    let bytes = try DataSetError.reading { () throws(FileError) in
      try FileReader.open(path, namedBy: .file)
    }
    return try DataSetError.decoding(path) { () throws(FormatError) in try read(bytes) }
  }

  /// The files with the ending of an image, also of one that is not read.
  private static func imagePaths(in folder: String) throws(DataSetError) -> [String] {
    let endings = ImageDecoder.allEndings + ForeignFormat.images.flatMap(\.imageEndings)
    return try DataSetError.entries(of: folder)
      .filter { !$0.isDirectory && endings.contains(TensorFormat.ending(of: $0.name)) }
      .map { folder + "/" + $0.name }
  }
}
