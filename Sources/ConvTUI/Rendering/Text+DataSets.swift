import Formats
import Model

/// Mistakes in data sets as sentences.
extension Text {
  static func sentence(_ error: DataSetError) -> String {
    switch error {
    case .file(let error): sentence(error)
    case .format(let error, let path): "\(quoted(path)): " + sentence(error)
    case .nothingFound(let path, let wanted):
      "There is no data set in \(quoted(path)); \(wanted.joined(separator: " and ")), plain or with "
        + "the ending .gz, or a folder of PNG, JPEG or PGM images for each class would work."
    case .halfAPair(let found, let missing):
      "Beside \(quoted(found)) there is no \(missing), plain or with the ending .gz; images and "
        + "labels are needed together."
    case .counts(let images, let imagesPath, let labels, let labelsPath):
      "\(quoted(imagesPath)) has \(count(images, "image")), but \(quoted(labelsPath)) has "
        + "\(count(labels, "label")); each image needs one."
    case .label(let label, let index, let classes, let path):
      "\(quoted(path)): the label of image \(index) (counted from 0) is \(label); the "
        + "\(classes) classes are 0 to \(classes - 1)."
    case .size(let size, let path, let first, let firstPath):
      "\(quoted(path)) is \(size), but \(quoted(firstPath)) is \(first) (rows×columns); all "
        + "images must have one size."
    case .emptyClass(let path):
      "There is no PNG, JPEG or PGM image in \(quoted(path)); each class needs at least one."
    case .tooLarge(let images, let shape, let path):
      "\(quoted(path)) has \(count(images, "image")) of \(shape); "
        + "\(FormatError.maximumCount / shape.count) of that size is the most that works."
    }
  }
}
