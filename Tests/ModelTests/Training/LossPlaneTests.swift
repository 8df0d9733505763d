import Foundation
import Testing

@testable import Model

/// A 3×3 kernel on a noisy target, and a plane through its weights; made by loss_plane.py.
private struct PlaneReference: Decodable {
  let image: [Float]
  let target: [Float]
  let origin: [Double]
  let axes: [[Double]]
  let points: [[Double]]
  let losses: [Double]
  let minimum: [Double]
  let curvatures: [Double]
  let directions: [[Double]]

  static func load() throws -> PlaneReference {
    let file = try #require(
      Bundle.module.url(
        forResource: "loss_plane", withExtension: "json", subdirectory: "Reference"))
    return try JSONDecoder().decode(PlaneReference.self, from: Data(contentsOf: file))
  }

  func plane(_ reduction: Reduction = .sum) throws -> LossPlane {
    let geometry = try Geometry(input: Shape(7, 9), kernel: Shape(3, 3))
    return LossPlane(
      patches: Patches(Tensor(Shape(7, 9), image), geometry: geometry), target: target,
      reduction: reduction, origin: origin, axes: axes)
  }
}

@Test func theLossOnAPlaneIsPyTorchs() throws {
  let reference = try PlaneReference.load()
  let plane = try reference.plane()
  let points = reference.points.map { LossPlane.Point($0[0], $0[1]) }
  expectClose(points.map(plane.loss), reference.losses, within: 1e-12)
  let mean = try reference.plane(.mean)
  expectClose(points.map(mean.loss), reference.losses.map { $0 / 35 }, within: 1e-12)
}

@Test func theMinimumAndTheDirectionsAreNumpys() throws {
  let reference = try PlaneReference.load()
  let plane = try reference.plane()
  expectClose([plane.minimum.x, plane.minimum.y], reference.minimum, within: 1e-10)
  expectClose(plane.directions.map(\.curvature), reference.curvatures, within: 1e-10)
  for (direction, expected) in zip(plane.directions, reference.directions) {
    let along = direction.along * LossPlane.Point(expected[0], expected[1])
    #expect(abs(abs(along.sum()) - 1) < 1e-10)
  }
}

@Test func pointsAndWeightsOfAPlaneAreEachOthers() throws {
  let plane = try PlaneReference.load().plane()
  let point = plane.point(plane.weight(LossPlane.Point(1.5, -0.25)))
  expectClose([point.x, point.y], [1.5, -0.25], within: 1e-12)
}

/// With two weights the plane is the surface: its losses are the trainer's.
@Test func theChaptersSurfaceHoldsTheWholeRun() throws {
  var trainer = try barTrainer(weight: [-0.6, -0.1], Optimizer(.sgd, learningRate: 0.03))
  let laid = LossPlane.choose(path: [[-0.6, -0.1]], target: [1, -1], gradient: [0, 0])
  #expect(laid.choice == .whole && laid.axes == [[1, 0], [0, 1]])
  let geometry = try Geometry(input: CourseExample.bar.shape, kernel: CourseExample.edge.shape)
  let plane = LossPlane(
    patches: Patches(CourseExample.bar, geometry: geometry),
    target: Correlation.plain(CourseExample.bar, CourseExample.edge, geometry: geometry).elements,
    reduction: .sum, origin: laid.origin, axes: laid.axes)
  expectClose([plane.minimum.x, plane.minimum.y], [1, -1], within: 1e-12)
  expectClose(plane.directions.map(\.curvature), [12, 60], within: 1e-12)
  for _ in 0..<20 {
    let weight = trainer.weight.map(Double.init)
    expectClose([trainer.loss], [plane.loss(plane.point(weight))], within: 1e-5)
    trainer.advance()
  }
}

@Test func startPresentAndTargetLieOnTheirPlane() {
  let path: [[Double]] = [[3, 0, 0], [2, 2, 0], [0, 1, 1]]
  let target: [Double] = [1, 1, -1]
  let (choice, origin, axes) = LossPlane.choose(path: path, target: target, gradient: [0, 0, 1])
  #expect(choice == .threePoints && origin == target)
  for point in [path[0], path[2]] { expectOn(origin, axes, point) }
}

@Test func pointsInLineGiveTheMainDirectionsOfThePath() {
  // From (4, 0, 0) on the way to 0, swaying along the second axis.
  let path: [[Double]] = [[4, 0, 0], [3, 0.5, 0], [2, -0.5, 0], [1, 0, 0]]
  let (choice, origin, axes) = LossPlane.choose(
    path: path, target: [0, 0, 0], gradient: [0, 0, 1])
  #expect(choice == .path && origin == [1, 0, 0])
  for point in path { expectOn(origin, axes, point) }
  #expect(abs(axes[0][0]) > 0.98)
}

@Test func aPathOfOnePointGoesAlongItsGradient() {
  let (choice, origin, axes) = LossPlane.choose(
    path: [[4, 0, 0]], target: [0, 0, 0], gradient: [1, 0, 2])
  #expect(choice == .path)
  expectOn(origin, axes, [0, 0, 0])
  expectOn(origin, axes, [5, 0, 2])
  let none = LossPlane.choose(path: [[0, 0, 0]], target: [0, 0, 0], gradient: [0, 0, 0])
  expectClose(none.axes.flatMap { $0 }, [1, 0, 0, 0, 1, 0], within: 0)
}

/// A second axis that is zero leaves the surface flat along it, and all else as it is.
@Test func oneWeightHasASurfaceToo() throws {
  let geometry = try Geometry(input: Shape(1, 2), kernel: Shape(1, 1))
  let laid = LossPlane.choose(path: [[5]], target: [2], gradient: [1])
  let plane = LossPlane(
    patches: Patches(Tensor(rows: [[1, 2]]), geometry: geometry), target: [2, 4], reduction: .sum,
    origin: laid.origin, axes: laid.axes)
  #expect(plane.loss(LossPlane.Point(3, 7)) == 5)
  #expect(abs(plane.minimum.x - 2) < 1e-12 && plane.minimum.y == 0)
}

@Test func theShareIsOneOnThePlaneAndLessOffIt() throws {
  let plane = try PlaneReference.load().plane()
  let points = [LossPlane.Point(1, 2), LossPlane.Point(-1, 0.5)]
  #expect(plane.share(path: points.map(plane.weight), losses: points.map(plane.loss)) > 1 - 1e-12)
  let losses = points.map { plane.loss($0) / 2 }
  #expect(abs(plane.share(path: points.map(plane.weight), losses: losses)) < 1e-12)
}

private func expectOn(
  _ origin: [Double], _ axes: [[Double]], _ point: [Double],
  sourceLocation: SourceLocation = #_sourceLocation
) {
  var rest = zip(point, origin).map { $0 - $1 }
  for axis in axes {
    let along = zip(rest, axis).reduce(0) { $0 + $1.0 * $1.1 }
    rest = zip(rest, axis).map { $0 - along * $1 }
  }
  #expect(rest.allSatisfy { abs($0) < 1e-9 }, "\(rest)", sourceLocation: sourceLocation)
}
