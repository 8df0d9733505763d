import Model

/// A kernel of a bank: one map.
struct MapFilter: Hashable, Sendable {
  var name: String
  /// Of shape 1×C×kH×kW.
  var weight: Tensor

  /// Each kernel of a bank O×C×kH×kW as a filter; a matrix meets every channel by itself.
  ///
  /// - Throws: `GeometryError` for a bank of rank 3; a sentence where its channels are others.
  static func filters(_ bank: Tensor, name: String, channels: Int) throws -> [MapFilter] {
    let shape = bank.shape
    guard shape.rank != 3 else { throw GeometryError.kernelRank(shape) }
    if shape.batch == 1, shape.channels == 1, channels > 1 {
      return (0..<channels).map { channel in
        var weight = Tensor(Shape(1, channels, shape.rows, shape.columns))
        for u in 0..<shape.rows {
          for v in 0..<shape.columns { weight[0, channel, u, v] = bank[u, v] }
        }
        return MapFilter(name: "\(name) \(Text.channelName(channel))", weight: weight)
      }
    }
    guard shape.channels == channels else {
      throw Failure(Text.bankDoesNotFit(shape, channels: channels))
    }
    let size = shape.channels * shape.area
    return (0..<shape.batch).map { k in
      MapFilter(
        name: shape.batch == 1 ? name : "\(name) \(k)",
        weight: Tensor(
          Shape(1, channels, shape.rows, shape.columns),
          Array(bank.elements[k * size..<(k + 1) * size])))
    }
  }

  /// The plane of its kernel that is not zero everywhere, where there is just one.
  var plane: (channel: Int, kernel: Tensor)? {
    let channels = (0..<weight.shape.channels).filter { channel in
      weight.plane(channel: channel).elements.contains { $0 != 0 }
    }
    if weight.shape.channels == 1 { return (0, weight.plane()) }
    return channels.count == 1 ? (channels[0], weight.plane(channel: channels[0])) : nil
  }

  /// The largest magnitude that it can give for inputs in 0...1.
  var bound: Float {
    let positive = weight.elements.reduce(0) { $0 + max(0, $1) }
    let negative = weight.elements.reduce(0) { $0 - min(0, $1) }
    return max(positive, negative)
  }
}
