import Model
import Testing

@testable import Formats

private func idx(_ dimensions: [Int], _ values: [UInt8]) -> [UInt8] {
  [0, 0, 8, UInt8(dimensions.count)] + dimensions.flatMap { [0, 0, 0, UInt8($0)] } + values
}

private func grey(_ rows: Int, _ columns: Int, _ value: UInt8) -> [UInt8] {
  Array("P5 \(columns) \(rows) 255\n".utf8) + [UInt8](repeating: value, count: rows * columns)
}

private let imagesName = "train-images-idx3-ubyte"
private let labelsName = "train-labels-idx1-ubyte"

@Test func digitFilesAreReadPlainAndPacked() throws {
  let digits = try ImageDirectory(SampleFile.directory + "digits")
  let expected = try SampleFile.tensor("digits.json")
  #expect(digits.training.shape == Shape([1, 3, 4]))
  #expect(digits.training.labels == [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1])
  #expect(digits.training.pixels == expected.elements)
  #expect(digits.training.classNames == Glyphs.classNames)
  #expect(digits.validation?.labels == [0, 1])
  #expect(digits.validation?.pixels == Array(expected.elements.prefix(24)))
}

@Test func fashionIsNamedWhereThePathSaysSo() throws {
  let directory = try Directory()
  try directory.file("fashion/" + imagesName, idx([1, 1, 2], [0, 255]))
  try directory.file("fashion/" + labelsName, idx([1], [9]))
  let images = try ImageDirectory(directory("fashion")).training
  #expect(images.classNames[images.labels[0]] == "Ankle boot")
  #expect(images.pixels == [0, 1])
}

@Test func digitFilesThatDoNotFitAreRefusedWithTheirNumbers() throws {
  let directory = try Directory()
  try directory.file(imagesName, idx([2, 1, 2], [0, 1, 2, 3]))
  #expect(throws: DataSetError.halfAPair(found: directory(imagesName), missing: labelsName)) {
    try ImageDirectory(directory.path)
  }
  try directory.file(labelsName, idx([3], [0, 1, 2]))
  #expect(
    throws: DataSetError.counts(
      images: 2, imagesPath: directory(imagesName), labels: 3, labelsPath: directory(labelsName))
  ) { try ImageDirectory(directory.path) }
  try directory.file(labelsName, idx([2], [3, 10]))
  #expect(
    throws: DataSetError.label(10, index: 1, classes: 10, path: directory(labelsName))
  ) { try ImageDirectory(directory.path) }
  try directory.file(labelsName, idx([2], [3]))
  #expect(
    throws: DataSetError.format(
      .truncated(expectedBytes: 10, foundBytes: 9), path: directory(labelsName))
  ) { try ImageDirectory(directory.path) }
}

@Test func validationImagesOfAnotherSizeAreRefused() throws {
  let directory = try Directory()
  try directory.file(imagesName, idx([1, 1, 2], [0, 255]))
  try directory.file(labelsName, idx([1], [9]))
  try directory.file("t10k-images-idx3-ubyte", idx([1, 2, 2], [0, 255, 1, 2]))
  try directory.file("t10k-labels-idx1-ubyte", idx([1], [9]))
  #expect(
    throws: DataSetError.size(
      Shape(2, 2), path: directory("t10k-images-idx3-ubyte"), first: Shape(1, 2),
      firstPath: directory(imagesName))
  ) { try ImageDirectory(directory.path) }
}

@Test func foldersAreClassesInTheOrderOfTheirNames() throws {
  let directory = try Directory()
  try directory.file("dog/1.pgm", grey(5, 7, 51))
  try directory.file("cat/2.pgm", grey(5, 7, 255))
  try directory.file("cat/1.png", SampleFile.bytes("png_grey.png"))
  try directory.file("cat/notes.txt", [1])
  try directory.file(".hidden/x.pgm", grey(1, 1, 0))
  let set = try ImageDirectory(directory.path)
  #expect(set.validation == nil)
  #expect(set.training.classNames == ["cat", "dog"])
  #expect(set.training.labels == [0, 0, 1])
  #expect(set.training[0].elements == (try SampleFile.expected("png_grey.png")).elements)
  #expect(set.training[2] == Tensor(Shape([1, 5, 7]), repeating: 0.2))
}

@Test func foldersThatDoNotFitAreRefusedWithTheirNames() throws {
  let directory = try Directory()
  #expect(throws: DataSetError.file(.missing(path: directory("none")))) {
    try ImageDirectory(directory("none"))
  }
  #expect(
    throws: DataSetError.nothingFound(path: directory.path, wanted: [imagesName, labelsName])
  ) { try ImageDirectory(directory.path) }
  try directory.file("cat/1.pgm", grey(2, 3, 1))
  try directory.file("dog/1.txt", [1])
  #expect(throws: DataSetError.emptyClass(path: directory("dog"))) {
    try ImageDirectory(directory.path)
  }
  try directory.file("dog/1.pgm", grey(3, 2, 1))
  #expect(
    throws: DataSetError.size(
      Shape(3, 2), path: directory("dog/1.pgm"), first: Shape(2, 3),
      firstPath: directory("cat/1.pgm"))
  ) { try ImageDirectory(directory.path) }
}
