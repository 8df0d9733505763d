/// What a tag is about, and on which data it was found: `train/loss`, `val_loss` and `loss` are all
/// about the loss.
struct TagName: Hashable, Sendable {
  enum Split: Int, Hashable, Sendable, Comparable, CaseIterable {
    case training, validation, test
    static func < (a: Split, b: Split) -> Bool { a.rawValue < b.rawValue }
  }

  let base: String
  /// Training where the tag tells nothing.
  let split: Split

  private static let words: [String: Split] = [
    "train": .training, "training": .training, "val": .validation, "valid": .validation,
    "validation": .validation, "eval": .validation, "dev": .validation, "test": .test,
  ]
  private static let separators: Set<Character> = ["/", "_", ".", " ", "-"]

  init(_ tag: String) {
    let first = tag.prefix { !TagName.separators.contains($0) }
    if let split = TagName.words[first.lowercased()], first.endIndex < tag.endIndex {
      self.init(base: String(tag[tag.index(after: first.endIndex)...]), split: split)
      return
    }
    if let cut = tag.lastIndex(where: TagName.separators.contains), cut > tag.startIndex,
      let split = TagName.words[tag[tag.index(after: cut)...].lowercased()]
    {
      self.init(base: String(tag[..<cut]), split: split)
      return
    }
    self.init(base: tag, split: .training)
  }

  private init(base: String, split: Split) { (self.base, self.split) = (base, split) }

  /// Whether it is about something that a training makes small, and that spans powers of ten.
  var isLoss: Bool {
    let name = base.lowercased()
    return ["loss", "error", "perplexity", "ppl", "nll", "mse"].contains { name.contains($0) }
  }

  /// What is looked at first: losses, then measures, then the rest, and last how long things took.
  var rank: Int {
    // One value at the end, which the table of hyperparameters shows.
    if base.hasPrefix("hparam/") { return 3 }
    if isLoss { return 0 }
    let name = base.lowercased()
    if ["acc", "f1", "map", "auc", "metric", "iou", "bleu", "top1", "precision", "recall"].contains(
      where: { name.contains($0) })
    {
      return 1
    }
    return ["time", "second", "speed", "memory", "runtime", "eta", "lr", "learning_rate"]
      .contains { name.contains($0) } ? 3 : 2
  }
}
