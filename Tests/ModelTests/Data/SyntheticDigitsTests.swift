import Testing

@testable import Model

@Test func glyphsFollowFromSeedAndIndexAlone() {
  let few = SyntheticDigits.images(count: 10, seed: 7)
  let many = SyntheticDigits.images(count: 30, seed: 7)
  #expect(Array(many.pixels.prefix(few.pixels.count)) == few.pixels)
  #expect(SyntheticDigits.image(25, seed: 7) == many[25].elements)
  #expect(SyntheticDigits.images(count: 10, seed: 8).pixels != few.pixels)
  // Neither is a shifted copy of the other's series.
  #expect(SyntheticDigits.image(0, seed: 8) != SyntheticDigits.image(10, seed: 7))
}

@Test func glyphsAreBalancedAndBrightOnDark() {
  let images = SyntheticDigits.images(count: 200, seed: 1)
  #expect(images.count == 200)
  #expect(images.shape == Shape([1, 28, 28]))
  #expect(images.classNames == ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"])
  #expect((0..<10).allSatisfy { label in images.labels.count { $0 == label } == 20 })
  #expect(images.pixels.allSatisfy { (0...1).contains($0) })
  let mean = images.pixels.reduce(0, +) / Float(images.pixels.count)
  #expect((0.05...0.3).contains(mean))
  for index in 0..<images.count {
    #expect(images[index].elements.max()! > 0.5, "image \(index) shows nothing")
  }
}

@Test func glyphsOfOneClassAreNearerThanOthers() {
  // The mean image of each class, from one half, tells the other half better than chance, but not
  // well: position, size and turn have to be learned.
  let images = SyntheticDigits.images(count: 500, seed: 3)
  var means = [[Float]](repeating: [Float](repeating: 0, count: 784), count: 10)
  for index in 0..<300 {
    for (pixel, value) in images[index].elements.enumerated() {
      means[images.labels[index]][pixel] += value / 30
    }
  }
  let right = (300..<500).count { index in
    let distances = means.map { mean in
      zip(mean, images[index].elements).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }
    return distances.firstIndex(of: distances.min()!) == images.labels[index]
  }
  #expect((60...180).contains(right), "\(right) of 200")
}
