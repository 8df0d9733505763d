import Model
import Testing

/// Patches hold the windows of the first kernel over the first image, as the trace tells them.
@Test(arguments: RandomCase.forty)
func aPatchHoldsTheInputsUnderTheTaps(_ random: RandomCase) {
  let geometry = random.geometry
  let patches = Patches(random.input, geometry: geometry)
  let trace = Trace(random.input, random.kernel, geometry: geometry)
  #expect(patches.windowCount == geometry.rows.output * geometry.columns.output)
  #expect(patches.tapCount == geometry.productsPerWindow)
  #expect(patches.blockCount == (patches.windowCount + 15) / 16)
  #expect(patches.blocks.count == patches.blockCount * patches.tapCount)
  for window in 0..<patches.windowCount {
    for tap in 0..<patches.tapCount {
      let product = trace.product(tap, of: trace.window(window))
      #expect(patches[window, tap] == product.inputValue, "window \(window), tap \(tap)")
    }
  }
}

@Test func theLastVectorIsFilledWithZeros() throws {
  let geometry = try Geometry(input: Shape(1, 17), kernel: Shape(1, 1))
  let patches = Patches(Tensor(Shape(1, 17), repeating: 3), geometry: geometry)
  #expect(patches.blocks[0] == SIMD16(repeating: 3))
  var last = SIMD16<Float>.zero
  last[0] = 3
  #expect(patches.blocks[1...] == [last])
}

@Test func aMatrixOfPatchesTimesTheKernelIsTheOutput() throws {
  let geometry = try Geometry(input: CourseExample.input.shape, kernel: CourseExample.kernel.shape)
  let patches = Patches(CourseExample.input, geometry: geometry)
  let output = (0..<patches.windowCount).map { window in
    (0..<patches.tapCount).reduce(0) {
      $0 + patches[window, $1] * CourseExample.kernel.elements[$1]
    }
  }
  #expect(output == [19, 25, 37, 43])
}
