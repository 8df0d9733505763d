/// Images of one size, and the class that each belongs to.
public struct LabelledImages: Hashable, Sendable {
  /// Channels × rows × columns of one image.
  public let shape: Shape
  /// What the classes are called, in the order in which labels count them.
  public let classNames: [String]
  /// The class of each image, 0..<classNames.count.
  public let labels: [Int]
  /// Brightness in 0...1, one image after the other, each in the order of `shape`.
  public let pixels: [Float]

  /// - Precondition: A shape of rank 3, `labels.count · shape.count` pixels, labels that are classes.
  public init(shape: Shape, classNames: [String], labels: [Int], pixels: [Float]) {
    precondition(shape.rank == 3 && pixels.count == labels.count * shape.count)
    precondition(labels.allSatisfy { classNames.indices.contains($0) })
    self.shape = shape
    self.classNames = classNames
    self.labels = labels
    self.pixels = pixels
  }

  public var count: Int { labels.count }

  /// Follows from the images, their labels and their order.
  public var fingerprint: Fingerprint {
    var fingerprint = Fingerprint()
    for dimension in shape.dimensions { fingerprint.take(dimension) }
    for name in classNames { fingerprint.take(name) }
    for label in labels { fingerprint.take(label) }
    fingerprint.take(pixels)
    return fingerprint
  }

  /// One image, in its shape.
  public subscript(index: Int) -> Tensor { Tensor(shape, Array(pixels[range(of: index)])) }

  /// Where the pixels of one image stand in `pixels`.
  public func range(of index: Int) -> Range<Int> {
    index * shape.count..<(index + 1) * shape.count
  }

  /// The images at these places, in this order.
  public func chosen(_ indices: some Collection<Int>) -> LabelledImages {
    var pixels: [Float] = []
    pixels.reserveCapacity(indices.count * shape.count)
    for index in indices { pixels += self.pixels[range(of: index)] }
    return LabelledImages(
      shape: shape, classNames: classNames, labels: indices.map { labels[$0] }, pixels: pixels)
  }

  /// Parts the images in two by a shuffle that follows from the seed; every image is in one part.
  ///
  /// - Parameter fraction: The share of images set aside to validate with, in 0...1, rounded to a
  ///   whole number of them.
  public func split(
    validation fraction: Double, seed: UInt64
  ) -> (training: LabelledImages, validation: LabelledImages) {
    precondition((0...1).contains(fraction))
    var generator = SeededGenerator(seed: seed)
    let order = (0..<count).shuffled(using: &generator)
    let aside = Int((Double(count) * fraction).rounded())
    return (chosen(order[aside...]), chosen(order[..<aside]))
  }
}
