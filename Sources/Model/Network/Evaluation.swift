/// What a network makes of images that it did not train on.
public struct Evaluation: Hashable, Sendable {
  public internal(set) var score = BatchScore()
  /// How many images of each class (row) were taken for each class (column): the confusion matrix.
  public internal(set) var confusion: [[Int]]
  /// By layer, for every ReLU: its units, and those of them that gave nothing but zeros. A unit is a
  /// feature map, or one output of a linear layer.
  public internal(set) var units: [Int: Units] = [:]

  public struct Units: Hashable, Sendable {
    public let count, dead: Int
  }

  init(classes: Int) {
    confusion = [[Int]](repeating: [Int](repeating: 0, count: classes), count: classes)
  }

  /// Takes in one image of a class, by its scores.
  mutating func add(label: Int, scores: [Float]) {
    let highest = scores.indices.max { scores[$0] < scores[$1] } ?? 0
    confusion[label][highest] += 1
  }
}
