/// What a pickle of Python's builds, as far as it is built without calling anything: objects of
/// containers, texts and numbers, and tensors that are not read yet.
struct Pickle {
  /// A value; what is in a container stands in `nodes`, so that nothing is nested here.
  enum Value: Hashable {
    case none
    case flag(Bool)
    case int(Int)
    case float(Double)
    case text(String)
    /// A class or a function, as in `collections.OrderedDict`.
    case global(String)
    /// The place of a node.
    case node(Int)
    /// What is not looked into: bytes, or a number past `Int`.
    case other
  }

  enum Node {
    /// Also a tuple or a set.
    case list([Value])
    case dictionary([(key: Value, value: Value)])
    /// Something of a class that is not made; its state, where there is one.
    case object(state: Value)
    indirect case storage(TorchStorage)
    indirect case tensor(TorchTensor)
  }

  var nodes: [Node] = []
  var root = Value.none
  /// The functions that the pickle asks to be called and that are not, each once, in the order of the
  /// file.
  var uncalled: [String] = []

  func node(_ value: Value) -> Node? {
    if case .node(let place) = value { nodes[place] } else { nil }
  }

  func list(_ value: Value) -> [Value]? {
    if case .list(let list)? = node(value) { list } else { nil }
  }

  func dictionary(_ value: Value) -> [(key: Value, value: Value)]? {
    if case .dictionary(let entries)? = node(value) { entries } else { nil }
  }

  /// The value of a text as key; of several the last one.
  func value(_ key: String, of dictionary: Value) -> Value? {
    self.dictionary(dictionary)?.last { $0.key == .text(key) }?.value
  }

  /// Whole numbers of a tuple, of which none is negative; nil for anything else.
  func sizes(_ value: Value) -> [Int]? {
    guard let list = list(value), list.count <= TorchTensor.mostAxes else { return nil }
    var sizes: [Int] = []
    for value in list {
      guard case .int(let size) = value, size >= 0 else { return nil }
      sizes.append(size)
    }
    return sizes
  }
}

/// Numbers that tensors share, in a place of their own.
struct TorchStorage: Hashable, Sendable {
  /// Under which its bytes are kept.
  let key: String
  /// PyTorch's name of the type, as in `float32`; empty for plain bytes.
  let type: String
  /// Where the tensor's view of it starts, in elements.
  var start = 0
  /// Of elements, or of bytes.
  let count: Int
}

/// How a tensor lies in a storage.
struct TorchTensor: Hashable, Sendable {
  /// More than any tensor has.
  static let mostAxes = 64

  let storage: TorchStorage
  let type: String
  /// Of its first element, in elements.
  let offset: Int
  let dimensions: [Int]
  /// From one element to the next along each axis, in elements.
  let strides: [Int]
}
