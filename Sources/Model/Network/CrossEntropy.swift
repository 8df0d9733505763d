import Glibc
import Loops

/// What a batch, or a part of it, scored.
public struct BatchScore: Hashable, Sendable {
  public var images = 0
  /// Σ −log p(label) over these images.
  public var lossSum = 0.0
  /// The images whose own class has the highest score.
  public var correct = 0

  public init(images: Int = 0, lossSum: Double = 0, correct: Int = 0) {
    self.images = images
    self.lossSum = lossSum
    self.correct = correct
  }

  public var loss: Double { lossSum / Double(images) }
  public var accuracy: Double { Double(correct) / Double(images) }

  public static func += (sum: inout BatchScore, other: BatchScore) {
    sum.images += other.images
    sum.lossSum += other.lossSum
    sum.correct += other.correct
  }
}

/// The loss of a classifier: L = −1/N · Σ log p(label) with p = softmax(scores).
///
/// Its gradient by the scores is (p − 1[label])/N.
public enum CrossEntropy {
  /// - Parameters:
  ///   - scores: One vector for each class.
  ///   - batch: N, the images of the whole batch.
  ///   - gradient: Where the gradient by the scores goes; zero where there is no image.
  static func score(
    _ scores: Vectors, classes: Int, labels: [Int], batch: Int, gradient: Vectors
  ) -> BatchScore {
    var score = BatchScore()
    gradient.update(repeating: .zero, count: classes)
    for (lane, label) in labels.enumerated() {
      let own = (0..<classes).map { scores[$0][lane] }
      let probabilities = softmax(own)
      for c in 0..<classes {
        gradient[c][lane] = (probabilities[c] - (c == label ? 1 : 0)) / Float(batch)
      }
      score.images += 1
      score.lossSum += negativeLogLikelihood(own, label)
      score.correct += own.indices.allSatisfy { own[$0] < own[label] || $0 == label } ? 1 : 0
    }
    return score
  }

  /// e^score over their sum.
  public static func softmax(_ scores: [Float]) -> [Float] {
    let largest = scores.max() ?? 0
    let powers = scores.map { exp($0 - largest) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }

  private static func negativeLogLikelihood(_ scores: [Float], _ label: Int) -> Double {
    let largest = scores.max() ?? 0
    let sum = scores.reduce(0) { $0 + exp($1 - largest) }
    return Double(log(sum) + largest - scores[label])
  }
}
