/// The network of LeCun et al. for digits, with today's activations and poolings.
///
/// Source: LeCun, Bottou, Bengio and Haffner, *Gradient-based learning applied to document
/// recognition* (1998).
public enum LeNet {
  public static func graph(classes: Int = 10) -> Graph {
    let pooling = Pooling(.max, PoolingWindow(size: PlaneSize(2)))
    return .sequential([
      ConvolutionLayer(
        size: PlaneSize(5), kernels: 6, options: CorrelationOptions(padding: PerAxis(2))),
      ReLU(), pooling, ConvolutionLayer(size: PlaneSize(5), kernels: 16), ReLU(), pooling,
      Flatten(), Linear(outputs: 120), ReLU(), Linear(outputs: 84), ReLU(),
      Linear(outputs: classes),
    ])
  }
}
