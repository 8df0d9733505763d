import Formats
import Testing

@testable import Model

struct SpatialGraphPathTests {
  /// Each step of an example lies under the window of the next.
  @Test(arguments: [
    "conv2,conv2", "conv3:p1,pool2,conv3x1,conv2:d2", "conv3:p1=a,relu,conv3:p1,add:a,pool3:s1",
    "conv3:p2:mcircular,conv2:s3", "conv1=a,conv1:from=image,add:a", "conv3:p1,globalavgpool",
  ])
  func pathLeadsFromThePixelToTheUnit(_ layers: String) throws {
    let stack = try SpatialGraph(try GraphNotation.graph(layers), input: PlaneSize(12))
    let last = stack.maps.count - 1
    let unit = Position(row: stack.maps[last].rows / 2, column: stack.maps[last].columns / 2)
    let counts = stack.paths(from: unit, of: last, to: 0)
    for row in 0..<12 {
      for column in 0..<12 {
        let pixel = Position(row: row, column: column)
        guard let path = stack.path(from: pixel, to: unit, of: last) else {
          #expect(counts[row, column] == 0)
          continue
        }
        #expect(counts[row, column] > 0 && path[0] == pixel && path[last] == unit)
        let cells = path.sorted { $0.key < $1.key }
        for (before, after) in zip(cells, cells.dropFirst()) {
          #expect(stack.graph.nodes[after.key - 1].inputs.contains(before.key))
          let step = stack.paths(from: after.value, of: after.key, to: before.key)
          #expect(step[before.value.row, before.value.column] > 0)
        }
      }
    }
  }

  @Test func pixelIsAPathToItself() throws {
    let stack = try SpatialGraph(try GraphNotation.graph("conv2"), input: PlaneSize(3))
    #expect(stack.path(from: .zero, to: .zero, of: 0) == [0: .zero])
    #expect(stack.path(from: .zero, to: Position(row: 1, column: 1), of: 1) == nil)
  }

  @Test func busiestCellHasTheMostPathsOfAStack() throws {
    let stack = try SpatialGraph(try GraphNotation.graph("conv2,conv2"), input: PlaneSize(3))
    let counts = stack.paths(from: .zero, of: 2, to: 0)
    #expect(counts.busiest == Position(row: 1, column: 1) && counts.largest == 4)
    let padding = try SpatialGraph(try GraphNotation.graph("conv1:p1"), input: PlaneSize(2))
    #expect(padding.paths(from: .zero, of: 1, to: 0).busiest == nil)
  }
}
