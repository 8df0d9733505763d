/// Layers one after the other over one image, every map of which can be looked at.
public struct LayerStack: Sendable {
  public let layers: [StackLayer]
  /// C×H×W of the image and of what every layer gives.
  public let shapes: [Shape]
  /// How a unit's field runs through the maps.
  public let field: FieldStack

  /// Checks that every layer fits on what the one before gives.
  ///
  /// - Parameter largestMap: The most numbers of a map of a convolution that are accepted, where not
  ///   given what `Geometry.largestOutput` says; more is of use only where no more than parts are
  ///   computed.
  /// - Throws: `StackError` naming the layer, counted from 1, and what does not fit.
  public init(
    input: Shape, layers: [StackLayer], largestMap: Int? = nil
  ) throws(StackError) {
    var shapes = [Shape([input.channels, input.rows, input.columns])]
    var fields: [FieldLayer] = []
    for (index, layer) in layers.enumerated() {
      do throws(StackError.Reason) {
        let (rows, columns) = try layer.geometry(
          input: shapes[index], largestOutput: largestMap)
        fields.append(FieldLayer(rows, columns))
        shapes.append(try layer.output(input: shapes[index], rows, columns))
      } catch {
        throw StackError(layer: index + 1, input: shapes[index], reason: error)
      }
    }
    do throws(FieldStackError) {
      field = try FieldStack(
        input: PerAxis(rows: input.rows, columns: input.columns), layers: fields)
    } catch {
      throw StackError(
        layer: error.layer, input: shapes[error.layer - 1], reason: .geometry(error.reason))
    }
    self.layers = layers
    self.shapes = shapes
  }

  /// How many numbers all layers take in to give their maps.
  public var work: Double {
    zip(layers, shapes.dropFirst()).reduce(0) { work, item in
      let (layer, shape) = item
      let window =
        switch layer {
        case .convolution(let convolution):
          convolution.weight.shape.channels * convolution.weight.shape.area
        case .maxPooling(let window), .averagePooling(let window):
          window.size.rows * window.size.columns
        case .activation, .normalization: 1
        }
      return work + Double(shape.count) * Double(window)
    }
  }

  /// Whether the far end of an axis stands in the padding of a layer.
  public func wraps(_ axis: KeyPath<PerAxis<Int>, Int>) -> Bool {
    layers.contains {
      guard case .convolution(let convolution) = $0 else { return false }
      return convolution.options.mode == .circular
        && convolution.options.padding[keyPath: axis] > 0
    }
  }

  /// The image and what every layer gives, each of the shape in `shapes`.
  ///
  /// - Precondition: An image of the shape that the stack was made for.
  public func maps(of image: Tensor) -> [Tensor] {
    precondition(image.shape.count == shapes[0].count)
    var maps = [image.reshaped(shapes[0])]
    for (index, layer) in layers.enumerated() {
      maps.append(layer(maps[index], output: shapes[index + 1]))
    }
    return maps
  }
}

extension FieldLayer {
  fileprivate init(_ rows: Axis, _ columns: Axis) {
    func both(_ value: KeyPath<Axis, Int>) -> PerAxis<Int> {
      PerAxis(rows: rows[keyPath: value], columns: columns[keyPath: value])
    }
    self.init(
      .convolution, kernel: both(\.kernel), stride: both(\.stride), padding: both(\.padding),
      dilation: both(\.dilation))
  }
}

/// A layer that does not fit on what the one before it gives.
public struct StackError: Error, Hashable, Sendable {
  public enum Reason: Error, Hashable, Sendable {
    case geometry(GeometryError)
    /// One number of each statistic for every channel.
    case statistics(Int, channels: Int)
  }

  /// Counted from 1.
  public let layer: Int
  /// What the layer was given.
  public let input: Shape
  public let reason: Reason
}
