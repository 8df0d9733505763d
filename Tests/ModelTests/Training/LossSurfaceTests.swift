import Testing

@testable import Model

/// The chapter's task: 42 windows of two taps over the bar.
private func chapter(_ reduction: Reduction) throws -> LossSurface {
  let geometry = try Geometry(input: CourseExample.bar.shape, kernel: CourseExample.edge.shape)
  return LossSurface(
    patches: Patches(CourseExample.bar, geometry: geometry), reduction: reduction)
}

@Test func theChaptersBowlHasCurvaturesTwelveAndSixty() throws {
  let surface = try chapter(.sum)
  #expect(surface.hessian == [[36, 24], [24, 36]])
  expectClose(surface.eigenvalues, [12, 60], within: 1e-12)
  #expect(surface.largestEigenvalue == surface.eigenvalues[1])
  // Along (1, −1) and (1, 1), whichever way they point.
  let (flat, steep) = (surface.eigenvectors[0], surface.eigenvectors[1])
  expectClose([flat[0], -flat[0]], flat, within: 1e-12)
  expectClose([steep[0], steep[0]], steep, within: 1e-12)
  expectClose(
    [abs(flat[0]), abs(steep[0])], [(0.5).squareRoot(), (0.5).squareRoot()], within: 1e-12)
}

/// Dividing the squares by 42 divides the curvatures by 42.
@Test func theMeanFlattensTheBowl() throws {
  expectClose(try chapter(.mean).eigenvalues, [12.0 / 42, 60.0 / 42], within: 1e-12)
}

/// The loss is a quadratic, so its second differences are the Hessian: whole numbers, exactly.
@Test func theHessianIsTheSecondDifferenceOfTheLoss() throws {
  var generator = SeededGenerator(seed: 15)
  let input = Tensor.randomWhole(Shape([2, 6, 5]), using: &generator)
  let kernel = Tensor(Shape(1, 2, 2, 1))
  let geometry = try Geometry(
    input: input.shape, kernel: kernel.shape,
    options: CorrelationOptions(padding: PerAxis(1), mode: .reflect))
  let patches = Patches(input, geometry: geometry)
  func loss(_ weight: [Float]) -> Double {
    let trainer = Trainer(
      patches: patches, target: [Float](repeating: 1, count: patches.windowCount), weight: weight,
      optimizer: Optimizer(.sgd, learningRate: 0))
    return Double(trainer.loss)
  }
  let unit = (0..<4).map { t in (0..<4).map { $0 == t ? Float(1) : 0 } }
  let zero = [Float](repeating: 0, count: 4)
  let hessian = LossSurface(patches: patches).hessian
  for s in 0..<4 {
    for t in 0..<4 {
      let both = zip(unit[s], unit[t]).map(+)
      #expect(hessian[s][t] == loss(both) - loss(unit[s]) - loss(unit[t]) + loss(zero))
    }
  }
}

@Test func theStabilityLimitsAreThoseOfTheMethods() {
  #expect(LossSurface.limit(of: .sgd) == 2)
  #expect(LossSurface.limit(of: .momentum(0.5)) == 3)
  #expect(LossSurface.limit(of: .nesterov(0.5)) == 1.5)
  for method in [Optimizer.Method.rmsprop(0), .adam, .adamw] {
    #expect(LossSurface.limit(of: method) == nil)
  }
}

/// Just below the limit the chapter's run shrinks, just above it grows.
@Test(arguments: [
  Optimizer.Method.sgd, .momentum(0.5), .momentum(0.9), .nesterov(0.5), .nesterov(0.9),
])
func theLimitDividesShrinkingFromGrowing(_ method: Optimizer.Method) throws {
  let surface = try chapter(.sum)
  let limit = try #require(LossSurface.limit(of: method)) / surface.largestEigenvalue
  for (share, shrinks) in [(0.97, true), (1.03, false)] {
    var trainer = try barTrainer(
      weight: [0, 0.5], Optimizer(method, learningRate: Float(share * limit)))
    let start = trainer.loss
    for _ in 0..<400 { trainer.advance() }
    #expect((trainer.loss < start) == shrinks, "\(share) of the limit")
  }
}
