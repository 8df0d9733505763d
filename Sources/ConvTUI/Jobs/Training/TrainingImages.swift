import Model

/// The images that a training is for: read already, or drawn where they are first needed.
enum TrainingImages: Sendable {
  case drawn(count: Int, seed: UInt64)
  case read(training: LabelledImages, validation: LabelledImages)

  /// The images that are drawn where there are no others.
  static let usual = 10_000
  /// The share set aside to validate with, where the data does not say.
  static let validationShare = 0.1

  /// Channels × rows × columns of an image.
  var shape: Shape {
    switch self {
    case .drawn: Shape([1, SyntheticDigits.size, SyntheticDigits.size])
    case .read(let training, _): training.shape
    }
  }

  var classNames: [String] {
    switch self {
    case .drawn: SyntheticDigits.classNames
    case .read(let training, _): training.classNames
    }
  }

  /// The images to train on.
  var trainingCount: Int {
    switch self {
    case .drawn(let count, _):
      count - Int((Double(count) * TrainingImages.validationShare).rounded())
    case .read(let training, _): training.count
    }
  }

  /// The images to validate with.
  var validationCount: Int {
    switch self {
    case .drawn(let count, _): count - trainingCount
    case .read(_, let validation): validation.count
    }
  }

  /// What tells these images from others. It is kept in checkpoints, the same whatever language the
  /// program speaks.
  var fingerprint: String {
    switch self {
    case .drawn(let count, let seed): "\(count) drawn digits of seed \(seed)"
    case .read(let training, let validation):
      "\(training.fingerprint)-\(validation.fingerprint)"
    }
  }

  func load() -> (training: LabelledImages, validation: LabelledImages) {
    switch self {
    case .drawn(let count, let seed):
      SyntheticDigits.images(count: count, seed: seed)
        .split(validation: TrainingImages.validationShare, seed: seed)
    case .read(let training, let validation): (training, validation)
    }
  }
}
