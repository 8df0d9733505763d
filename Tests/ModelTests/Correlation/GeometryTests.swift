import Model
import Testing

@Test(arguments: [
  (Shape(5, 7), Shape(3, 3), Shape(3, 5)),
  (Shape(5, 7), Shape(1, 1, 3, 3), Shape(3, 5)),
  (Shape(5, 7), Shape(4, 1, 3, 3), Shape([4, 3, 5])),
  (Shape([2, 5, 7]), Shape(1, 2, 3, 3), Shape([1, 3, 5])),
  (Shape([2, 5, 7]), Shape(4, 2, 3, 3), Shape([4, 3, 5])),
  (Shape([1, 5, 7]), Shape(3, 3), Shape([1, 3, 5])),
  (Shape(6, 2, 5, 7), Shape(4, 2, 3, 3), Shape(6, 4, 3, 5)),
  (Shape(6, 1, 5, 7), Shape(3, 3), Shape(6, 1, 3, 5)),
])
func theOutputHasTheInputsAxes(_ input: Shape, _ kernel: Shape, _ output: Shape) throws {
  #expect(try Geometry(input: input, kernel: kernel).output == output)
}

@Test func theGuideToConvolutionArithmeticsExamplesHold() throws {
  // Dumoulin and Visin (2016), arXiv:1603.07285: (input, kernel, stride, padding,
  // dilation, output).
  for (i, k, s, p, d, o) in [
    (4, 3, 1, 0, 1, 2), (5, 4, 1, 2, 1, 6), (5, 3, 1, 1, 1, 5), (5, 3, 1, 2, 1, 7),
    (5, 3, 2, 0, 1, 2), (5, 3, 2, 1, 1, 3), (6, 3, 2, 1, 1, 3), (7, 3, 1, 0, 2, 3),
  ] {
    let geometry = try Geometry(
      input: Shape(i, i), kernel: Shape(k, k),
      options: CorrelationOptions(
        stride: PerAxis(s), padding: PerAxis(p), dilation: PerAxis(d)))
    #expect(geometry.output == Shape(o, o))
  }
}

@Test(arguments: RandomCase.forty)
func theWindowsAreTheOutputElementsOfOneImage(_ random: RandomCase) {
  let geometry = random.geometry
  #expect(geometry.windowCount * geometry.input.batch == geometry.output.count)
  #expect(geometry.productsPerWindow * geometry.kernel.batch == geometry.kernel.count)
}

@Test func everyGroupOfKernelsSeesItsOwnChannels() throws {
  let geometry = try Geometry(
    input: Shape(1, 6, 5, 5), kernel: Shape(4, 3, 3, 3), options: CorrelationOptions(groups: 2))
  let channels = (0..<4).map { k in
    (0..<3).map { geometry.inputChannel(kernel: k, channel: $0) }
  }
  #expect(channels == [[0, 1, 2], [0, 1, 2], [3, 4, 5], [3, 4, 5]])
}
