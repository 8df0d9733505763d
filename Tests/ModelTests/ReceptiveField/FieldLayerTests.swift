import Model
import Testing

@Test func aConvolutionMovesByOne() {
  #expect(FieldLayer(.convolution, kernel: PerAxis(3)).stride == PerAxis(1))
}

@Test func aPoolingMovesByItsOwnSize() {
  let kernel = PerAxis(rows: 2, columns: 3)
  #expect(FieldLayer(.pooling, kernel: kernel).stride == kernel)
  #expect(FieldLayer(.pooling, kernel: kernel, stride: PerAxis(1)).stride == PerAxis(1))
}
