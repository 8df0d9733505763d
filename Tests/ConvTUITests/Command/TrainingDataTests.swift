import Formats
import Foundation
import TestSupport
import Testing

/// What a training makes of the data that it is given.
@Suite struct TrainingDataTests {
  private let directory: Directory

  init() throws { directory = try Directory() }

  /// Four pixels of one colour each, two classes.
  private func colors(_ folder: String, _ count: Int) throws {
    for (name, pixel) in [("red", [200, 20, 10]), ("blue", [10, 20, 200])] {
      let path = directory.path + "/\(folder)/" + name
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      for index in 0..<count {
        let bytes = (0..<4).flatMap { _ in pixel.map { UInt8($0 + index) } }
        try Data(Array("P6 2 2 255\n".utf8) + bytes)
          .write(to: URL(filePath: "\(path)/\(index).ppm"))
      }
    }
  }

  @Test func colourImagesAreTrainedOnInThreePlanes() throws {
    try colors("colors", 10)
    let out = directory.path + "/out"
    let training = [
      "train", "--data", directory.path + "/colors", "--layers", "conv2@1, relu, flatten, linear2",
      "--batch", "9", "--out", out,
    ]
    let first = try done(training + ["--epochs", "1"])
    #expect(first.text.contains("18 training images of 3×2×2, 2 validation images"))
    #expect(first.sentence.isEmpty)
    _ = try done(training + ["--epochs", "2", "--resume"])
    let model = try Safetensors(FileReader.read(out + "/model.safetensors"))
    #expect(model.entries.map(\.dimensions).contains([2, 3, 1, 1]))
    let luma = try done(training.dropLast(2) + ["--epochs", "1", "--channels", "luma"])
    #expect(luma.text.contains("18 training images of 1×2×2"))
    let frame = try done(training.dropLast(2) + ["--print", "--keys", "e x enter", "--step", "2"])
    #expect(frame.text.contains("red") && frame.text.contains("blue"))
    #expect(try Program.run(["train", "--channels", "rgb", "--print"]).status == 64)
  }

  @Test func oneImageThatCannotBeReadIsLeftOut() throws {
    try colors("colors", 10)
    try Data("P6 2 2 255\n".utf8).write(
      to: URL(filePath: directory.path + "/colors/red/5.ppm"))
    let result = try Program.run([
      "train", "--data", directory.path + "/colors", "--layers", "flatten, linear2", "--epochs",
      "1",
    ])
    #expect(
      result.status == 0 && result.text.contains("17 training images of 3×2×2, 2 validation images")
    )
    #expect(result.sentence.contains("One of 20 images is skipped."), "\(result.sentence)")
    #expect(result.sentence.filter { $0 == "\n" }.count == 1)
    #expect(result.sentence.contains("/colors/red/5.ppm”: It ends after 11 of 23 bytes"))
  }

  @Test func dataThatIsTooLargeIsRefusedByItsHeaders() throws {
    for name in ["a", "b"] {
      try FileManager.default.createDirectory(
        atPath: directory.path + "/large/" + name, withIntermediateDirectories: true)
      // No pixels follow.
      try Data("P5 15000 15000 255\n".utf8).write(
        to: URL(filePath: directory.path + "/large/\(name)/1.pgm"))
    }
    let result = try Program.run([
      "train", "--data", directory.path + "/large", "--layers", "conv1@3:s200, flatten, linear2",
    ])
    #expect(result.status == 1 && result.sentence.contains("MB of memory"), "\(result.sentence)")
  }

  /// Debian's package, where it is installed.
  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/usr/share/datasets/fashion-mnist")))
  func fashionMNISTIsFoundByItsName() throws {
    let training = ["train", "--data", "fashion-mnist", "--layers", "flatten, linear10"]
    let result = try done(
      training + ["--epochs", "1", "--print", "--size", "110x34", "--color", "true"],
      in: try Directory())
    for words in ["Ankle boot", "T-shirt/top", "sample 1 of 10000", "batch 0 of 1875"] {
      #expect(result.text.contains(words), "\(words)")
    }
  }

  @Test func dataSetsThatAreNotThereAreNamedWithWhatBringsThem() throws {
    let empty = try Directory()
    for (name, words) in [("mnist", "torchvision"), ("fashion-mnist", "dataset-fashion-mnist")]
    where !FileManager.default.fileExists(atPath: "/usr/share/datasets/" + name) {
      let result = try Program.run(["train", "--data", name], in: empty)
      #expect(result.status == 1 && result.sentence.contains(words), "\(result.sentence)")
    }
  }
}
