import Formats
import Model

/// Errors in data sets as sentences.
extension Words {
  func sentence(_ error: DataSetError) -> String {
    switch error {
    case .file(let error): sentence(error)
    case .format(let error, let path): "\(quoted(path)): " + sentence(error)
    case .nothingFound(let path, let wanted):
      "There is no data set in \(quoted(path)); \(wanted.joined(separator: " and ")), plain or with "
        + "the ending .gz, a folder of \(imageKinds) images for each class, or train and val with such "
        + "folders would work."
    case .halfAPair(let found, let missing):
      "The file \(missing), plain or with the ending .gz, is missing next to \(quoted(found)); images "
        + "and labels are needed together."
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
      "There is no \(imageKinds) image in \(quoted(path)); each class needs at least one."
    case .unknownClass(let path, let known):
      "The images to train on have no class \(quoted(path)); "
        + "\(alternatives(listed(known.map(\.printable)))) would work."
    case .tooLarge(let images, let shape, let path):
      "\(quoted(path)) has \(count(images, "image")) of \(shape); "
        + "the maximum is \(FormatError.maximumCount / shape.count) of that size."
    }
  }

  func sentence(_ remark: DataSetRemark) -> String {
    switch remark {
    case .leftOut(let paths, let count, let error) where paths.count == 1:
      "One of \(self.count(count, "image")) is skipped. \(sentence(error))"
    case .leftOut(let paths, let count, let error):
      "\(paths.count) of \(self.count(count, "image")) are skipped: "
        + "\(listed(paths.map(quoted)).joined(separator: ", ")). The first: \(sentence(error))"
    case .untidy(let paths, let remark) where paths.count == 1:
      "\(quoted(paths[0])): \(sentence(remark))"
    case .untidy(let paths, let remark):
      "\(paths.count) images break the rules of their format, such as \(quoted(paths[0])): "
        + sentence(remark)
    case .greyAmongColors(let grey, let count):
      "\(grey) of \(self.count(count, "image")) \(grey == 1 ? "is" : "are") grey and "
        + "\(grey == 1 ? "gets" : "get") three equal channels, because the others have colours; "
        + "--channels luma takes the brightness of all."
    }
  }

  /// At most five, and how many more there are.
  private func listed(_ names: [String]) -> [String] {
    names.count > 5 ? names.prefix(5) + ["\(names.count - 5) more"] : names
  }

  /// No folder has the name that Debian gives a data set.
  func notInstalled(_ name: String, package: String) -> String {
    "There is no folder \(quoted(name)), and Debian's package \(package) is not installed; sudo apt "
      + "install \(package) would install it."
  }

  func notThere(_ name: String, torchvision: String) -> String {
    "There is no folder \(quoted(name)); python3 -c \"import torchvision.datasets as d; "
      + "d.\(torchvision)('.', download=True)\" would download the data for --data "
      + "\(torchvision)/raw."
  }
}
