import Model

extension MapsScene: SceneWithTensors {
  /// As many numbers as a file of maps holds.
  private static let mostNumbers = 1 << 26

  /// The picture at full scale, and the map that is chosen; where none is, all of them by name, with
  /// Y for all together where they have one size.
  var tensors: [(name: String, tensor: Tensor)] {
    get throws(FigureError) {
      let pixels = try wholePicture(ofAtMost: MapsScene.mostNumbers)
      let picture = (name: "X", tensor: pixels.flattened)
      guard pane == 0, filters.count > 1 else {
        let pane = max(1, pane)
        return [picture, ("K", filters[pane - 1].weight), ("Y", wholeMap(pane, of: pixels))]
      }
      let count = filters.count * pixels.shape.area
      guard count <= MapsScene.mostNumbers else {
        throw .mapsTooLarge(maps: filters.count, numbers: count, limit: MapsScene.mostNumbers)
      }
      let maps = (1...filters.count).map { wholeMap($0, of: pixels) }
      let names = filters.map(Words.ofFiles.name(of:)).distinct
      let kernels = zip(names, filters).map { (name: "K \($0)", tensor: $1.weight) }
      let all = Tensor(stacking: maps).map { [(name: "Y", tensor: $0)] } ?? []
      return [picture] + kernels + zip(names, maps).map { ($0, $1) } + all
    }
  }

  /// The map that is chosen, or all of them as K×H×W.
  var result: Tensor? {
    get throws(FigureError) {
      let tensors = try tensors
      guard let last = tensors.last, last.name == "Y" else {
        throw .mapSizes(tensors.suffix(filters.count).map(\.tensor.shape))
      }
      return last.tensor
    }
  }

  /// The picture at full scale, where it has at most so many pixels.
  func wholePicture(ofAtMost limit: Int) throws(FigureError) -> Tensor {
    let pixels = picture.rows * picture.columns
    guard pixels <= limit else { throw .mapTooLarge(pixels, limit: limit) }
    return picture.part(rows: 0..<picture.rows, columns: 0..<picture.columns, step: 1)
  }

  func wholeMap(_ pane: Int, of pixels: Tensor) -> Tensor {
    (convolution(pane).flatMap { try? $0.forward(pixels) }?.plane()) ?? Tensor(Shape(0, 0))
  }
}

extension Tensor {
  /// A matrix where there is one channel.
  var flattened: Tensor { shape.channels == 1 ? plane() : self }

  /// Matrices of one size as the channels of one tensor; nil where their sizes differ.
  fileprivate init?(stacking planes: [Tensor]) {
    guard let first = planes.first?.shape, planes.allSatisfy({ $0.shape == first }) else {
      return nil
    }
    self.init(Shape([planes.count, first.rows, first.columns]), planes.flatMap(\.elements))
  }
}

extension [String] {
  /// The same names, with a number behind each that was there before: no key stands twice in an
  /// object.
  fileprivate var distinct: [String] {
    var taken = Set<String>(["X", "Y"])
    return map { name in
      var (candidate, number) = (name, 1)
      while !taken.insert(candidate).inserted {
        number += 1
        candidate = "\(name) (\(number))"
      }
      return candidate
    }
  }
}
