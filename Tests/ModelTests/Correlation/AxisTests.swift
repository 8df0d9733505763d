import Model
import Testing

/// All numbers of one axis, drawn at random; most fit, some do not.
private struct RandomAxis {
  let input, kernel, stride, padding, dilation: Int
  let mode: PaddingMode

  init(using generator: inout SeededGenerator) {
    input = Int.random(in: 0...9, using: &generator)
    kernel = Int.random(in: 0...4, using: &generator)
    stride = Int.random(in: 0...4, using: &generator)
    padding = Int.random(in: -1...5, using: &generator)
    dilation = Int.random(in: 0...4, using: &generator)
    mode = PaddingMode.allCases.randomElement(using: &generator) ?? .zeros
  }

  var isPossible: Bool {
    guard input > 0, kernel > 0, stride > 0, padding >= 0, dilation > 0 else { return false }
    if mode == .reflect && padding > input - 1 { return false }
    if mode == .circular && padding > input { return false }
    return !starts.isEmpty
  }

  var starts: [Int] {
    Witness.starts(padded: input + 2 * padding, kernel: kernel, stride: stride, dilation: dilation)
  }

  func axis() throws -> Axis {
    try Axis(
      input: input, kernel: kernel, stride: stride, padding: padding, dilation: dilation,
      mode: mode, name: .rows)
  }
}

@Test func theOutputSizeIsTheNumberOfWindows() {
  var generator = SeededGenerator(seed: 3)
  var possible = 0
  for _ in 0..<5000 {
    let random = RandomAxis(using: &generator)
    let axis = try? random.axis()
    #expect((axis != nil) == random.isPossible, "\(random)")
    guard let axis, random.isPossible else { continue }
    possible += 1
    #expect(axis.output == random.starts.count, "\(random)")
  }
  #expect(possible > 500)
}

@Test func everyPlaceTakesItsValueFromThePaddedInput() throws {
  var generator = SeededGenerator(seed: 4)
  for _ in 0..<1000 {
    let random = RandomAxis(using: &generator)
    guard random.isPossible else { continue }
    let axis = try random.axis()
    let padded = Witness.padded(random.input, by: random.padding, mode: random.mode)
    for (index, source) in padded.enumerated() {
      #expect(axis.source(index - random.padding) == source, "\(random) at \(index)")
    }
    for (i, start) in random.starts.enumerated() {
      for tap in 0..<random.kernel {
        let place = start + tap * random.dilation - random.padding
        #expect(axis.place(output: i, tap: tap) == place, "\(random)")
      }
    }
  }
}

@Test func theOutputsCoveringAnElementAreThoseWithATapOnIt() throws {
  var generator = SeededGenerator(seed: 5)
  for _ in 0..<1000 {
    let random = RandomAxis(using: &generator)
    guard random.isPossible else { continue }
    let axis = try random.axis()
    for element in 0..<axis.input {
      let covering = (0..<axis.output).filter { i in
        (0..<axis.kernel).contains { axis.place(output: i, tap: $0) == element }
      }
      #expect(axis.outputs(covering: element) == covering, "\(random) element \(element)")
    }
  }
}

@Test func theSpanCountsTheHolesOfDilation() throws {
  #expect(try Axis(input: 9, kernel: 3, name: .rows).span == 3)
  #expect(try Axis(input: 9, kernel: 3, dilation: 4, name: .rows).span == 9)
}

@Test func paddingShowsTheExpectedElements() throws {
  // As torch.nn.functional.pad does for [0, 1, 2, 3] and 3 elements at each end.
  func padded(_ mode: PaddingMode) throws -> [Int?] {
    let axis = try Axis(input: 4, kernel: 1, padding: 3, mode: mode, name: .columns)
    return (-3..<7).map(axis.source)
  }
  #expect(try padded(.zeros) == [nil, nil, nil, 0, 1, 2, 3, nil, nil, nil])
  #expect(try padded(.reflect) == [3, 2, 1, 0, 1, 2, 3, 2, 1, 0])
  #expect(try padded(.replicate) == [0, 0, 0, 0, 1, 2, 3, 3, 3, 3])
  #expect(try padded(.circular) == [1, 2, 3, 0, 1, 2, 3, 0, 1, 2])
}

@Test func circularPaddingMayBeAsLargeAsTheInput() throws {
  // torch.nn.functional.pad accepts 4 elements around 4, and refuses 5.
  let axis = try Axis(input: 4, kernel: 1, padding: 4, mode: .circular, name: .rows)
  #expect((-4..<8).map(axis.source) == [0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3])
}

@Test func replicatePaddingMayExceedTheInput() throws {
  let axis = try Axis(input: 1, kernel: 3, padding: 4, mode: .replicate, name: .rows)
  #expect(axis.output == 7)
  #expect((-4..<5).map(axis.source) == [Int?](repeating: 0, count: 9))
}
