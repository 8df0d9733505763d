import Formats

/// A tensor of a run that is drawn as tiles, and its gradient where that is logged too.
struct KernelTag: Sendable {
  let run: String
  let tag: RunTag
  let gradient: RunTag?

  /// The endings by which a gradient is known.
  private static let endings = [".grad", "/grad", "_grad", "/gradient", ".gradient"]

  static func all(of runs: [Run], _ selection: WatchSelection) -> [KernelTag] {
    runs.flatMap { run in
      let tensors = selection.tags(of: run).filter {
        $0.kind == .tensor && $0.mayBeDrawn && TensorUse($0.name) != .map
      }
      let gradients = Set(tensors.flatMap { gradientNames(of: $0.name) })
      return tensors.filter { !gradients.contains($0.name) }.map { tag in
        let gradient = gradientNames(of: tag.name).lazy.compactMap { run.tag($0, .tensor) }.first
        return KernelTag(run: run.name, tag: tag, gradient: gradient)
      }
    }
  }

  /// What the gradient of a tensor may be called.
  private static func gradientNames(of name: String) -> [String] {
    let beside = name.hasSuffix("weight") ? [String(name.dropLast(6)) + "grad"] : []
    return endings.map { name + $0 } + beside
  }

  func address(_ tag: RunTag, upTo step: Int64) -> ValueAddress? {
    tag.value(upTo: step).map { address($0.part, $0.index, tag) }
  }

  func address(_ part: RunTag.Part, _ index: Int, _ tag: RunTag? = nil) -> ValueAddress {
    ValueAddress(
      run: run, tag: (tag ?? self.tag).name, kind: .tensor, file: part.file, index: index)
  }

  /// The tensor at a step, and its gradient.
  func addresses(upTo step: Int64) -> [ValueAddress] {
    [address(tag, upTo: step), gradient.flatMap { address($0, upTo: step) }].compactMap { $0 }
  }

  /// The same tensor at a pinned place: of the pinned run, where that has it.
  func pinned(_ pin: WatchPin, _ runs: [Run]) -> ValueAddress? {
    let other = runs.first { $0.name == pin.run }
    if let other, let tag = other.tag(tag.name, .tensor) {
      return WatchedTag(run: other.name, tag: tag).address(upTo: pin.step)
    }
    return address(tag, upTo: pin.step)
  }

  func norm(upTo step: Int64) -> NormAddress? {
    tag.value(upTo: step).map { norm($0.part, $0.index) }
  }

  /// A value, and the one before it.
  func norm(_ part: RunTag.Part, _ index: Int) -> NormAddress {
    let step = part.step(index)
    let before = tag.value(upTo: step - 1)
    var norm = NormAddress(
      value: address(part, index), before: before.map { address($0.part, $0.index) })
    if let before, part.isOfSteps, before.part.isOfSteps {
      norm.steps = step &- before.part.step(before.index)
    }
    return norm
  }
}

extension RunTag {
  /// Whether it may be of rank 2 to 4, as far as that is known without reading it.
  fileprivate var mayBeDrawn: Bool {
    guard let source = parts.last?.source else { return false }
    return switch source {
    case .events: true
    case .column(let column): (1...4).contains(column.arrays.last?.dimensions.count ?? 0)
    case .checkpoint(_, let entry): (2...4).contains(entry.dimensions.count)
    }
  }
}
