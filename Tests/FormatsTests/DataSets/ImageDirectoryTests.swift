import Glibc
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
  let digits = try ImageDirectory(SampleFile.directory + "digits").read()
  let expected = try SampleFile.tensor("digits.json")
  #expect(digits.training.shape == Shape([1, 3, 4]))
  #expect(digits.training.labels == [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1])
  #expect(digits.training.pixels == expected.elements)
  #expect(digits.training.classNames == SyntheticDigits.classNames)
  #expect(digits.validation?.labels == [0, 1])
  #expect(digits.validation?.pixels == Array(expected.elements.prefix(24)))
}

@Test func fashionIsNamedWhereThePathSaysSo() throws {
  let directory = try Directory()
  try directory.file("fashion/" + imagesName, idx([1, 1, 2], [0, 255]))
  try directory.file("fashion/" + labelsName, idx([1], [9]))
  let images = try ImageDirectory(directory("fashion")).read().training
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
  ) { try ImageDirectory(directory.path).read() }
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
  let set = try ImageDirectory(directory.path).read()
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
  #expect(throws: DataSetError.file(.isNoDirectory(path: directory("cat/1.pgm")))) {
    try ImageDirectory(directory("cat/1.pgm"))
  }
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

@Test(arguments: ["", ".gz"])
func digitFilesMayHaveADotInTheirNames(_ ending: String) throws {
  let directory = try Directory()
  let digits = SampleFile.directory + "digits/"
  let names = ["images.idx3-ubyte", "labels.idx1-ubyte"]
  for (name, (part, packed)) in [
    ("train-" + names[0], ("train-images-idx3-ubyte.gz", true)),
    ("train-" + names[1], ("train-labels-idx1-ubyte", false)),
    ("t10k-" + names[0], ("t10k-images-idx3-ubyte", false)),
    ("t10k-" + names[1], ("t10k-labels-idx1-ubyte.gz", true)),
  ] {
    let bytes = try FileReader.read(digits + part)
    // What is packed is known by its content.
    try directory.file(
      name + ending, packed && ending.isEmpty ? try GZIP.unpacked(bytes, atMost: 1000) : bytes)
  }
  let set = try ImageDirectory(directory.path).read()
  let expected = try ImageDirectory(digits).read()
  #expect(set.training == expected.training && set.validation == expected.validation)
}

@Test func digitFilesAreRefusedByTheirHeadersAlone() throws {
  let directory = try Directory()
  try directory.file(
    imagesName, [0, 0, 8, 3, 0, 0, 0, 1, 0x7F, 0xFF, 0xFF, 0xFF, 0, 0, 0, 2, 1, 2])
  try directory.file(labelsName, idx([1], [9]))
  #expect(
    throws: DataSetError.format(
      .tooLarge(dimensions: [1, 0x7FFF_FFFF, 2]), path: directory(imagesName))
  ) { try ImageDirectory(directory.path) }
}

private func color(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> [UInt8] {
  Array("P6 1 2 255\n".utf8) + [red, green, blue, red, green, blue]
}

@Test func imagesWithColoursHaveThreePlanes() throws {
  let directory = try Directory()
  try directory.file("cat/1.ppm", color(255, 51, 0))
  try directory.file("dog/1.ppm", color(0, 0, 255))
  var remarks: [DataSetRemark] = []
  let set = try ImageDirectory(directory.path)
  #expect(set.shape == Shape([3, 2, 1]) && set.count == 2 && set.classNames == ["cat", "dog"])
  let images = try set.read { remarks.append($0) }.training
  #expect(images.pixels == [1, 1, 0.2, 0.2, 0, 0, 0, 0, 0, 0, 1, 1] && remarks.isEmpty)
  // By the weights of Rec. 601.
  let luma = try ImageDirectory(directory.path, channels: .luma).read().training
  #expect(luma.shape == Shape([1, 2, 1]))
  #expect(luma.pixels == [0.4164, 0.4164, 0.114, 0.114].map { Float($0) })
}

@Test func greyImageAmongColoursHasThreeEqualPlanesAndIsToldOf() throws {
  let directory = try Directory()
  try directory.file("cat/1.pgm", grey(2, 1, 51))
  try directory.file("dog/1.ppm", color(0, 0, 255))
  var remarks: [DataSetRemark] = []
  let images = try ImageDirectory(directory.path).read { remarks.append($0) }.training
  #expect(images[0].elements == [Float](repeating: 0.2, count: 6))
  #expect(remarks == [.greyAmongColors(1, of: 2)])
}

/// Real files of one size: the numbers of each are those that another decoder gives.
@Test func filesInColourAndGreyBesideEachOtherBecomeThreePlanes() throws {
  let directory = try Directory()
  for (folder, names) in [
    ("train/flower", ["png_rgb.png", "png_grey.png"]), ("train/leaf", ["png_rgba.png"]),
    ("valid/leaf", ["png_rgb.png"]), ("valid/flower", ["png_grey.png"]),
  ] {
    for name in names { try directory.file("\(folder)/\(name)", SampleFile.bytes(name)) }
  }
  let set = try ImageDirectory(directory.path).read()
  let grey = try SampleFile.expected("png_grey.png")
  let expected = [
    [Float](repeatElement(grey.elements, count: 3).joined()),
    try SampleFile.expected("rgb_png_rgb.png").elements,
    try SampleFile.expected("rgb_png_rgba.png").elements,
  ]
  #expect(set.training.shape == Shape([3, 5, 7]) && set.training.labels == [0, 0, 1])
  for (index, pixels) in expected.enumerated() {
    #expect(zip(set.training[index].elements, pixels).allSatisfy { abs($0 - $1) <= 1e-6 })
  }
  #expect(set.validation?[0].elements == set.training[0].elements)
  #expect(set.validation?[1].elements == set.training[1].elements)
}

@Test func imagesThatCannotBeReadAreLeftOutAndToldOfByName() throws {
  let directory = try Directory()
  let png = try SampleFile.bytes("png_grey.png")
  for (name, bytes) in [
    ("cat/1.png", png), ("cat/2.png", png.dropLast(20)), ("cat/3.png", Array("RIFF1234WEBP".utf8)),
    ("cat/4.gif", Array("GIF89a".utf8)), ("cat/5.png", []), ("dog/1.png", png),
  ] {
    try directory.file(name, bytes)
  }
  mkfifo(directory("dog/pipe.png"), 0o600)
  symlink("nowhere", directory("dog/z.png"))
  var remarks: [DataSetRemark] = []
  let set = try ImageDirectory(directory.path)
  let images = try set.read { remarks.append($0) }.training
  #expect(images.labels == [0, 1])
  let names = ["cat/3.png", "cat/4.gif", "cat/5.png", "dog/pipe.png", "dog/z.png", "cat/2.png"]
  #expect(
    remarks == [
      .leftOut(
        paths: names.map(directory.callAsFunction), of: 8,
        first: .format(.foreign(.webp), path: directory("cat/3.png")))
    ])
  // A class of which nothing is left is not trained on without a word.
  try directory.file("dog/1.png", png.dropLast(20))
  #expect(
    throws: DataSetError.format(
      .corrupt(.endsEarly), path: directory("dog/1.png"))
  ) { try ImageDirectory(directory.path).read() }
}

@Test func imageOfAnotherSizeIsRefusedByItsHeader() throws {
  let directory = try Directory()
  // No pixels follow, so that decoding them would be another error.
  try directory.file("cat/1.pgm", Array("P5 15000 15000 255\n".utf8))
  try directory.file("dog/1.pgm", grey(2, 3, 1))
  #expect(
    throws: DataSetError.size(
      Shape(2, 3), path: directory("dog/1.pgm"), first: Shape(15_000, 15_000),
      firstPath: directory("cat/1.pgm"))
  ) { try ImageDirectory(directory.path) }
}

@Test(arguments: ["val", "valid", "validation", "test"])
func foldersToTrainOnAndToValidateWith(_ name: String) throws {
  let directory = try Directory()
  for path in ["train/cat/1.pgm", "train/dog/1.pgm", "train/dog/2.pgm", "\(name)/dog/1.pgm"] {
    try directory.file(path, grey(2, 3, 51))
  }
  try directory.file("\(name)/cat/notes.txt", [1])
  let set = try ImageDirectory(directory.path).read()
  #expect(set.training.classNames == ["cat", "dog"] && set.training.labels == [0, 1, 1])
  #expect(set.validation?.classNames == ["cat", "dog"] && set.validation?.labels == [1])
  try directory.file("\(name)/cow/1.pgm", grey(2, 3, 51))
  #expect(
    throws: DataSetError.unknownClass(path: directory("\(name)/cow"), known: ["cat", "dog"])
  ) { try ImageDirectory(directory.path) }
}

@Test func classMayBeCalledTrain() throws {
  let directory = try Directory()
  for path in ["train/1.pgm", "test/1.pgm"] { try directory.file(path, grey(2, 3, 51)) }
  #expect(try ImageDirectory(directory.path).classNames == ["test", "train"])
}

@Test func namesThatAreNoTextAreTrainedOnAsWell() throws {
  let directory = try Directory()
  let names = ["\u{10FFE9}/\u{10FFFE}1.pgm", "é/2.pgm", "e\u{301}/\u{10FF80}.pgm"]
  for (index, name) in names.enumerated() {
    mkdir(directory(String(name.prefix { $0 != "/" })).systemPath, 0o700)
    try FileWriter.write(grey(2, 3, UInt8(51 * index)), to: directory(name))
  }
  let set = try ImageDirectory(directory.path).read().training
  #expect(set.labels == [0, 1, 2])
  #expect(set.classNames.map(\.pathBytes) == [[0x65, 0xCC, 0x81], [0xC3, 0xA9], [0xE9]])
  #expect(set.pixels.prefix(6).allSatisfy { $0 == 0.4 } && set.pixels.suffix(6).max() == 0)
}
