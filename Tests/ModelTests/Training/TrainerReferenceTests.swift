import Foundation
import Model
import Testing

extension TrainingReference {
  func trainer() throws -> Trainer {
    let image = Tensor(Shape(imageShape), image)
    let kernel = Tensor(Shape(targetKernelShape), targetKernel)
    let geometry = try Geometry(input: image.shape, kernel: kernel.shape)
    let method: Optimizer.Method =
      switch (optimizer, options.momentum) {
      case ("sgd", nil): .sgd
      case ("sgd", let momentum?): .momentum(momentum)
      case ("adam", _): .adam
      default: preconditionFailure("optimizer \(optimizer)")
      }
    let reduction = try #require(Reduction(rawValue: reduction))
    return Trainer(
      patches: Patches(image, geometry: geometry),
      target: Correlation.plain(image, kernel, geometry: geometry).elements, weight: initialWeight,
      optimizer: Optimizer(method, learningRate: options.lr), reduction: reduction)
  }
}

/// Runs against PyTorch in double precision: at every step loss, weight and gradient within 1e-4
/// of the largest magnitude that each has in the whole run.
struct TrainerReferenceTests {
  @Test(arguments: References.trainings)
  func everyStepEqualsPyTorch(_ reference: TrainingReference) throws {
    var trainer = try reference.trainer()
    #expect(reference.trace.count == reference.steps + 1)
    var (losses, weights, gradients): ([Float], [Float], [Float]) = ([], [], [])
    for step in 0...reference.steps {
      if step > 0 { trainer.advance() }
      #expect(trainer.step == step)
      losses.append(trainer.loss)
      weights += trainer.weight
      if step < reference.steps { gradients += trainer.gradient }
    }
    expectClose(losses, reference.trace.map(\.loss), within: 1e-4, "loss")
    expectClose(weights, reference.trace.flatMap(\.weight), within: 1e-4, "weight")
    expectClose(
      gradients, reference.trace.compactMap(\.grad).flatMap { $0 }, within: 1e-4, "gradient")
  }

  @Test func thereAreRunsOfEveryOptimizerAndReduction() {
    let runs = References.trainings
    #expect(runs.count == 9)
    #expect(Set(runs.map { "\($0.optimizer) \($0.reduction)" }).count >= 4)
    #expect(runs.contains { $0.options.momentum != nil })
  }
}

@Test func theChaptersPrintedLossesAppear() throws {
  var trainer = try barTrainer(
    weight: CourseExample.initialWeight.elements,
    Optimizer(.sgd, learningRate: CourseExample.learningRate))
  var printed: [String] = []
  for step in 1...CourseExample.steps {
    // The chapter prints, at every second epoch, the loss before that epoch's update.
    if step.isMultiple(of: 2) { printed.append(String(format: "%.3f", trainer.loss)) }
    trainer.advance()
  }
  #expect(printed == ["12.452", "3.237", "1.013", "0.363", "0.140"])
  #expect(trainer.weight.map { String(format: "%.4f", $0) } == ["0.9478", "-1.0233"])
}
