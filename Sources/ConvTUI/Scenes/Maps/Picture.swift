import Drawing
import Formats
import Model

/// The picture that maps are made from, at any scale: brightness, or red, green and blue, in 0...1.
struct Picture: Sendable {
  /// A raster stays as it came, whatever its size.
  private enum Source: Sendable {
    case tensor(Tensor)
    /// With a plane of block means for each of its channels where it is large.
    case raster(Raster, [Raster.Channel], overview: [Tensor]?)
  }

  /// The side of the blocks of an overview.
  private static let overviewStep = 8
  /// An image of no more pixels is looked at without one.
  private static let mostWithoutOverview = 1 << 22
  /// Of an image of more pixels colours are kept only where they are looked at.
  static let mostWithColors = 1 << 22

  private let source: Source
  let channels, rows, columns: Int
  /// Whether the channels are red, green and blue.
  let isColored: Bool
  /// Whether it is the brightness of an image in colours.
  var isBrightness: Bool
  /// Whether it still has the colours of an image.
  var hasColors: Bool {
    guard case .raster(let raster, _, _) = source else { return false }
    return raster.colorChannels == 3
  }
  /// Whether it comes from an image file, and not from numbers.
  var isPhotograph: Bool { if case .raster = source { true } else { false } }
  /// Where it was read from.
  var file: File?

  /// Reads the file of a picture.
  typealias Reader = (File) throws -> Picture

  /// The file of a picture, and what was made of its colours.
  struct File: Hashable, Sendable {
    var path: String
    var channels: ChannelMode
  }

  /// - Parameter pixels: Of shape H×W or C×H×W.
  init(_ pixels: Tensor) {
    let shape = pixels.shape
    (channels, rows, columns) = (shape.channels, shape.rows, shape.columns)
    source = .tensor(pixels)
    (isColored, isBrightness) = (false, false)
    let range = pixels.finiteRange ?? 0...1
    scale = range.lowerBound < 0 ? ColorScale(range) : .picture(upTo: max(1, range.upperBound))
  }

  init(_ raster: Raster, _ mode: ChannelMode) {
    isColored = mode == .rgb && raster.colorChannels == 3
    isBrightness = mode == .luma && raster.colorChannels == 3
    let shown: [Raster.Channel] = isColored ? [.red, .green, .blue] : [.luma]
    (channels, rows, columns) = (shown.count, raster.height, raster.width)
    let isLarge = rows * columns > Picture.mostWithoutOverview
    let overview =
      isLarge
      ? shown.map {
        raster.region(
          rows: 0..<raster.height, columns: 0..<raster.width, step: Picture.overviewStep,
          channel: $0)
      } : nil
    source = .raster(raster, shown, overview: overview)
    scale = .picture
  }

  /// The same image, its colours looked at in another way.
  func read(as mode: ChannelMode) -> Picture {
    guard case .raster(let raster, _, _) = source else { return self }
    var picture = Picture(raster, mode)
    picture.file = file.map { File(path: $0.path, channels: mode) }
    return picture
  }

  /// The first scale from one on at which a picture is looked at: how many pixels in a row and a column
  /// become one.
  static func step(from least: Int) -> Int {
    least < 2 * overviewStep
      ? max(1, least) : (least + overviewStep - 1) / overviewStep * overviewStep
  }

  /// The same for this picture: any where it has no overview.
  func step(from least: Int) -> Int {
    guard case .raster(_, _, .some) = source else { return max(1, least) }
    return Picture.step(from: least)
  }

  /// The colours of its numbers: from black to white, also past 1, or of both signs.
  let scale: ColorScale

  /// C×H×W if `step` × `step` pixels become one.
  func shape(step: Int) -> Shape {
    Shape([channels, (rows + step - 1) / step, (columns + step - 1) / step])
  }

  /// A part of the picture at a scale, of shape C×rows×columns.
  ///
  /// Each number is the mean of a block.
  func part(rows: Range<Int>, columns: Range<Int>, step: Int) -> Tensor {
    let shape = Shape([channels, rows.count, columns.count])
    switch source {
    case .tensor(let pixels):
      return Tensor(
        shape,
        (0..<channels).flatMap { channel in
          means(of: pixels.plane(channel: channel), rows, columns, step, unit: 1)
        })
    case .raster(_, _, .some(let overview))
    where step > Picture.overviewStep && step.isMultiple(of: Picture.overviewStep):
      return Tensor(
        shape,
        overview.flatMap {
          means(
            of: $0, rows, columns, step / Picture.overviewStep, unit: Picture.overviewStep)
        })
    case .raster(let raster, let channels, _):
      return Tensor(
        shape,
        channels.flatMap { channel in
          raster.region(
            rows: rows.lowerBound * step..<min(self.rows, rows.upperBound * step),
            columns: columns.lowerBound * step..<min(self.columns, columns.upperBound * step),
            step: step, channel: channel
          ).elements
        })
    }
  }

  /// The means of blocks of a plane. Each element of the plane covers `unit` × `unit` pixels, or fewer
  /// at the far edges.
  private func means(
    of plane: Tensor, _ rows: Range<Int>, _ columns: Range<Int>, _ step: Int, unit: Int
  ) -> [Float] {
    func block(_ index: Int, _ length: Int) -> Range<Int> {
      index * step..<min(length, (index + 1) * step)
    }
    func pixels(_ element: Int, of length: Int) -> Float {
      Float(min(unit, length - element * unit))
    }
    let (elements, width) = (plane.elements, plane.shape.columns)
    return rows.flatMap { row in
      columns.map { column in
        var (sum, count) = (Float(0), Float(0))
        for r in block(row, plane.shape.rows) {
          for c in block(column, width) {
            let weight = pixels(r, of: self.rows) * pixels(c, of: self.columns)
            sum += weight * elements[r * width + c]
            count += weight
          }
        }
        return sum / count
      }
    }
  }
}
