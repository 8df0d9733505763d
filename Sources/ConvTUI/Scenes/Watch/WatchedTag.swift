import Formats

/// A tag of a run.
struct WatchedTag: Sendable {
  let run: String
  let tag: RunTag

  func address(_ part: RunTag.Part, _ index: Int) -> ValueAddress {
    ValueAddress(run: run, tag: tag.name, kind: tag.kind, file: part.file, index: index)
  }

  /// The last value up to a step; nil where there is none yet.
  func address(upTo step: Int64) -> ValueAddress? {
    tag.value(upTo: step).map { address($0.part, $0.index) }
  }

  /// The step of that value.
  func place(upTo step: Int64) -> Int64? { tag.value(upTo: step).map { $0.part.step($0.index) } }

  /// Some of its values that count, evenly over all of them.
  var sampled: [(step: Int64, address: ValueAddress)] {
    tag.sampled(atMost: WatchedTag.many).map { part, index in
      (part.step(index), address(part, index))
    }
  }

  /// The fewest values of which only some are read.
  private static let many = 100
}

extension WatchedTag {
  /// The tags of some runs that are of a kind.
  static func all(of runs: [Run], _ selection: WatchSelection, _ kind: EventKind) -> [WatchedTag] {
    all(of: runs, selection) { $0.kind == kind }
  }

  /// Those of one name beside each other, in the order in which the names first come.
  private static func all(
    of runs: [Run], _ selection: WatchSelection, where isMeant: (RunTag) -> Bool
  ) -> [WatchedTag] {
    let tags = runs.flatMap { run in
      selection.tags(of: run).filter(isMeant).map { WatchedTag(run: run.name, tag: $0) }
    }
    var places: [String: Int] = [:]
    for tag in tags where places[tag.tag.name] == nil { places[tag.tag.name] = places.count }
    return tags.enumerated().sorted { first, second in
      (places[first.element.tag.name] ?? 0, first.offset)
        < (places[second.element.tag.name] ?? 0, second.offset)
    }.map(\.element)
  }

  /// The images, and the tensors that are no parameters.
  static func pictures(of runs: [Run], _ selection: WatchSelection) -> [WatchedTag] {
    all(of: runs, selection) { $0.kind == .image || $0.isMap }
  }
}

/// What a tensor is taken for, by its name.
enum TensorUse: Hashable, Sendable {
  case parameter, map
  /// Its name tells nothing.
  case unknown

  private static let parameters: Set<Substring> = [
    "weight", "weights", "bias", "kernel", "kernels", "grad", "grads", "gradient", "gradients",
    "mean", "var", "param", "params", "w",
  ]
  private static let maps: Set<Substring> = [
    "map", "maps", "feature", "features", "activation", "activations", "act", "acts", "output",
    "outputs", "hidden", "fmap", "fmaps", "embedding", "attention",
  ]

  init(_ name: String) {
    let words = name.lowercased().split { !$0.isLetter }
    if words.contains(where: TensorUse.parameters.contains) {
      self = .parameter
    } else {
      self = words.contains(where: TensorUse.maps.contains) ? .map : .unknown
    }
  }
}

extension RunTag {
  /// Whether it may be a feature map: what a checkpoint holds are parameters.
  var isMap: Bool {
    guard kind == .tensor, let source = parts.last?.source, TensorUse(name) != .parameter else {
      return false
    }
    return switch source {
    case .events: true
    case .column(let column): (2...4).contains(column.arrays.last?.dimensions.count ?? 0)
    case .checkpoint: false
    }
  }

  /// The places of the values that count, or of some of them, evenly, and the last; the same ones also
  /// when more come, until there are twice as many.
  func sampled(atMost most: Int) -> [(part: Part, index: Int)] {
    let places = liveCount
    var every = 1
    while places / every > most { every *= 2 }
    var (sampled, number): ([(part: Part, index: Int)], Int) = ([], 0)
    for part in parts {
      for range in part.live.ranges {
        for index in range {
          if number % every == 0 || number == places - 1 { sampled.append((part, index)) }
          number += 1
        }
      }
    }
    return sampled
  }
}
