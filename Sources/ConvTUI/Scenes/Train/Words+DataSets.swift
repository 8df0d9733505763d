import Formats
import Model

/// Errors in data sets as sentences.
extension Words {
  func sentence(_ error: DataSetError) -> String {
    switch error {
    case .file(let error): sentence(error)
    case .format(let error, let path):
      say("\(quoted(path)): " + sentence(error), quoted(path) + "：" + sentence(error))
    case .nothingFound(let path, let wanted):
      say(
        "There is no data set in \(quoted(path)); \(all(wanted)), plain or with "
          + "the ending .gz, a folder of \(imageKinds) images for each class, or train and val with such "
          + "folders would work.",
        "\(quoted(path)) 中没有数据集；可用 \(all(wanted))（不压缩，或以 .gz 结尾），每个类别一个 \(imageKinds) 图像文件夹，或含这种文件夹的 train 和 val。"
      )
    case .halfAPair(let found, let missing):
      say(
        "The file \(missing), plain or with the ending .gz, is missing next to \(quoted(found)); images "
          + "and labels are needed together.",
        "\(quoted(found)) 旁边缺少文件 \(missing)（不压缩，或以 .gz 结尾）；图像和标签要一起用。")
    case .counts(let images, let imagesPath, let labels, let labelsPath):
      say(
        "\(quoted(imagesPath)) has \(count(images, "image")), but \(quoted(labelsPath)) has "
          + "\(count(labels, "label")); each image needs one.",
        "\(quoted(imagesPath)) 有 \(images) 幅图像，但 \(quoted(labelsPath)) 有 \(labels) 个标签；每幅图像需要一个。")
    case .label(let label, let index, let classes, let path):
      say(
        "\(quoted(path)): the label of image \(index) (counted from 0) is \(label); the "
          + "\(classes) classes are 0 to \(classes - 1).",
        "\(quoted(path))：第 \(index) 幅图像（从 0 数起）的标签是 \(label)；\(classes) 个类别为 0 到 \(classes - 1)。")
    case .size(let size, let path, let first, let firstPath):
      say(
        "\(quoted(path)) is \(size), but \(quoted(firstPath)) is \(first) (rows×columns); all "
          + "images must have one size.",
        "\(quoted(path)) 是 \(size)，但 \(quoted(firstPath)) 是 \(first)（行×列）；所有图像必须大小相同。")
    case .emptyClass(let path):
      say(
        "There is no \(imageKinds) image in \(quoted(path)); each class needs at least one.",
        "\(quoted(path)) 中没有 \(imageKinds) 图像；每个类别至少需要一幅。")
    case .unknownClass(let path, let known):
      say(
        "The images to train on have no class \(quoted(path)); "
          + "\(alternatives(listed(known.map(\.printable)))) would work.",
        "训练图像中没有类别 \(quoted(path))；可用 \(alternatives(listed(known.map(\.printable))))。")
    case .tooLarge(let images, let shape, let path):
      say(
        "\(quoted(path)) has \(count(images, "image")) of \(shape); "
          + "the maximum is \(FormatError.maximumCount / shape.count) of that size.",
        "\(quoted(path)) 有 \(images) 幅 \(shape) 的图像；这种大小至多 \(FormatError.maximumCount / shape.count) 幅。"
      )
    }
  }

  func sentence(_ remark: DataSetRemark) -> String {
    switch remark {
    case .leftOut(let paths, let count, let error) where paths.count == 1:
      say(
        "One of \(self.count(count, "image")) is skipped. \(sentence(error))",
        "\(count) 幅图像中跳过了一幅。\(sentence(error))")
    case .leftOut(let paths, let count, let error):
      say(
        "\(paths.count) of \(self.count(count, "image")) are skipped: "
          + "\(list(listed(paths.map(quoted)))). The first: \(sentence(error))",
        "\(count) 幅图像中跳过了 \(paths.count) 幅：\(list(listed(paths.map(quoted))))。第一幅：\(sentence(error))"
      )
    case .untidy(let paths, let remark) where paths.count == 1:
      say("\(quoted(paths[0])): \(sentence(remark))", "\(quoted(paths[0]))：\(sentence(remark))")
    case .untidy(let paths, let remark):
      say(
        "\(paths.count) images break the rules of their format, such as \(quoted(paths[0])): "
          + sentence(remark), "\(paths.count) 幅图像不合格式的规则，如 \(quoted(paths[0]))：" + sentence(remark))
    case .greyAmongColors(let grey, let count):
      say(
        "\(grey) of \(self.count(count, "image")) \(grey == 1 ? "is" : "are") grey and "
          + "\(grey == 1 ? "gets" : "get") three equal channels, because the others have colours; "
          + "--channels luma takes the brightness of all.",
        "\(count) 幅图像中有 \(grey) 幅是灰度的，会得到三个相同的通道，因为其余是彩色的；--channels luma 取所有图像的亮度。")
    }
  }

  /// At most five, and how many more there are.
  private func listed(_ names: [String]) -> [String] {
    names.count > 5
      ? names.prefix(5) + [say("\(names.count - 5) more", "另外 \(names.count - 5) 个")] : names
  }

  /// No folder has the name that Debian gives a data set.
  func notInstalled(_ name: String, package: String) -> String {
    say(
      "There is no folder \(quoted(name)), and Debian's package \(package) is not installed; sudo apt "
        + "install \(package) would install it.",
      "没有文件夹 \(quoted(name))，也没有安装 Debian 软件包 \(package)；sudo apt install \(package) 可以安装它。")
  }

  func notThere(_ name: String, torchvision: String) -> String {
    say(
      "There is no folder \(quoted(name)); python3 -c \"import torchvision.datasets as d; "
        + "d.\(torchvision)('.', download=True)\" would download the data for --data "
        + "\(torchvision)/raw.",
      "没有文件夹 \(quoted(name))；python3 -c \"import torchvision.datasets as d; d.\(torchvision)('.', download=True)\" 可以下载数据，用于 --data \(torchvision)/raw。"
    )
  }
}
