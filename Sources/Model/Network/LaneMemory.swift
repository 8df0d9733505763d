/// Where the vectors of one pass through a network stand in one array.
struct LaneMemory: Sendable {
  /// By map: the image, then the output of each layer.
  let values: [Int]
  /// The gradients by these.
  let gradients: [Int]
  /// By layer.
  let scratch: [Int]
  /// By layer, where it leaves the gradient by each of its inputs; nil for the image.
  private(set) var inputGradients: [[Int?]]
  /// By layer, what is then added to the gradient by a map, since layers after it have left some there.
  private(set) var additions: [[Addition]]
  let count: Int

  struct Addition: Sendable {
    let source, target, count: Int
  }

  init(_ network: Network) {
    let sizes = [network.input.count] + network.outputs.map(\.count)
    var end = 0
    func place(_ counts: [Int]) -> [Int] {
      counts.map { count in
        defer { end += count }
        return end
      }
    }
    values = place(sizes)
    gradients = place(sizes)
    scratch = place(network.layers.map(\.scratchCount))

    let nodes = network.graph.nodes
    inputGradients = nodes.map { _ in [] }
    additions = nodes.map { _ in [] }
    var isKnown = [Bool](repeating: false, count: sizes.count)
    var spare = 0
    for (layer, node) in nodes.enumerated().reversed() {
      var used = 0
      for map in node.inputs {
        if map == 0 {
          inputGradients[layer].append(nil)
        } else if isKnown[map] {
          inputGradients[layer].append(end + used)
          additions[layer].append(
            Addition(source: end + used, target: gradients[map], count: sizes[map]))
          used += sizes[map]
        } else {
          inputGradients[layer].append(gradients[map])
          isKnown[map] = true
        }
      }
      spare = max(spare, used)
    }
    count = end + spare
  }
}
