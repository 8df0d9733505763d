/// The network of LeCun et al. for digits, with today's activations and poolings.
///
/// Source: LeCun, Bottou, Bengio and Haffner, *Gradient-based learning applied to document
/// recognition* (1998).
public enum LeNet {
  public static func kinds(classes: Int = 10) -> [LayerKind] {
    [
      .convolution(
        kernels: 6, size: PerAxis(5), options: CorrelationOptions(padding: PerAxis(2))),
      .activation(.relu), .maxPooling(LayerKind.Window(size: PerAxis(2))),
      .convolution(kernels: 16, size: PerAxis(5), options: CorrelationOptions()),
      .activation(.relu), .maxPooling(LayerKind.Window(size: PerAxis(2))),
      .flatten, .linear(outputs: 120), .activation(.relu), .linear(outputs: 84), .activation(.relu),
      .linear(outputs: classes),
    ]
  }
}
