import Model
import Testing

@testable import ConvTUI

struct RunExtentTests {
  private typealias Point = LossPlane.Point

  private func isSeen(_ point: LossPlane.Point, in extent: RunExtent) -> Bool {
    let offset = (point - extent.middle).magnitudes
    return offset.x <= 2 * extent.radius && offset.y <= extent.radius
  }

  @Test func startGoalAndPathAreSeen() {
    let ends = [Point(-0.6, -0.2), Point(1, -1)]
    for path in [[], [Point(0.5, 0)], [Point(7, 3), Point(-40, 2)], [Point(.nan, 1)]] {
      let extent = RunExtent(ends: ends, path: path)
      for point in ends + path where !point.x.isNaN { #expect(isSeen(point, in: extent)) }
    }
  }

  @Test func thePathFillsIt() {
    let extent = RunExtent(ends: [Point(-0.6, -0.2), Point(1, -1)], path: [])
    #expect(extent.middle == Point(0.2, -0.6) && abs(extent.radius - 0.52) < 1e-12)
  }

  /// From most updates to the next the picture stands still.
  @Test func itGrowsBySteps() {
    let ends = [Point(0, 0), Point(1, 1)]
    let radii = Set(
      (0..<100).map { RunExtent(ends: ends, path: [Point(0, Double($0) / 50)]).radius })
    #expect(radii.count <= 4)
  }

  @Test func noExtentIsOne() {
    #expect(RunExtent(ends: [Point(2, 3), Point(2, 3)], path: []).radius == 1)
    #expect(RunExtent(ends: [Point(.infinity, 3)], path: []).radius == 1)
  }
}
