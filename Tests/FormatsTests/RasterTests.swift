import Model
import Testing

@testable import Formats

/// A raster of seeded noise, stored 9 wide and 7 high.
private func noise(sampleCount: Int, orientation: Orientation, isWide: Bool) -> Raster {
  var generator = SeededGenerator(seed: UInt64(sampleCount))
  let count = 9 * 7 * sampleCount
  return Raster(
    width: 9, height: 7, sampleCount: sampleCount,
    samples: isWide
      ? .words((0..<count).map { _ in UInt16.random(in: 0...1000, using: &generator) })
      : .bytes((0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }),
    maximum: isWide ? 1000 : 255, orientation: orientation)
}

@Test(
  arguments: [
    (Orientation.topLeft, [[1, 2, 3], [4, 5, 6]]), (.topRight, [[3, 2, 1], [6, 5, 4]]),
    (.bottomRight, [[6, 5, 4], [3, 2, 1]]), (.bottomLeft, [[4, 5, 6], [1, 2, 3]]),
    (.leftTop, [[1, 4], [2, 5], [3, 6]]), (.rightTop, [[4, 1], [5, 2], [6, 3]]),
    (.rightBottom, [[6, 3], [5, 2], [4, 1]]), (.leftBottom, [[3, 6], [2, 5], [1, 4]]),
  ] as [(Orientation, [[Float]])])
func pixelsAreTurnedWithoutBeingMoved(_ orientation: Orientation, rows: [[Float]]) {
  let raster = Raster(
    width: 3, height: 2, sampleCount: 1, samples: .bytes([1, 2, 3, 4, 5, 6]), maximum: 8,
    orientation: orientation)
  #expect(raster.tensor() == Tensor(rows: rows.map { $0.map { $0 / 8 } }))
  #expect(raster.height == rows.count && raster.width == rows[0].count)
  #expect(raster.brightness(raster.height - 1, 0) == (rows.last?[0] ?? 0) / 8)
}

@Test(arguments: [1, 2, 3, 4], Orientation.allCases)
func regionIsTheMeanOfItsBlocks(_ sampleCount: Int, orientation: Orientation) {
  for isWide in [false, true] {
    let raster = noise(sampleCount: sampleCount, orientation: orientation, isWide: isWide)
    let (rows, columns) = (1..<raster.height, 0..<raster.width - 1)
    for channel in Raster.Channel.allCases {
      let pixels = raster.region(rows: rows, columns: columns, channel: channel)
      for step in [1, 2, 3, 4, 6, 20] {
        let region = raster.region(
          rows: rows, columns: columns, step: step, channel: channel)
        #expect(difference(region, blockMeans(pixels, step)) < 1e-6)
      }
    }
  }
}

/// The plain loop.
private func blockMeans(_ pixels: Tensor, _ step: Int) -> Tensor {
  let (height, width) = (pixels.shape.rows, pixels.shape.columns)
  let rows = stride(from: 0, to: height, by: step).map { top in
    stride(from: 0, to: width, by: step).map { left in
      var sum: Float = 0
      let block = (min(top + step, height) - top) * (min(left + step, width) - left)
      for row in top..<min(top + step, height) {
        for column in left..<min(left + step, width) { sum += pixels[row, column] }
      }
      return sum / Float(block)
    }
  }
  return Tensor(rows: rows)
}

@Test func brightnessIsOfTheColourOverWhite() {
  let raster = Raster(
    width: 2, height: 1, sampleCount: 4, samples: .bytes([255, 0, 0, 255, 0, 0, 0, 0]))
  #expect(raster.brightness(0, 0) == 0.299 && raster.brightness(0, 1) == 1)
  #expect(raster.colorChannels == 3)
  #expect(raster.tensor(.rgb) == Tensor(Shape([3, 1, 2]), [1, 1, 0, 1, 0, 1]))
}

@Test func greyImageHasOneChannel() {
  let raster = Raster(
    width: 2, height: 1, sampleCount: 2, samples: .bytes([0, 255, 51, 255]))
  #expect(raster.colorChannels == 1)
  #expect(raster.tensor(.rgb) == Tensor(Shape([1, 1, 2]), [0, 0.2]))
  #expect(raster.region(rows: 0..<1, columns: 1..<2, channel: .blue).elements == [0.2])
}

@Test func theBrightestSamplesAddUpWithoutOverflow() {
  let samples = [UInt16](repeating: .max, count: 1000 * 4 * 3)
  let raster = Raster(
    width: 1000, height: 3, sampleCount: 4, samples: .words(samples), maximum: 65_535)
  let region = raster.region(rows: 0..<3, columns: 0..<1000, step: 1000)
  #expect(region == Tensor(rows: [[1]]))
}

@Test func moreRowsThan32BitsHoldAddUp() {
  let samples = [UInt16](repeating: .max, count: 70_000)
  let raster = Raster(
    width: 1, height: 70_000, sampleCount: 1, samples: .words(samples), maximum: 65_535)
  #expect(raster.region(rows: 0..<70_000, columns: 0..<1, step: 70_000).elements == [1])
}
