import Formats
import Model
import Testing

@testable import ConvTUI
@testable import Drawing

@Suite struct PictureTests {
  private static func raster(_ width: Int, _ height: Int, colors: Int) -> Raster {
    var generator = SeededGenerator(seed: 31)
    return Raster(
      width: width, height: height, sampleCount: colors,
      samples: .bytes(
        (0..<width * height * colors).map { _ in .random(in: 0...255, using: &generator) }))
  }

  /// The mean of every block, of a large picture too, for which an overview is kept: within 1e-5.
  @Test(arguments: [(1, 1), (7, 1), (16, 1), (24, 1), (40, 3)])
  func everyNumberIsTheMeanOfItsBlock(_ step: Int, _ colors: Int) {
    // Just more pixels than are looked at without an overview, and no multiple of its blocks.
    let raster = Self.raster(2051, 2047, colors: colors)
    let picture = Picture(raster, colors == 3 ? .rgb : .luma)
    let shape = picture.shape(step: step)
    let rows = shape.rows - 2..<shape.rows
    let columns = shape.columns - 3..<shape.columns
    let part = picture.part(rows: rows, columns: columns, step: step)
    let channels: [Raster.Channel] = colors == 3 ? [.red, .green, .blue] : [.luma]
    for (c, channel) in channels.enumerated() {
      for (i, row) in rows.enumerated() {
        for (j, column) in columns.enumerated() {
          let pixels = raster.region(
            rows: row * step..<min(2047, (row + 1) * step),
            columns: column * step..<min(2051, (column + 1) * step),
            channel: channel)
          let mean = pixels.elements.reduce(0.0) { $0 + Double($1) } / Double(pixels.shape.count)
          #expect(abs(Double(part[0, c, i, j]) - mean) < 1e-5)
        }
      }
    }
  }

  @Test func scalesAreThoseOfAnOverviewFromTwoOfItsBlocksOn() {
    #expect([0, 1, 7, 15, 16, 17, 24, 100].map(Picture.step) == [1, 1, 7, 15, 16, 24, 24, 104])
  }

  /// With three planes a picture is seen in its own colours; its maps are not.
  @Test func coloursAreSeen() throws {
    let samples: [UInt8] = [255, 0, 0, 0, 200, 0, 0, 0, 90, 60, 50, 40]
    let raster = Raster(width: 2, height: 2, sampleCount: 3, samples: .bytes(samples))
    func backgrounds(_ mode: ChannelMode) throws -> Set<Color> {
      let scene = try MapsScene(Picture(raster, mode), MapsScene.kernels("identity"))
      let frame = try State.opened(with: scene, size: Size(width: 110, height: 34)).frame()
      return Set((0..<34).flatMap { frame.row($0).compactMap(\.style.background) })
    }
    let colors = [0xFF0000, 0x00C800, 0x00005A, 0x3C3228].map { Color($0) }
    #expect(try backgrounds(.rgb).isSuperset(of: colors))
    #expect(try backgrounds(.luma).isDisjoint(with: colors))
  }
}
