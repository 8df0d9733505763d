import Drawing
import Model

/// A training run on a plane through its weights: all that a picture of the loss surface shows.
struct RunOnPlane {
  typealias Point = LossPlane.Point

  /// Another branch, seen on the same plane.
  struct Other {
    let number: Int
    /// The weights from the start to its furthest step.
    let path: [Point]
  }

  let choice: LossPlane.Choice
  let plane: LossPlane
  /// The weights so far, seen on the plane; the start first, the present last.
  let path: [Point]
  let others: [Other]
  /// After the next update; nil where that is not finite.
  let next: Point?
  let target: Point
  let minimum: Point
  /// The loss at the minimum of the plane.
  let least: Double
  /// The share of the loss along the path that the plane explains.
  let share: Double
  /// The part of the plane that the run takes.
  let extent: RunExtent

  /// - Parameters:
  ///   - run: The trainer after 0, 1, 2 … updates up to the present; at least one.
  ///   - others: The other branches likewise, up to their furthest steps. The plane does not depend
  ///     on them.
  init(
    _ task: LearnScene.Task, _ run: [Trainer], others: [(number: Int, run: [Trainer])] = [],
    reduction: Reduction
  ) {
    let finite = RunOnPlane.weights(run)
    let path = finite.isEmpty ? [run[0].weight.map(Double.init)] : finite
    let present = run[path.count - 1]
    let laid = LossPlane.choose(
      path: RunOnPlane.thinned(path), target: task.targetKernel.elements.map(Double.init),
      gradient: present.gradient.map(Double.init))
    choice = laid.choice
    let plane = LossPlane(
      patches: task.patches, target: task.target.elements, reduction: reduction,
      origin: laid.origin, axes: laid.axes)
    self.plane = plane
    self.path = path.map(plane.point)
    self.others = others.map {
      Other(number: $0.number, path: RunOnPlane.weights($0.run).map(plane.point))
    }
    var following = present
    following.advance()
    let point = plane.point(following.weight.map(Double.init))
    next = point.x.isFinite && point.y.isFinite ? point : nil
    target = plane.point(task.targetKernel.elements.map(Double.init))
    minimum = plane.minimum
    least = plane.loss(plane.minimum)
    share = plane.share(path: path, losses: run.prefix(path.count).map { Double($0.loss) })
    extent = RunExtent(
      ends: [self.path[0], target, minimum], path: self.path + [next].compactMap(\.self))
  }

  /// Whether the target has the least loss there is.
  var isTargetLeast: Bool {
    (target - minimum).magnitudes.max() < 1e-3 * extent.radius
  }

  /// The loss above the minimum.
  func excess(_ point: Point) -> Double { max(0, plane.loss(point) - least) }

  /// The weights of a run as long as they can be drawn.
  private static func weights(_ run: [Trainer]) -> [[Double]] {
    run.prefix { $0.weight.allSatisfy { abs($0) < 1e30 } }.map { $0.weight.map(Double.init) }
  }

  /// At most 256 of the points, the first and the last among them.
  private static func thinned(_ path: [[Double]]) -> [[Double]] {
    let every = path.count / 256 + 1
    return stride(from: 0, to: path.count - 1, by: every).map { path[$0] } + [path[path.count - 1]]
  }
}
