import Model
import Testing

@Test func aConvolutionMovesByOne() {
  #expect(ConvolutionLayer(size: PerAxis(3)).options.stride == PerAxis(1))
}

@Test func aPoolingMovesByItsOwnSize() {
  let size = PerAxis(rows: 2, columns: 3)
  #expect(PoolingWindow(size: size).stride == size)
  #expect(PoolingWindow(size: size, stride: PerAxis(1)).stride == PerAxis(1))
}
