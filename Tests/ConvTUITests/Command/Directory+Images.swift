import Foundation

extension Directory {
  /// Forty images of 4×5 with labels from 0 to 9, as files of MNIST's form.
  func writeFortyImages() throws {
    var images: [UInt8] = [0, 0, 8, 3, 0, 0, 0, 40, 0, 0, 0, 4, 0, 0, 0, 5]
    var labels: [UInt8] = [0, 0, 8, 1, 0, 0, 0, 40]
    for image in 0..<40 {
      labels.append(UInt8(image % 10))
      images += (0..<20).map { UInt8(($0 * 37 + image % 10 * 20 + image) % 256) }
    }
    try Data(images).write(to: URL(filePath: path + "/train-images-idx3-ubyte"))
    try Data(labels).write(to: URL(filePath: path + "/train-labels-idx1-ubyte"))
  }
}
