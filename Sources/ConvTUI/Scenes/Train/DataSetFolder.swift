import Formats
import Glibc

/// Where a data set is.
enum DataSetFolder {
  /// Where Debian's packages put data sets.
  private static let installed = "/usr/share/datasets/"

  /// The folder of this path or, where there is none, the one that Debian installs under such a name.
  ///
  /// - Throws: What would bring one that is known and not there.
  static func path(_ text: String) throws -> String {
    let isName = !text.isEmpty && !text.utf8.contains(UInt8(ascii: "/"))
    guard isName, access(text.systemPath, F_OK) != 0 else { return text }
    let folder = installed + text
    if access(folder.systemPath, F_OK) == 0 { return folder }
    switch text {
    case "fashion-mnist":
      throw Failure { $0.notInstalled(text, package: "dataset-fashion-mnist") }
    case "mnist": throw Failure { $0.notThere(text, torchvision: "MNIST") }
    default: return text
    }
  }
}
