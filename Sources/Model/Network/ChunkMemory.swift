/// Where the vectors of one pass through a network stand in one array.
struct ChunkMemory: Sendable {
  /// The input of each layer, then the last layer's output.
  let values: [Int]
  /// The gradients by these.
  let gradients: [Int]
  let scratch: [Int]
  let count: Int

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
    count = end
  }
}
