import Formats

/// Looks after the tensors of some runs: how much each step changes them, by log₁₀ ‖ΔW‖/‖W‖, divided evenly
/// among the steps between two logged ones; and whether kernels are dead or twins.
///
/// Of many values of a tensor only some are compared with the one before each: at most 64, evenly
/// chosen, and the same ones until there are twice as many. So little is read anew when more come.
struct UpdateWatch: Sendable {
  struct Update: Hashable, Sendable {
    let place: NormAddress
    let step: Int64
  }

  private struct Tensor: Sendable {
    let run, tag: String
    let updates: [Update]
    /// The value whose kernels are looked at.
    let kernels: (value: ValueAddress, step: Int64)?
  }

  private var tensors: [Tensor] = []
  /// What each update came to; nil where it cannot be read.
  private var found: [Update: Double?] = [:]
  private var queue: [Update] = []
  /// What is known of the kernels of a value; nil where it cannot be read, or has no kernels.
  private var norms: [ValueAddress: WeightNorm?] = [:]
  private var normQueue: [ValueAddress] = []
  /// How many tensors there are besides.
  private(set) var leftOut = 0

  /// So many tensors are looked after.
  static let most = 512
  /// A step changes a tensor by more than a tenth of itself.
  private static let exploding = -1.0
  /// A step changes it by less than a millionth, though not by nothing, as where it is frozen.
  private static let vanishing = -6.0
  /// So many updates in succession are needed.
  private static let succession = 3
  /// So many of the first, since tensors begin with 0 or little.
  private static let beginning = 10

  var isIdle: Bool { left == 0 }

  /// How many are still to be read.
  var left: Int { queue.count + normQueue.count }

  /// Looks for updates and kernels that are new.
  mutating func look(at runs: [Run]) {
    let watched = KernelTag.all(of: runs, .all).filter { $0.hasUpdates || $0.hasKernels }
    leftOut = max(0, watched.count - UpdateWatch.most)
    tensors = watched.prefix(UpdateWatch.most).map { tag in
      let updates = tag.hasUpdates ? tag.checkedUpdates : []
      return Tensor(
        run: tag.run, tag: tag.tag.name, updates: updates,
        kernels: tag.hasKernels ? tag.checkedKernels(after: updates.last) : nil)
    }
    let wanted = Set(tensors.flatMap(\.updates))
    found = found.filter { wanted.contains($0.key) }
    queue = wanted.filter { found[$0] == nil }.sorted { $0.step > $1.step }
    let kernels = tensors.compactMap(\.kernels?.value)
    let wantedKernels = Set(kernels)
    norms = norms.filter { wantedKernels.contains($0.key) }
    normQueue = kernels.filter { norms[$0] == nil }
  }

  /// Reads the next update, or the next kernels.
  mutating func step(_ tree: RunTree) {
    guard let update = queue.popLast() else {
      guard let address = normQueue.popLast() else { return }
      norms[address] = .some(tree.norm(at: NormAddress(value: address, before: nil)))
      return
    }
    found[update] = .some(tree.change(at: update.place).map(\.logarithm))
  }

  /// Drops what was read of a file that is another now.
  mutating func forget(_ file: Int) {
    found = found.filter { $0.key.place.value.file != file && $0.key.place.before?.file != file }
    norms = norms.filter { $0.key.file != file }
  }

  var alarms: [Alarm] { tensors.compactMap(alarm) + tensors.flatMap(alarmsOfKernels) }

  private func alarmsOfKernels(_ tensor: Tensor) -> [Alarm] {
    // A matrix has units rather than kernels.
    guard let (value, step) = tensor.kernels, let norm = norms[value] ?? nil,
      norm.dimensions.count > 2
    else { return [] }
    var kinds: [Alarm.Kind] = []
    if norm.dead > 0 { kinds.append(.deadKernels(norm.dead, of: norm.kernels)) }
    if let twins = norm.twins { kinds.append(.twins(twins)) }
    return kinds.map { Alarm(kind: $0, run: tensor.run, tag: tensor.tag, step: step) }
  }

  private func alarm(of tensor: Tensor) -> Alarm? {
    let updates = tensor.updates.compactMap { update in
      (found[update] ?? nil).map { (step: update.step, part: $0) }
    }
    func first(
      needed: (_ isBeginning: Bool) -> Int, _ isBad: (Double) -> Bool
    ) -> (step: Int64, part: Double)? {
      var (start, number) = (0, 0)
      for (index, update) in updates.enumerated() {
        if !isBad(update.part) { number = 0 } else { number += 1 }
        if number == 1 { start = index }
        if number >= needed(start == 0) { return updates[start] }
      }
      return nil
    }
    if let (step, part) = first(
      needed: { $0 ? UpdateWatch.beginning : UpdateWatch.succession },
      { $0 > UpdateWatch.exploding })
    {
      return Alarm(kind: .explodingUpdates(part), run: tensor.run, tag: tensor.tag, step: step)
    }
    if let (step, part) = first(
      needed: { _ in UpdateWatch.succession },
      { $0 < UpdateWatch.vanishing && $0 > -.infinity })
    {
      return Alarm(kind: .vanishingUpdates(part), run: tensor.run, tag: tensor.tag, step: step)
    }
    return nil
  }
}

extension KernelTag {
  /// At most so many updates are compared.
  private static let mostChecked = 64

  /// Whether two values tell of a step.
  fileprivate var hasUpdates: Bool { tag.liveCount > 1 && tag.parts.contains(where: \.isOfSteps) }

  /// Whether its name or its file says that it is a parameter.
  fileprivate var hasKernels: Bool {
    if case .checkpoint? = tag.parts.last?.source { return true }
    return TensorUse(tag.name) == .parameter
  }

  /// The value whose kernels are looked at: that of the last update that is compared, so that little is
  /// read anew, or the last one.
  fileprivate func checkedKernels(
    after update: UpdateWatch.Update?
  ) -> (value: ValueAddress, step: Int64)? {
    if let update { return (update.place.value, update.step) }
    return tag.last.map { (address($0.part, $0.index), $0.part.step($0.index)) }
  }

  /// The updates by which is known whether it changes too much or too little. Those of checkpoints are
  /// none: their numbers may be epochs.
  fileprivate var checkedUpdates: [UpdateWatch.Update] {
    let count = tag.liveCount
    var every = 1
    while count / every > KernelTag.mostChecked { every *= 2 }
    let places = stride(from: every, to: count, by: every).flatMap { [$0 - 1, $0] }
    var updates: [UpdateWatch.Update] = []
    var before: (part: RunTag.Part, index: Int)?
    for value in tag.values(at: places) {
      defer { before = before == nil ? value : nil }
      guard let last = before, value.part.isOfSteps, last.part.isOfSteps else { continue }
      let step = value.part.step(value.index)
      updates.append(
        UpdateWatch.Update(
          place: NormAddress(
            value: address(value.part, value.index), before: address(last.part, last.index),
            steps: step &- last.part.step(last.index)), step: step))
    }
    return updates
  }
}

extension RunTag.Part {
  /// Whether its numbers are steps or rows of a log.
  var isOfSteps: Bool {
    if case .checkpoint = source { false } else { unit != .epoch }
  }
}

extension RunTag {
  /// The values that count at some of their places, which ascend.
  fileprivate func values(at places: [Int]) -> [(part: Part, index: Int)] {
    var found: [(part: Part, index: Int)] = []
    var (start, next) = (0, 0)
    for part in parts {
      for range in part.live.ranges {
        while next < places.count, places[next] < start + range.count {
          found.append((part, places[next] - start + range.lowerBound))
          next += 1
        }
        start += range.count
      }
    }
    return found
  }
}

extension RunTree {
  /// ‖w − w′‖ ÷ ‖w‖ for each step from the tensor before; nil where they are none of rank 2 to 4.
  fileprivate func change(at address: NormAddress) -> Double? {
    guard let place = address.before,
      case .success(.array(let array)) = value(at: address.value).value,
      case .success(.array(let before)) = value(at: place).value,
      (2...4).contains(array.dimensions.count)
    else { return nil }
    return WeightNorm.change(of: array, from: before).map(address.perStep)
  }
}
