import Model
import Testing

/// Whole numbers up to 4 keep every sum exact, so equality may be asked for.
private func whole(_ random: RandomCase) -> (input: Tensor, kernel: Tensor) {
  var generator = SeededGenerator(seed: random.seed + 1000)
  return (
    Tensor.randomWhole(random.geometry.input, using: &generator),
    Tensor.randomWhole(random.geometry.kernel, using: &generator)
  )
}

@Test func kernelIsNotFlipped() throws {
  let geometry = try Geometry(input: CourseExample.input.shape, kernel: CourseExample.kernel.shape)
  let output = Correlation.plain(CourseExample.input, CourseExample.kernel, geometry: geometry)
  #expect(output == Tensor(rows: [[19, 25], [37, 43]]))
}

/// Within 1e-5 of the largest magnitude: single against double precision.
@Test(arguments: RandomCase.forty)
func theOutputEqualsTheWitness(_ random: RandomCase) {
  let output = Correlation.plain(
    random.input, random.kernel, bias: random.bias, geometry: random.geometry)
  #expect(output.shape == random.geometry.output)
  expectClose(
    output.elements,
    Witness.correlation(
      random.input.doubles, random.input.shape, random.kernel.doubles, random.kernel.shape,
      bias: random.bias?.map(Double.init), options: random.geometry.options),
    within: 1e-5)
}

@Test(arguments: PaddingMode.allCases)
func theDeltaKernelIsTheIdentity(_ mode: PaddingMode) throws {
  var generator = SeededGenerator(seed: 6)
  let input = Tensor.random(Shape(2, 3, 5, 6), using: &generator)
  var delta = Tensor(Shape(3, 3, 3, 5))
  for channel in 0..<3 { delta[channel, channel, 1, 2] = 1 }
  let geometry = try Geometry(
    input: input.shape, kernel: delta.shape,
    options: CorrelationOptions(padding: PerAxis(rows: 1, columns: 2), mode: mode))
  #expect(Correlation.plain(input, delta, geometry: geometry) == input)
}

@Test func aShiftedDeltaShiftsTheImageTheOtherWay() throws {
  // A tap right of the centre looks at the right neighbour, so the picture moves left.
  let delta = Tensor(rows: [[0, 0, 1]])
  let geometry = try Geometry(
    input: Shape(1, 4), kernel: delta.shape,
    options: CorrelationOptions(padding: PerAxis(rows: 0, columns: 1)))
  let output = Correlation.plain(Tensor(rows: [[1, 2, 3, 4]]), delta, geometry: geometry)
  #expect(output == Tensor(rows: [[2, 3, 4, 0]]))
}

@Test(arguments: RandomCase.forty)
func correlationIsLinearInTheInput(_ random: RandomCase) {
  let (x, k) = whole(random)
  let y = x.map { ($0 * 3 - 1).truncatingRemainder(dividingBy: 4) }
  func output(_ input: Tensor) -> Tensor {
    Correlation.plain(input, k, geometry: random.geometry)
  }
  #expect(output(2 * x - y) == 2 * output(x) - output(y))
}

@Test(arguments: RandomCase.forty)
func correlationIsLinearInTheKernel(_ random: RandomCase) {
  let (x, k) = whole(random)
  let l = k.map { ($0 * 3 - 1).truncatingRemainder(dividingBy: 4) }
  func output(_ kernel: Tensor) -> Tensor {
    Correlation.plain(x, kernel, geometry: random.geometry)
  }
  #expect(output(2 * k - l) == 2 * output(k) - output(l))
}

@Test func correlatingWithTheFlippedKernelIsConvolution() throws {
  var generator = SeededGenerator(seed: 7)
  for _ in 0..<20 {
    let (h, w) = (
      Int.random(in: 1...6, using: &generator), Int.random(in: 1...6, using: &generator)
    )
    let (a, b) = (
      Int.random(in: 1...3, using: &generator), Int.random(in: 1...3, using: &generator)
    )
    let x = Tensor.randomWhole(Shape(h, w), using: &generator)
    let k = Tensor.randomWhole(Shape(a, b), using: &generator)
    let geometry = try Geometry(
      input: x.shape, kernel: k.shape,
      options: CorrelationOptions(padding: PerAxis(rows: a - 1, columns: b - 1)))
    let output = Correlation.plain(x, k.flipped, geometry: geometry)
    // The definition: (x ∗ k)[i, j] = Σ x[r, q] · k[i − r, j − q], of size h + a − 1 by w + b − 1.
    var expected = Tensor(Shape(h + a - 1, w + b - 1))
    for r in 0..<h {
      for q in 0..<w {
        for u in 0..<a { for v in 0..<b { expected[r + u, q + v] += x[r, q] * k[u, v] } }
      }
    }
    #expect(output == expected)
  }
}

@Test func theBiasIsAddedOncePerKernel() throws {
  let kernel = Tensor(
    Shape(2, 1, 2, 2), CourseExample.kernel.elements + CourseExample.kernel.elements)
  let geometry = try Geometry(input: CourseExample.input.shape, kernel: kernel.shape)
  let output = Correlation.plain(CourseExample.input, kernel, bias: [100, -1], geometry: geometry)
  #expect(output.elements == [119, 125, 137, 143, 18, 24, 36, 42])
}

@Test func infinityAndNaNStayInTheirWindows() throws {
  let input = Tensor(rows: [[.nan, 1, 2, 3, .infinity]])
  let geometry = try Geometry(input: input.shape, kernel: Shape(1, 2))
  let output = Correlation.plain(input, Tensor(rows: [[1, -1]]), geometry: geometry).elements
  #expect(output[0].isNaN)
  #expect(output[1...] == [-1, -1, -.infinity])
}
