import Model
import Testing

/// Expects a 5×7 input, or another, to be refused for the given reason.
private func expectRefusal(
  _ error: GeometryError, input: Shape = Shape(5, 7), kernel: Shape = Shape(3, 3),
  _ options: CorrelationOptions = CorrelationOptions(),
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(throws: error, sourceLocation: sourceLocation) {
    try Geometry(input: input, kernel: kernel, options: options)
  }
}

@Test func aKernelLargerThanThePaddedInputIsRefused() throws {
  let axis = try Axis(input: 5, kernel: 3, name: .rows)
  #expect(axis.output == 3)
  var thrown: GeometryError?
  do { _ = try Geometry(input: Shape(5, 7), kernel: Shape(8, 3)) } catch { thrown = error }
  guard case .kernelTooLarge(let axis, .rows) = thrown else {
    Issue.record("\(String(describing: thrown))")
    return
  }
  #expect([axis.input, axis.kernel, axis.span, axis.padding] == [5, 8, 8, 0])
}

@Test func dilationMakesAKernelTooLarge() {
  var thrown: GeometryError?
  do {
    _ = try Geometry(
      input: Shape(5, 7), kernel: Shape(3, 3),
      options: CorrelationOptions(
        padding: PerAxis(rows: 1, columns: 0), dilation: PerAxis(rows: 3, columns: 4)))
  } catch { thrown = error }
  guard case .kernelTooLarge(let axis, .columns) = thrown else {
    Issue.record("\(String(describing: thrown))")
    return
  }
  #expect([axis.input, axis.kernel, axis.dilation, axis.span] == [7, 3, 4, 9])
}

@Test func numbersOutOfTheirRangeAreRefusedOnTheirAxis() {
  expectRefusal(
    .stride(0, .columns), CorrelationOptions(stride: PerAxis(rows: 1, columns: 0)))
  expectRefusal(.stride(-2, .rows), CorrelationOptions(stride: PerAxis(-2)))
  expectRefusal(.dilation(0, .rows), CorrelationOptions(dilation: PerAxis(0)))
  expectRefusal(
    .padding(-1, .columns), CorrelationOptions(padding: PerAxis(rows: 0, columns: -1)))
}

@Test func hugeNumbersAreRefusedWithoutOverflow() {
  let largest = 1 << 20
  for huge in [largest + 1, 1 << 40, 1 << 62, Int.max] {
    expectRefusal(
      .tooLarge(huge, .stride, limit: largest, .rows),
      CorrelationOptions(stride: PerAxis(huge)))
    expectRefusal(
      .tooLarge(huge, .padding, limit: largest, .rows),
      CorrelationOptions(padding: PerAxis(huge)))
    expectRefusal(
      .tooLarge(huge, .dilation, limit: largest, .rows),
      CorrelationOptions(dilation: PerAxis(huge)))
  }
  expectRefusal(.padding(.min, .rows), CorrelationOptions(padding: PerAxis(.min)))
  expectRefusal(.stride(.min, .rows), CorrelationOptions(stride: PerAxis(.min)))
}

@Test(arguments: [1 << 24 + 1, 1 << 40, Int.max])
func hugeInputsAndKernelsAreRefused(_ huge: Int) {
  let longest = 1 << 24
  #expect(throws: GeometryError.tooLarge(huge, .input, limit: longest, .rows)) {
    try Axis(input: huge, kernel: 3, padding: 1, name: .rows)
  }
  #expect(throws: GeometryError.tooLarge(huge, .kernel, limit: longest, .rows)) {
    try Axis(input: 5, kernel: huge, dilation: 2, name: .rows)
  }
}

@Test func aWideDilationOfALongKernelIsTooLargeWithoutOverflow() {
  var thrown: GeometryError?
  do {
    _ = try Axis(input: 5, kernel: 1000, padding: 1 << 20, dilation: 1 << 19, name: .rows)
  } catch { thrown = error }
  guard case .kernelTooLarge(let axis, .rows) = thrown else {
    Issue.record("\(String(describing: thrown))")
    return
  }
  #expect(axis.span == 523_763_713)
}

@Test func theLargestNumbersAreAccepted() throws {
  let axis = try Axis(
    input: 5, kernel: 3, stride: 1 << 20, padding: 1 << 20, dilation: 1 << 20, name: .rows)
  #expect(axis.output == 1)
  #expect(axis.place(output: 0, tap: 2) == 1 << 20)
}

@Test func reflectPaddingMustBeSmallerThanTheInput() throws {
  for (padding, fits) in [(4, true), (5, false), (9, false)] {
    let axis = try? Axis(input: 5, kernel: 3, padding: padding, mode: .reflect, name: .rows)
    #expect((axis != nil) == fits)
  }
  do {
    _ = try Axis(input: 5, kernel: 3, padding: 5, mode: .reflect, name: .columns)
  } catch {
    guard case .reflection(let axis, .columns) = error else {
      Issue.record("\(error)")
      return
    }
    #expect([axis.input, axis.padding] == [5, 5])
  }
}

@Test func circularPaddingMustNotExceedTheInput() {
  do {
    _ = try Axis(input: 5, kernel: 3, padding: 6, mode: .circular, name: .columns)
    Issue.record("accepted")
  } catch {
    guard case .wrapping(let axis, .columns) = error else {
      Issue.record("\(error)")
      return
    }
    #expect([axis.input, axis.padding] == [5, 6])
  }
}

@Test func groupsMustDivideChannelsAndKernels() {
  let (input, kernel) = (Shape(1, 6, 5, 7), Shape(4, 3, 3, 3))
  for groups in [4, 0, -1, 5] {
    expectRefusal(
      .groups(groups, input: input, kernel: kernel), input: input, kernel: kernel,
      CorrelationOptions(groups: groups))
  }
  let three = Shape(3, 3, 3, 3)
  expectRefusal(
    .groups(2, input: input, kernel: three), input: input, kernel: three,
    CorrelationOptions(groups: 2))
  #expect(throws: Never.self) {
    try Geometry(input: input, kernel: kernel, options: CorrelationOptions(groups: 2))
  }
}

@Test func aKernelMustSeeTheChannelsOfItsGroup() {
  let (input, kernel) = (Shape(1, 6, 5, 7), Shape(4, 2, 3, 3))
  expectRefusal(
    .channels(input: input, kernel: kernel, groups: 1), input: input, kernel: kernel)
  expectRefusal(
    .channels(input: input, kernel: kernel, groups: 2), input: input, kernel: kernel,
    CorrelationOptions(groups: 2))
}

@Test func aKernelOfThreeAxesIsRefused() {
  let kernel = Shape([2, 3, 3])
  expectRefusal(.kernelRank(kernel), kernel: kernel)
  expectRefusal(.kernelRank(kernel), input: Shape([2, 5, 7]), kernel: kernel)
}

@Test func sizesOfZeroAreRefused() {
  expectRefusal(.emptyInput(.rows), input: Shape(0, 7))
  expectRefusal(.emptyInput(.columns), input: Shape(5, 0))
  expectRefusal(.emptyKernel(.rows), kernel: Shape(0, 3))
  expectRefusal(.emptyKernel(.columns), kernel: Shape(3, 0))
  expectRefusal(
    .emptyInput(.rows), input: Shape(0, 0), CorrelationOptions(padding: PerAxis(2)))
  for (input, kernel) in [
    (Shape(0, 1, 5, 7), Shape(1, 1, 3, 3)), (Shape(1, 0, 5, 7), Shape(1, 0, 3, 3)),
    (Shape(1, 1, 5, 7), Shape(0, 1, 3, 3)),
  ] {
    expectRefusal(.empty(input: input, kernel: kernel), input: input, kernel: kernel)
  }
}

@Test func anOutputBeyondMemoryIsRefused() {
  expectRefusal(
    .outputTooLarge(
      rows: 2_097_155, columns: 2_097_157, images: 1, kernels: 1, limit: 1 << 24),
    CorrelationOptions(padding: PerAxis(1 << 20)))
}
