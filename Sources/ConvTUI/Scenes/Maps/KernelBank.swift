import Model

/// Kernels as the user gave them, before they are matched to the channels of a picture.
///
/// A matrix works with any number of groups of channels; the shape of a bank sets their number.
struct KernelBank: Hashable, Sendable {
  var name: String
  /// A matrix, or of shape O×C/groups×kH×kW.
  private(set) var kernels: Tensor

  /// - Throws: `GeometryError` for kernels of rank 3.
  init(name: String, _ kernels: Tensor) throws(GeometryError) {
    guard kernels.shape.rank != 3 else { throw .kernelRank(kernels.shape) }
    self.name = name
    self.kernels = kernels.isOnePlane ? kernels.plane() : kernels
  }

  /// The kernels of texts, by their names.
  static func banks(_ kernels: [GivenKernel]) throws(Failure) -> [KernelBank] {
    var banks: [KernelBank] = []
    for given in kernels {
      do {
        banks.append(try KernelBank(name: given.name, given.kernel))
      } catch { throw Failure { $0.about($0.place(given.source), $0.sentence(error)) } }
    }
    return banks
  }

  /// The possible numbers of groups for a number of channels, the smallest first.
  func groups(of channels: Int) -> [Int] {
    (1..<channels + 1).filter { groups in
      channels.isMultiple(of: groups)
        && (kernels.isOnePlane
          || kernels.shape.channels == channels / groups
            && kernels.shape.batch.isMultiple(of: groups))
    }
  }

  /// The default number of groups: a matrix works on each channel alone, a bank on all together.
  func usualGroups(of channels: Int) -> Int { kernels.isOnePlane ? channels : 1 }

  /// The kernels of a convolution over a number of channels, of shape K×channels/groups×kH×kW.
  ///
  /// - Throws: A sentence if they do not fit into this number of groups.
  func weight(channels: Int, groups: Int) throws(Failure) -> Tensor {
    let possible = self.groups(of: channels)
    guard possible.contains(groups) else {
      throw Failure { [kernels] in
        kernels.isOnePlane
          ? $0.notGroups(groups, of: channels, possible)
          : $0.bankDoesNotFit(kernels.shape, channels: channels, possible)
      }
    }
    return kernels.isOnePlane ? kernels.spread(over: channels, groups: groups) : kernels
  }

  /// Each kernel as a filter of its own.
  ///
  /// - Throws: A sentence if they do not fit into this number of groups.
  func filters(channels: Int, groups: Int? = nil) throws(Failure) -> [MapFilter] {
    let groups = groups ?? usualGroups(of: channels)
    let weight = try weight(channels: channels, groups: groups)
    let (size, count) = (channels / groups, weight.shape.batch / groups)
    return (0..<weight.shape.batch).map { k in
      let first = k / count * size
      return MapFilter(
        name: kernels.isOnePlane || kernels.shape.batch == 1 ? name : "\(name) \(k)",
        met: kernels.isOnePlane && size < channels ? first..<first + size : nil,
        weight: weight.kernel(k, over: channels, from: first))
    }
  }
}

extension Tensor {
  /// Whether this is one kernel for one channel.
  var isOnePlane: Bool { shape.batch == 1 && shape.channels == 1 }

  /// A matrix as kernels for channels in groups, of shape groups×channels/groups×kH×kW: the same for
  /// all of them.
  func spread(over channels: Int, groups: Int) -> Tensor {
    Tensor(
      Shape(groups, channels / groups, shape.rows, shape.columns),
      (0..<channels).flatMap { _ in elements })
  }

  /// One kernel of a bank, of shape 1×channels×kH×kW: zero but for its own channels, which start at
  /// one.
  fileprivate func kernel(_ k: Int, over channels: Int, from first: Int) -> Tensor {
    var result = Tensor(Shape(1, channels, shape.rows, shape.columns))
    for c in 0..<shape.channels {
      for u in 0..<shape.rows {
        for v in 0..<shape.columns { result[0, first + c, u, v] = self[k, c, u, v] }
      }
    }
    return result
  }
}
