import Model
import Testing

/// What `torch.optim.lr_scheduler` gives from a rate of 0.5, within 1e-6.
@Test func schedulesAreThoseOfPyTorch() {
  func rates(_ schedule: Schedule) -> [Float] { (0..<9).map { schedule.rate(0.5, step: $0) } }
  expectClose(rates(.constant), [Double](repeating: 0.5, count: 9), within: 1e-6)
  expectClose(
    rates(.step(every: 3, factor: 0.1)),
    [0.5, 0.5, 0.5, 0.05, 0.05, 0.05, 0.005, 0.005, 0.005], within: 1e-6)
  expectClose(
    rates(.cosine(steps: 4)),
    [0.5, 0.426_776_7, 0.25, 0.073_223_3, 0, 0.073_223_3, 0.25, 0.426_776_7, 0.5], within: 1e-6)
}

@Test func aRateOrScheduleSetByHandBeginsAnew() throws {
  let geometry = try Geometry(input: CourseExample.bar.shape, kernel: CourseExample.edge.shape)
  var trainer = Trainer(
    patches: Patches(CourseExample.bar, geometry: geometry),
    target: [Float](repeating: 0, count: 42),
    weight: [1, 1], optimizer: Optimizer(.sgd, learningRate: 0.5),
    schedule: .step(every: 2, factor: 0.5))
  var rates: [Float] = []
  for step in 0..<12 {
    if step == 3 { trainer.learningRate = 0.8 }
    if step == 8 { trainer.schedule = .step(every: 1, factor: 0.5) }
    rates.append(trainer.learningRate)
    trainer.advance()
  }
  #expect(rates == [0.5, 0.5, 0.25, 0.8, 0.8, 0.4, 0.4, 0.2, 0.2, 0.1, 0.05, 0.025])
}
