/// The only functions whose work is done here, each by its own code; none of Python's is ever run.
extension PickleMachine {
  /// - Returns: What the function would give; an object that is not looked into where it is not known.
  mutating func call(
    _ function: Pickle.Value, _ arguments: Pickle.Value
  ) throws(FormatError) -> Pickle.Value {
    guard case .global(let name) = function else { return place(.object(state: .none)) }
    let list = pickle.list(arguments) ?? []
    switch name {
    case "collections.OrderedDict", "builtins.dict", "__builtin__.dict":
      guard let content = list.first else { return place(.dictionary([])) }
      return place(.dictionary(try pairs(content)))
    case "builtins.set", "__builtin__.set", "builtins.frozenset", "__builtin__.frozenset",
      "builtins.list", "__builtin__.list", "builtins.tuple", "__builtin__.tuple", "torch.Size":
      return list.first ?? place(.list([]))
    case "torch._utils._rebuild_parameter", "torch._utils._rebuild_parameter_with_state":
      return list.first ?? .other
    case "torch._utils._rebuild_tensor", "torch._utils._rebuild_tensor_v2":
      if let tensor = tensor(list, type: nil) { return place(.tensor(tensor)) }
    case "torch._utils._rebuild_tensor_v3":
      if list.count > 6, case .global(let type) = list[6], type.hasPrefix("torch."),
        let tensor = tensor(list, type: String(type.dropFirst(6)))
      {
        return place(.tensor(tensor))
      }
    case "copyreg._reconstructor", "copy_reg._reconstructor": break
    default:
      if !pickle.uncalled.contains(name), pickle.uncalled.count < PickleMachine.mostNames {
        pickle.uncalled.append(name)
      }
    }
    return place(.object(state: .none))
  }

  /// More would not be shown.
  private static let mostNames = 100

  /// The pairs of a list of pairs.
  private mutating func pairs(
    _ value: Pickle.Value
  ) throws(FormatError) -> [(key: Pickle.Value, value: Pickle.Value)] {
    if let entries = pickle.dictionary(value) {
      try spend(entries.count)
      return entries
    }
    let items = pickle.list(value) ?? []
    try spend(items.count)
    return items.compactMap {
      guard let pair = pickle.list($0), pair.count == 2 else { return nil }
      return (pair[0], pair[1])
    }
  }

  private mutating func spend(_ count: Int) throws(FormatError) {
    copies -= count
    if copies < 0 { throw .corrupt(.pickle(.tooManyObjects)) }
  }

  /// What a persistent identity stands for: `('storage', type, key, location, count)`, in the older form
  /// with a view `(key, start, count)` behind it.
  mutating func storage(_ identity: Pickle.Value) -> Pickle.Value {
    guard let list = pickle.list(identity), let kind = list.first else { return .other }
    if kind == .text("module"), list.count > 1 { return list[1] }
    guard kind == .text("storage"), list.count >= 5, case .global(let type) = list[1],
      case .text(let key) = list[2], case .int(let count) = list[4], count >= 0,
      let type = TorchType.ofStorage(type)
    else { return .other }
    var storage = TorchStorage(key: key, type: type, count: count)
    if list.count > 5, let view = pickle.list(list[5]), view.count == 3,
      case .int(let start) = view[1], start >= 0
    {
      storage.start = start
    }
    return place(.storage(storage))
  }

  /// `(storage, offset, size, stride, …)`
  private func tensor(_ list: [Pickle.Value], type: String?) -> TorchTensor? {
    guard list.count >= 4, case .storage(let storage)? = pickle.node(list[0]),
      case .int(let offset) = list[1], offset >= 0, let dimensions = pickle.sizes(list[2]),
      let strides = pickle.sizes(list[3]), strides.count == dimensions.count
    else { return nil }
    let (start, overflow) = storage.start.addingReportingOverflow(offset)
    guard !overflow else { return nil }
    return TorchTensor(
      storage: storage, type: type ?? storage.type, offset: start, dimensions: dimensions,
      strides: strides)
  }
}
