import Drawing
import Model
import Testing

@testable import ConvTUI

struct FoundEdgesTests {
  private func said(_ output: Tensor, by kernel: Tensor = CourseExample.edge) -> String {
    words.edges(FoundEdges(output), KernelSight(kernel), width: 200).map(\.text).joined()
  }

  @Test func columnsAreFoundWithTheirValues() {
    let output = Tensor(rows: [[0, 1, 0, -1], [0, 1, 0, -1]])
    #expect(FoundEdges(output).pieces.map(\.direction) == [.vertical, .vertical])
    #expect(FoundEdges(output).pieces.map(\.value) == [1, -1])
    #expect(said(output) == "2 vertical edges: +1 at column 1, −1 at column 3")
    #expect(said(output.transposed) == "2 horizontal edges: +1 at row 1, −1 at row 3")
  }

  @Test func sameEverywhereIsSaid() {
    #expect(FoundEdges(Tensor(Shape(2, 3))).isEmpty)
    #expect(said(Tensor(Shape(2, 3))) == "0 everywhere")
    #expect(said(Tensor(Shape(2, 3), repeating: 2)) == "+2 everywhere, so no edge stands out")
  }

  @Test func diagonalsAreTold() {
    let diagonal = Tensor(rows: [[1, 0, 0], [-1, 1, 0], [0, -1, 1]])
    #expect(said(diagonal) == "2 diagonal edges: +1, −1")
  }

  @Test func whatTheKernelIsDecidesWhatALineIs() throws {
    let output = Tensor(rows: [[0, 1, -1, 0], [0, 1, -1, 0]])
    let laplacian = try #require(NamedKernel.named("laplacian")).kernel
    #expect(said(output, by: laplacian).hasPrefix("2 vertical lines: "))
    let box = try #require(NamedKernel.named("box")).kernel
    #expect(said(output, by: box) == "from −1 to 1: brightness as well as edges")
  }

  @Test func wideEdgesSayFromWhereToWhere() {
    let output = Tensor(rows: [[0, 4, 4, 0], [0, 4, 4, 0], [0, 4, 4, 0]])
    #expect(said(output) == "1 vertical edge: +4 at columns 1–2")
  }

  /// A square ring under [1, −1]: its upright sides, outside and inside.
  @Test func ringShowsItsUprightSides() {
    let ring = Tensor(
      rows: [
        [0, 0, 0, 0, 0], [0, 1, 1, 1, 0], [0, 1, 0, 1, 0], [0, 1, 1, 1, 0], [0, 0, 0, 0, 0],
      ])
    let geometry = try? Geometry(input: ring.shape, kernel: CourseExample.edge.shape)
    let output = Correlation.fast(ring, CourseExample.edge, geometry: geometry!)
    let pieces = FoundEdges(output).pieces
    #expect(pieces.count { $0.direction == .vertical } == 2)
    #expect(pieces.count { $0.direction == .point } == 2)
  }

  @Test func noiseHasNoEdges() {
    var generator = SeededGenerator(seed: 5)
    let noise = Tensor(
      Shape(9, 9), (0..<81).map { _ in Float(Int.random(in: -9...9, using: &generator)) })
    #expect(said(noise).contains("edges all over"))
  }

  @Test func roundingIsNotTakenForAnEdge() {
    let found = FoundEdges(Tensor(rows: [[1e-9, 1], [0, 1]]))
    #expect(found.pieces.count == 1 && found.pieces[0].direction == .vertical)
  }

  @Test func numbersThatAreNoneAreNotTakenForZero() {
    #expect(!FoundEdges(Tensor(Shape(2, 2), repeating: .nan)).isEmpty)
    #expect(!FoundEdges(Tensor(rows: [[.infinity, 1], [1, 1]])).isEmpty)
    #expect(said(Tensor(Shape(2, 2), repeating: .nan)).contains("NaN or ∞"))
  }

  /// What is said of a kernel holds for random images that are the same along an axis.
  @Test(arguments: NamedKernel.all.map(\.name)) func sightIsThatOfTheSums(_ name: String) throws {
    let kernel = try #require(NamedKernel.named(name)).kernel
    let sight = KernelSight(kernel)
    var generator = SeededGenerator(seed: 3)
    let steps = (0..<12).map { _ in Float(Int.random(in: 0...9, using: &generator)) }
    let stripes = Tensor(rows: steps.map { [Float](repeating: $0, count: 12) })
    for (image, isSeen) in [
      (stripes, sight.seesHorizontalEdges), (stripes.transposed, sight.seesVerticalEdges),
    ] {
      let geometry = try Geometry(input: image.shape, kernel: kernel.shape)
      let output = Correlation.plain(image, kernel, geometry: geometry)
      #expect(output.elements.contains { abs($0) > 1e-4 } == isSeen, "\(name)")
    }
  }
}
