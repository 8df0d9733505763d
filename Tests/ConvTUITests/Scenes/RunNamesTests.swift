import Drawing
import Testing

@testable import ConvTUI

@Test(arguments: [
  (["lenet-0.003", "lenet-0.01", "lenet-0.3"], ["…0.003", "…0.01", "…0.3"]),
  (["a/first", "b/second"], ["first", "second"]),
  // One name twice in several folders is told with its folder.
  (["runs_a/net", "runs_b/net"], ["…a/net", "…b/net"]),
  (["lr=0.1", "lr=0.01"], ["…0.1", "…0.01"]),
  // Nothing would be left of the first, or too little be gained.
  (["net-", "net-a"], ["net-", "net-a"]), (["a-1", "a-2"], ["a-1", "a-2"]),
  (["runs/alone"], ["alone"]),
])
func namesOfRunsAreShortenedByWhatAllBeginWith(_ names: [String], _ expected: [String]) {
  let short = RunNames(names)
  #expect(names.map { short[$0] } == expected)
  #expect(short.label(names[0], "loss") == (names.count > 1 ? expected[0] + " " : "") + "loss")
}

@Test func theFirstChartIsWideWhereThreeStandInFourPlaces() {
  let rect = Rect(row: 1, column: 0, width: 110, height: 28)
  let grid = ChartGrid(3, in: rect.size)
  let places = (0..<3).map { grid.place($0, in: rect) }
  #expect(places.map(\.width) == [110, 54, 54] && places.map(\.column) == [0, 0, 56])
  #expect(places[0].rows.upperBound <= places[1].row && places[1].row == places[2].row)
}
