import Model
import Testing

@Test func aConvolutionMovesByOne() {
  #expect(ConvolutionLayer(size: PlaneSize(3)).options.stride == PerAxis(1))
}

@Test func aPoolingMovesByItsOwnSize() {
  let size = PlaneSize(rows: 2, columns: 3)
  #expect(PoolingWindow(size: size).stride == PerAxis(size))
  #expect(PoolingWindow(size: size, stride: PerAxis(1)).stride == PerAxis(1))
}
