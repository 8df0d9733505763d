import Model

/// A data set on disk: images to train on and, if it has its own, images to validate with.
public struct ImageDirectory {
  private enum Source {
    case files(MNISTFiles, test: MNISTFiles?)
    case folders(ClassFolders, validation: ClassFolders?)
  }

  private let source: Source
  /// What was found while the headers were read.
  private let findings: Findings
  /// Channels × rows × columns of an image.
  public let shape: Shape
  public let classNames: [String]
  /// Images to train on, as the headers have it.
  public let count: Int

  /// Reads what the files of a directory say of themselves: files named as MNIST names them, a folder of
  /// images for each class, or two folders of such folders, `train` and `val`, `valid`, `validation` or
  /// `test`.
  ///
  /// Hidden files, and files that are no images, do not count. The class folders are taken in the
  /// order of their names.
  ///
  /// - Parameter channels: What images in class folders become; where not given, red, green and blue where
  ///   any image has colours.
  public init(_ path: String, channels: ChannelMode? = nil) throws(DataSetError) {
    let entries = try DataSetError.entries(of: path)
    var findings = Findings()
    if let files = try MNISTFiles(prefix: "train", in: path, entries) {
      let test = try MNISTFiles(prefix: "t10k", in: path, entries)
      if let test, test.shape != files.shape {
        throw .size(
          test.shape.plane, path: test.imagesPath, first: files.shape.plane,
          firstPath: files.imagesPath)
      }
      source = .files(files, test: test)
      (shape, classNames, count) = (files.shape, files.classNames, files.count)
    } else if let (training, validation) = try ImageDirectory.folders(path, entries, &findings) {
      let hasColors = training.coloredCount + (validation?.coloredCount ?? 0) > 0
      let planes = (channels ?? .rgb) == .rgb && hasColors ? 3 : 1
      source = .folders(training, validation: validation)
      let header = training.first.header
      shape = Shape([planes, header.height, header.width])
      (classNames, count) = (training.classNames, training.count)
    } else {
      throw .nothingFound(path: path, wanted: MNISTFiles.names(prefix: "train"))
    }
    self.findings = findings
  }

  /// Decodes the images.
  ///
  /// - Parameter remark: Called with what there is to say of them.
  /// - Returns: The images to train on, and those that the data set itself sets aside; nil where it
  ///   does not.
  public func read(
    remark: (DataSetRemark) -> Void = { _ in }
  ) throws(DataSetError) -> (training: LabelledImages, validation: LabelledImages?) {
    switch source {
    case .files(let files, let test): return (try files.read(), try test?.read())
    case .folders(let training, let validation):
      var findings = findings
      let (channels, before) = (shape.channels, findings.rejected.count)
      let all = training.count + (validation?.count ?? 0)
      let images = try training.read(channels: channels, classNames: classNames, &findings)
      let aside = try validation?.read(channels: channels, classNames: classNames, &findings)
      if let first = findings.rejected.first {
        remark(
          .leftOut(
            paths: findings.rejected.map(\.path), of: all + before, first: first.error))
      }
      if let first = findings.untidy.first {
        remark(.untidy(paths: findings.untidy.map(\.path), first: first.remark))
      }
      let grey = all - training.coloredCount - (validation?.coloredCount ?? 0)
      if channels == 3, grey > 0 { remark(.greyAmongColors(grey, of: all)) }
      return (images, aside)
    }
  }

  /// Class folders, or the two folders that hold them; nil where there is neither.
  private static func folders(
    _ path: String, _ entries: [DirectoryListing.Entry], _ findings: inout Findings
  ) throws(DataSetError) -> (ClassFolders, validation: ClassFolders?)? {
    let folders = entries.filter(\.isDirectory).map(\.name)
    func first(_ names: [String]) -> String? {
      for name in names {
        if let folder = folders.first(where: { $0.lowercased() == name }) {
          return path + "/" + folder
        }
      }
      return nil
    }
    // A class may be called so as well: then its folder holds images.
    if let train = first(["train", "training"]),
      let training = try ClassFolders(in: train, &findings)
    {
      var validation: ClassFolders?
      if let folder = first(["val", "valid", "validation", "test", "testing"]) {
        validation = try ClassFolders(in: folder, takesEmpty: true, &findings)
      }
      try validation?.checkSizes(like: training.first)
      let known = Set(training.classNames.map(\.pathBytes))
      if let validation,
        let name = validation.classNames.first(where: { !known.contains($0.pathBytes) })
      {
        throw .unknownClass(path: validation.path + "/" + name, known: training.classNames)
      }
      return (training, validation)
    }
    return try ClassFolders(in: path, &findings).map { ($0, nil) }
  }
}

extension Shape {
  /// Rows × columns.
  fileprivate var plane: Shape { Shape(rows, columns) }
}
