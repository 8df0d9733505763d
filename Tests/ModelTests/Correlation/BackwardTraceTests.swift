import Model
import Testing

/// Planes with every option drawn at random.
private struct PlaneCase: Sendable, CustomTestStringConvertible {
  let seed: UInt64
  let trace: Trace
  let target: Tensor
  let reduction: Reduction

  init(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    func pair(_ range: ClosedRange<Int>) -> PerAxis<Int> {
      PerAxis(
        rows: Int.random(in: range, using: &generator),
        columns: Int.random(in: range, using: &generator))
    }
    while true {
      let (size, taps) = (pair(1...8), pair(1...4))
      let options = CorrelationOptions(
        stride: pair(1...3), padding: pair(0...4),
        mode: PaddingMode.allCases.randomElement(using: &generator) ?? .zeros,
        dilation: pair(1...3))
      guard
        let geometry = try? Geometry(
          input: Shape(size.rows, size.columns), kernel: Shape(taps.rows, taps.columns),
          options: options)
      else { continue }
      self.seed = seed
      trace = Trace(
        Tensor.random(geometry.input, using: &generator),
        Tensor.random(geometry.kernel, using: &generator), geometry: geometry)
      target = Tensor.random(geometry.output, using: &generator)
      reduction = Bool.random(using: &generator) ? .sum : .mean
      return
    }
  }

  var backward: BackwardTrace { BackwardTrace(trace, target: target, reduction: reduction) }
  var testDescription: String { "seed \(seed): \(trace.geometry)" }

  static let sixty = (1...60).map { PlaneCase(seed: $0) }
}

/// The gradients by their definition, one loop over all products.
@Test(arguments: PlaneCase.sixty)
private func bothCorrelationsGiveTheGradients(_ random: PlaneCase) {
  let backward = random.backward
  let geometry = random.trace.geometry
  let expected = Correlation.gradients(
    random.trace.input, random.trace.kernel, outputGradient: backward.outputGradient,
    geometry: geometry)
  expectClose(backward.inputGradient.elements, expected.input.doubles, within: 1e-5)
  expectClose(
    backward.kernelGradient(windows: geometry.windowCount).elements, expected.kernel.doubles,
    within: 1e-5)
}

/// Each element is the sum of the windows that are said to give it.
@Test(arguments: PlaneCase.sixty)
private func everyElementHasItsWindow(_ random: PlaneCase) {
  let backward = random.backward
  let (input, kernel) = (random.trace.input.shape, random.trace.kernel.shape)
  for row in 0..<input.rows {
    for column in 0..<input.columns {
      let windows = backward.inputWindows(Position(row: row, column: column))
      let value = windows.reduce(0) { $0 + backward.inputTrace.value(of: $1) }
      #expect(abs(value - backward.inputGradient[row, column]) < 1e-4)
    }
  }
  for windows in [0, 1, random.trace.geometry.windowCount] {
    let part = backward.kernelGradient(windows: windows)
    for u in 0..<kernel.rows {
      for v in 0..<kernel.columns {
        let window = Trace.Window(kernel: 0, at: Position(row: u, column: v))
        let sum = backward.kernelTrace.sum(of: window, products: windows)
        #expect(abs(sum - part[u, v]) < 1e-4)
      }
    }
  }
}

/// The n-th product of every element of ∂L/∂K belongs to the n-th window of the forward pass.
@Test(arguments: PlaneCase.sixty)
private func productsOfTheKernelGradientFollowTheWindows(_ random: PlaneCase) {
  let backward = random.backward
  for number in 0..<random.trace.geometry.windowCount {
    let window = random.trace.window(number)
    for n in 0..<random.trace.geometry.productsPerWindow {
      let forward = random.trace.product(n, of: window)
      let product = backward.kernelTrace.product(
        number, of: Trace.Window(kernel: 0, at: forward.tap))
      #expect(product.place == forward.place && product.tap == window.at)
      #expect(product.inputValue == forward.inputValue)
    }
  }
}

@Test(arguments: PlaneCase.sixty)
private func differencesOfTheLossAreTheGradients(_ random: PlaneCase) {
  let backward = random.backward
  let difference = CentralDifference(
    random.trace, target: random.target, reduction: random.reduction)
  let (input, kernel) = (random.trace.input.shape, random.trace.kernel.shape)
  expectClose(
    backward.inputGradient.elements,
    (0..<input.count).map {
      difference.byInput(Position(row: $0 / input.columns, column: $0 % input.columns))
    }, within: 1e-5)
  expectClose(
    backward.kernelGradient(windows: random.trace.geometry.windowCount).elements,
    (0..<kernel.count).map {
      difference.byKernel(Position(row: $0 / kernel.columns, column: $0 % kernel.columns))
    }, within: 1e-5)
}

/// PyTorch's gradients of `conv2d`, given its own ∂L/∂Ŷ as the difference of two outputs.
@Test(
  arguments: References.correlations.filter {
    $0.kernelShape[0] == 1 && $0.kernelShape[1] == 1
      && $0.inputShape[0] == 1 && $0.inputShape[1] == 1
  })
func gradientsArePyTorchs(_ reference: CorrelationReference) throws {
  let input = Tensor(Shape(Array(reference.inputShape.suffix(2))), reference.input)
  let kernel = Tensor(Shape(Array(reference.kernelShape.suffix(2))), reference.kernel)
  let geometry = try Geometry(
    input: input.shape, kernel: kernel.shape, options: reference.options)
  let output = Correlation.plain(input, kernel, geometry: geometry)
  // Y such that 2(Ŷ − Y) is PyTorch's ∂L/∂Ŷ.
  let target = output - 0.5 * Tensor(output.shape, reference.gradOutput)
  let backward = BackwardTrace(
    Trace(input, kernel, geometry: geometry), target: target, reduction: .sum)
  expectClose(backward.inputGradient.elements, reference.gradInput, within: 1e-5)
  expectClose(
    backward.kernelGradient(windows: geometry.windowCount).elements, reference.gradKernel,
    within: 1e-5)
}

@Test func stagesFollowEachOther() throws {
  let geometry = try Geometry(input: CourseExample.bar.shape, kernel: CourseExample.edge.shape)
  let backward = BackwardTrace(
    Trace(CourseExample.bar, CourseExample.initialWeight, geometry: geometry),
    target: Correlation.plain(CourseExample.bar, CourseExample.edge, geometry: geometry),
    reduction: .sum)
  #expect(backward.stepCount == 2 + 42 + 48)
  #expect(
    [0, 1, 2, 3, 44, 45, 92].map(backward.stage) == [
      .start, .output(elements: 1), .output(elements: 42), .kernel(windows: 1),
      .kernel(windows: 42), .input(elements: 1), .input(elements: 48),
    ])
  #expect(backward.step(ofInput: Position(row: 5, column: 7)) == 92)
}
