/// The names of the tensors of a pickle: the paths to them.
enum TorchNames {
  /// The deepest nesting that is followed.
  static let deepest = 1000
  /// The most values that are looked at: what is shared counts as often as it is met.
  private static let mostVisits = 1_000_000
  /// The longest name, in bytes.
  private static let longest = 4096

  /// Where checkpoints keep the model.
  private static let modelKeys = [
    "state_dict", "model_state_dict", "model", "net", "network", "module",
  ]

  /// - Throws: `corrupt` where it is nested too deep or holds too much.
  static func entries(of pickle: Pickle) throws(FormatError) -> [TorchFile.Entry] {
    let entries = try entries(of: pickle, from: pickle.root)
    // The model's own names are those of its state dict.
    let prefix = modelKeys.map { $0 + "." }.first { prefix in
      entries.contains { $0.name.hasPrefix(prefix) }
    }
    guard let prefix, pickle.dictionary(pickle.root) != nil,
      pickle.value(String(prefix.dropLast()), of: pickle.root) != nil
    else { return entries }
    var names = Set(entries.map(\.name).filter { !$0.hasPrefix(prefix) })
    return entries.map { entry in
      guard entry.name.hasPrefix(prefix) else { return entry }
      let short = String(entry.name.dropFirst(prefix.count))
      guard names.insert(short).inserted else { return entry }
      return TorchFile.Entry(name: short, tensor: entry.tensor)
    }
  }

  private struct Visit {
    let value: Pickle.Value
    let name: String
    let depth: Int
  }

  private static func entries(
    of pickle: Pickle, from root: Pickle.Value
  ) throws(FormatError) -> [TorchFile.Entry] {
    var entries: [TorchFile.Entry] = []
    var names: Set<String> = []
    var visits = [Visit(value: root, name: "", depth: 0)]
    var count = 0
    while let visit = visits.popLast() {
      guard visit.depth <= deepest else { throw .corrupt(.pickle(.tooDeep(limit: deepest))) }
      if case .tensor(let tensor)? = pickle.node(visit.value) {
        if names.insert(visit.name).inserted {
          entries.append(TorchFile.Entry(name: visit.name, tensor: tensor))
        }
        continue
      }
      let children = children(of: visit, in: pickle)
      count += children.count
      guard count <= mostVisits else { throw .corrupt(.pickle(.tooManyObjects)) }
      visits += children.reversed()
    }
    return entries
  }

  /// What a container holds that may be or hold a tensor, in its order.
  private static func children(of visit: Visit, in pickle: Pickle) -> [Visit] {
    var children: [Visit] = []
    func add(_ key: String, _ value: Pickle.Value, hidden: Bool = false) {
      guard case .node = value, visit.name.utf8.count + key.utf8.count < longest else { return }
      let name = hidden ? visit.name : visit.name.isEmpty ? key : visit.name + "." + key
      children.append(Visit(value: value, name: name, depth: visit.depth + 1))
    }
    switch pickle.node(visit.value) {
    case .list(let list):
      for (index, value) in list.enumerated() { add("\(index)", value) }
    case .dictionary(let entries):
      for (key, value) in entries {
        switch key {
        case .text(let text): add(text, value)
        case .int(let number): add("\(number)", value)
        default: break
        }
      }
    case .object(let state):
      let parts = ["_parameters", "_buffers", "_modules"].compactMap { pickle.value($0, of: state) }
      // Of a module only what its state dict has.
      if parts.isEmpty { add("", state, hidden: true) }
      for part in parts { add("", part, hidden: true) }
    default: break
    }
    return children
  }
}
