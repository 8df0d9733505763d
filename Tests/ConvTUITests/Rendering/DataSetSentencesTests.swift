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
    "“a”: It announces 9 bytes and has 11; both must be equal."
  ),
  (
    .tooLarge(images: 300, shape: Shape(1000, 1000), path: "a"),
    "“a” has 300 images of 1000×1000; 250 of that size is the most that works."
  ),
])
func dataSetErrorsHoldTheNumbers(_ error: DataSetError, _ sentence: String) {
  #expect(Text.sentence(error as any Error) == sentence)
}
