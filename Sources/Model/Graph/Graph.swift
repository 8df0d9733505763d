/// Operators and who takes whose output: a list of layers, or one with branches.
///
/// Map 0 is the image, map l the output of layer l; layers are counted from 1. A layer takes maps
/// before its own alone. The last map is the output.
public struct Graph: Hashable, Sendable {
  public let nodes: [Node]

  public struct Node: Sendable {
    public let name: String?
    public let `operator`: any Operator
    /// The maps that it takes.
    public let inputs: [Int]
  }

  /// A layer as it is written, before its inputs are looked up.
  public struct Draft: Sendable {
    public var name: String?
    public var `operator`: any Operator
    public var inputs: [Source]

    public init(_ operator: any Operator, name: String? = nil, inputs: [Source] = [.before]) {
      self.operator = `operator`
      self.name = name
      self.inputs = inputs
    }
  }

  /// What a layer takes.
  public enum Source: Hashable, Sendable {
    /// What the layer written before it gives; the image for the first.
    case before
    case image
    /// What a layer of this name gives.
    case named(String)
    /// What a layer gives that is counted from 1 as it is written; the image for 0.
    case layer(Int)
  }

  /// A graph of layers that each take what the one before gives.
  public static func sequential(_ operators: [any Operator]) -> Graph {
    Graph(
      nodes: operators.enumerated().map { Node(name: nil, operator: $1, inputs: [$0]) })
  }

  /// Looks up the inputs of all layers. A layer may name one that is written after it; the nodes
  /// then stand in an order in which each comes after its inputs.
  ///
  /// - Throws: `GraphError` with the layer, counted from 1 as it is written: a name that is not
  ///   there or is there twice, layers in a circle, too few or too many inputs.
  public init(_ drafts: [Draft]) throws(GraphError) {
    let maps = try Graph.maps(of: drafts)
    var inputs: [[Int]] = []
    for (index, draft) in drafts.enumerated() {
      var own: [Int] = []
      for source in draft.inputs {
        switch source {
        case .before: own.append(index)
        case .image: own.append(0)
        case .named(let name):
          guard let map = maps[name] else {
            throw GraphError(layer: index + 1, name: draft.name, reason: .unknownName(name))
          }
          own.append(map)
        case .layer(let number):
          guard (0...drafts.count).contains(number) else {
            throw GraphError(
              layer: index + 1, name: draft.name, reason: .unknownName(String(number)))
          }
          own.append(number)
        }
      }
      guard draft.operator.inputCount.contains(own.count) else {
        throw GraphError(
          layer: index + 1, name: draft.name,
          reason: .operator(.inputs(own.count, needed: draft.operator.inputCount)))
      }
      inputs.append(own)
    }
    let order = try Graph.order(inputs, drafts)
    guard order != Array(drafts.indices) else {
      nodes = zip(drafts, inputs).map { Node(name: $0.name, operator: $0.operator, inputs: $1) }
      return
    }
    var places = [Int](repeating: 0, count: drafts.count + 1)
    for (place, index) in order.enumerated() { places[index + 1] = place + 1 }
    nodes = order.map { index in
      Node(
        name: drafts[index].name, operator: drafts[index].operator,
        inputs: inputs[index].map { places[$0] })
    }
  }

  private init(nodes: [Node]) { self.nodes = nodes }

  /// The same graph with another operator in a layer, counted from 0.
  public func replacing(_ node: Int, with other: any Operator) -> Graph {
    var nodes = nodes
    nodes[node] = Node(name: nodes[node].name, operator: other, inputs: nodes[node].inputs)
    return Graph(nodes: nodes)
  }

  /// Whether every layer takes what the one before gives, and nothing else.
  public var isSequential: Bool { nodes.indices.allSatisfy { nodes[$0].inputs == [$0] } }

  /// The map that each name stands for.
  private static func maps(of drafts: [Draft]) throws(GraphError) -> [String: Int] {
    var maps: [String: Int] = [:]
    for (index, draft) in drafts.enumerated() {
      guard let name = draft.name else { continue }
      if let first = maps.updateValue(index + 1, forKey: name) {
        throw GraphError(layer: index + 1, name: name, reason: .repeatedName(first: first))
      }
    }
    return maps
  }

  /// The layers, counted from 0, so that each comes after its inputs; as they are written where that
  /// is such an order.
  private static func order(_ inputs: [[Int]], _ drafts: [Draft]) throws(GraphError) -> [Int] {
    if inputs.indices.allSatisfy({ node in inputs[node].allSatisfy { $0 <= node } }) {
      return Array(inputs.indices)
    }
    enum Mark { case new, open, done }
    var marks = [Mark](repeating: .new, count: inputs.count)
    var order: [Int] = []
    for start in inputs.indices {
      // The layers that wait for their inputs, each with the number of those that are looked at.
      var waiting = marks[start] == .new ? [(node: start, next: 0)] : []
      while let (node, next) = waiting.last {
        marks[node] = .open
        guard next < inputs[node].count else {
          marks[node] = .done
          order.append(node)
          waiting.removeLast()
          continue
        }
        waiting[waiting.count - 1].next += 1
        let input = inputs[node][next] - 1
        guard input >= 0, marks[input] != .done else { continue }
        if marks[input] == .open {
          let circle = waiting.map(\.node).drop { $0 != input }.map { $0 + 1 }
          throw GraphError(
            layer: circle[0], name: drafts[input].name, reason: .circle(layers: circle))
        }
        waiting.append((input, 0))
      }
    }
    return order
  }
}

extension Graph.Node: Hashable {
  public static func == (left: Graph.Node, right: Graph.Node) -> Bool {
    left.name == right.name && left.inputs == right.inputs
      && AnyHashable(left.operator) == AnyHashable(right.operator)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(inputs)
    hasher.combine(AnyHashable(self.operator))
  }
}

/// Layers that do not make a graph, or one that does not fit an image.
public struct GraphError: Error, Hashable, Sendable {
  /// The layer, counted from 1.
  public let layer: Int
  public let name: String?
  /// What it computes; tells nothing that the other fields do not decide.
  public let `operator`: (any Operator)?
  /// What it was given; none where no sizes are known yet.
  public let inputs: [Input]
  public let reason: Reason

  public init(
    layer: Int, name: String? = nil, operator: (any Operator)? = nil, inputs: [Input] = [],
    reason: Reason
  ) {
    self.layer = layer
    self.name = name
    self.operator = `operator`
    self.inputs = inputs
    self.reason = reason
  }

  public static func == (left: GraphError, right: GraphError) -> Bool {
    left.layer == right.layer && left.name == right.name && left.inputs == right.inputs
      && left.reason == right.reason
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(layer)
    hasher.combine(reason)
  }

  /// A map that a layer takes.
  public struct Input: Hashable, Sendable {
    /// The layer that gives it, counted from 1; 0 for the image.
    public let layer: Int
    public let name: String?
    /// C×H×W, or rows and columns where channels are not known.
    public let shape: Shape

    public init(layer: Int, name: String? = nil, shape: Shape) {
      self.layer = layer
      self.name = name
      self.shape = shape
    }
  }

  public enum Reason: Error, Hashable, Sendable {
    case `operator`(OperatorError)
    /// It takes the output of a layer that is not there.
    case unknownName(String)
    /// Its name is that of an earlier layer already.
    case repeatedName(first: Int)
    /// It needs its own output: these layers, each an input of the one before.
    case circle(layers: [Int])
  }
}

extension Graph {
  /// What goes wrong in a layer, counted from 0, that was given maps of some shapes.
  func error(_ node: Int, _ shapes: [Shape], _ reason: OperatorError) -> GraphError {
    GraphError(
      layer: node + 1, name: nodes[node].name, operator: nodes[node].operator,
      inputs: zip(nodes[node].inputs, shapes).map { map, shape in
        .init(layer: map, name: map > 0 ? nodes[map - 1].name : nil, shape: shape)
      }, reason: .operator(reason))
  }
}
