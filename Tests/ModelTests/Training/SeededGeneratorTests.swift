import Model
import Testing

@Test func theGeneratorIsSplitMix64() {
  var generator = SeededGenerator(seed: 1_234_567)
  let numbers = (0..<5).map { _ in generator.next() }
  #expect(
    numbers == [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
    ])
}

@Test func theSameSeedGivesTheSameNumbers() {
  var (a, b, c) = (SeededGenerator(seed: 9), SeededGenerator(seed: 9), SeededGenerator(seed: 10))
  let numbers = (0..<100).map { _ in a.next() }
  #expect(numbers == (0..<100).map { _ in b.next() })
  #expect(numbers != (0..<100).map { _ in c.next() })
  #expect(a == b)
}

@Test(arguments: [UInt64.min, .max])
func anySeedWorks(_ seed: UInt64) {
  var generator = SeededGenerator(seed: seed)
  #expect(Set((0..<1000).map { _ in generator.next() }).count == 1000)
}

@Test func aRandomKernelFillsTheRangeOfPyTorchsStart() {
  let kernel = Tensor.randomKernel(Shape(50, 4, 3, 3), seed: 11)
  let bound: Float = 1 / 6  // 1/√(4·3·3)
  #expect(kernel.elements.allSatisfy { abs($0) <= bound })
  #expect(kernel.finiteRange.map { $0.lowerBound < -0.16 && $0.upperBound > 0.16 } == true)
  // The mean of 1800 numbers of standard deviation bound/√3 lies within 4 of its own: 0.0091.
  let mean = kernel.doubles.reduce(0, +) / Double(kernel.elements.count)
  #expect(abs(mean) < 0.0091)
  #expect(kernel == Tensor.randomKernel(Shape(50, 4, 3, 3), seed: 11))
}

/// Mean and deviation of 20,000 numbers within 4 of their own deviations, and the tails as wide as
/// the normal distribution's: 4.55 % lie beyond 2.
@Test func noiseIsNormal() {
  let noise = Tensor.noise(Shape(100, 200), deviation: 3, seed: 12).doubles.map { $0 / 3 }
  let count = Double(noise.count)
  #expect(abs(noise.reduce(0, +) / count) < 4 / count.squareRoot())
  #expect(abs(noise.reduce(0) { $0 + $1 * $1 } / count - 1) < 4 * (2 / count).squareRoot())
  let beyond = Double(noise.count { abs($0) > 2 }) / count
  #expect(abs(beyond - 0.0455) < 4 * (0.0455 * 0.9545 / count).squareRoot())
}

/// Made by the same formulas in Python: SplitMix64 from seed 5, two numbers for each.
@Test func noiseIsBoxAndMullers() {
  expectClose(
    Tensor.noise(Shape(1, 4), deviation: 0.5, seed: 5).elements,
    [0.009989553, 0.692819763, -0.668813035, -0.085061915], within: 1e-6)
}
