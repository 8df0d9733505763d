import Testing

@testable import Model

/// Image i of 2×1×3 holds i/100 in all places but its first, which holds 0.
private func numbered(_ count: Int) -> LabelledImages {
  LabelledImages(
    shape: Shape([2, 1, 3]), classNames: ["a", "b", "c"], labels: (0..<count).map { $0 % 3 },
    pixels: (0..<count).flatMap { [0] + [Float](repeating: Float($0) / 100, count: 5) })
}

@Test func anImageHasItsShapeAndPixels() {
  let images = numbered(4)
  #expect(images.count == 4)
  #expect(images[2] == Tensor(Shape([2, 1, 3]), [0, 0.02, 0.02, 0.02, 0.02, 0.02]))
}

@Test func chosenImagesKeepTheirLabels() {
  let images = numbered(6).chosen([5, 1])
  #expect(images.labels == [2, 1])
  #expect(images[0].elements == [0] + [Float](repeating: 0.05, count: 5))
}

@Test func splitPutsEveryImageInOnePart() {
  let images = numbered(50)
  let (training, validation) = images.split(validation: 0.25, seed: 9)
  #expect(training.count == 37 && validation.count == 13)
  let numbers = [training, validation].flatMap { part in
    (0..<part.count).map { index in
      let number = Int((part[index].elements[5] * 100).rounded())
      #expect(part.labels[index] == number % 3)
      return number
    }
  }
  #expect(numbers.sorted() == Array(0..<50))
  #expect(numbers != Array(0..<50))
  #expect(images.split(validation: 0.25, seed: 9).validation == validation)
  #expect(images.split(validation: 0.25, seed: 10).validation != validation)
  #expect(images.split(validation: 0, seed: 1).training.count == 50)
  #expect(images.split(validation: 1, seed: 1).validation.count == 50)
}
