import Formats
import Model
import Testing

@testable import ConvTUI

@Test(arguments: [
  (
    DataSetError.counts(images: 2, imagesPath: "i", labels: 1, labelsPath: "l"),
    "“i” has 2 images, but “l” has 1 label; each image needs one."
  ),
  (
    .label(10, index: 1, classes: 10, path: "l"),
    "“l”: the label of image 1 (counted from 0) is 10; the 10 classes are 0 to 9."
  ),
  (
    .size(Shape(3, 2), path: "b", first: Shape(2, 3), firstPath: "a"),
    "“b” is 3×2, but “a” is 2×3 (rows×columns); all images must have one size."
  ),
  (
    .format(.overlong(expectedBytes: 9, foundBytes: 11), path: "a"),
    "“a”: It declares 9 bytes but has 11; both must be equal."
  ),
  (
    .tooLarge(images: 300, shape: Shape(1000, 1000), path: "a"),
    "“a” has 300 images of 1000×1000; the maximum is 250 of that size."
  ),
])
func dataSetErrorsHoldTheNumbers(_ error: DataSetError, _ sentence: String) {
  #expect(words.sentence(error as any Error) == sentence)
}

@Test(arguments: [
  (
    DataSetRemark.leftOut(
      paths: ["a/1.png"], of: 9, first: .format(.foreign(.webp), path: "a/1.png")),
    [
      "One of 9 images is skipped. “a/1.png”: It is a WebP image",
      "convert picture.webp picture.png",
    ]
  ),
  (
    .leftOut(
      paths: (1...7).map { "a/\($0).png" }, of: 9,
      first: .format(.corrupt(.endsEarly), path: "a/1.png")),
    [
      "7 of 9 images are skipped: “a/1.png”, “a/2.png”, “a/3.png”, “a/4.png”, “a/5.png”, 2 more. ",
      "The first: “a/1.png”: It is damaged: the file ends too early;",
    ]
  ),
  (
    .untidy(paths: ["a", "b"], first: .untidy("1 extraneous bytes")),
    [
      "2 images break the rules of their format, such as “a”: 1 extraneous bytes. It was read anyway"
    ]
  ),
  (
    .greyAmongColors(1, of: 3),
    ["1 of 3 images is grey and gets three equal channels", "--channels"]
  ),
])
func remarksOnDataSetsAreOneLine(_ remark: DataSetRemark, _ parts: [String]) {
  let sentence = words.sentence(remark)
  for part in parts { #expect(sentence.contains(part), "\(sentence)") }
  #expect(!sentence.contains("\n"))
}

@Test func bytesThatAreNoTextAreWrittenInDigits() {
  #expect(words.quoted("caf\u{10FFE9}.png") == "“caf\\xe9.png”")
  #expect(words.quoted("a\u{1B}\u{E000}") == "“a??”")
}
