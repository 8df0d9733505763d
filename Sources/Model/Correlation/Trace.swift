/// One correlation step by step: any window and any product in it, without computing those before.
///
/// Windows are counted in the order of the output (k, i, j), products in the order (c, u, v).
/// Only the first image of a batch is traced.
public struct Trace: Sendable {
  /// The input, or the part of it from `origin` on that the windows meet.
  public let input: Tensor
  /// Where the input's first row and column stand in the whole that the geometry speaks of.
  public let origin: Position
  public let kernel: Tensor
  public let bias: [Float]?
  public let geometry: Geometry

  /// - Precondition: The geometry is of these shapes, and there is one bias for each kernel.
  public init(_ input: Tensor, _ kernel: Tensor, bias: [Float]? = nil, geometry: Geometry) {
    precondition(input.shape == geometry.input && kernel.shape == geometry.kernel)
    precondition(bias == nil || bias?.count == kernel.shape.batch)
    self.input = input
    origin = .zero
    self.kernel = kernel
    self.bias = bias
    self.geometry = geometry
  }

  /// Traces windows over a part of the input.
  ///
  /// - Precondition: The traced windows lie within the region.
  init(_ region: Region, _ kernel: Tensor, bias: [Float]?, geometry: Geometry) {
    precondition(region.numbers.shape.channels == geometry.input.channels)
    input = region.numbers
    origin = region.origin
    self.kernel = kernel
    self.bias = bias
    self.geometry = geometry
  }

  /// One window: the kernel and the output position that it belongs to.
  public struct Window: Hashable, Sendable {
    public let kernel: Int
    public let at: Position

    public init(kernel: Int, at position: Position) {
      self.kernel = kernel
      at = position
    }
  }

  /// One multiplication.
  public struct Product: Hashable, Sendable {
    /// The kernel's channel and tap.
    public let channel: Int
    public let tap: Position
    /// The input's channel, and where the tap stands over it; outside the input it is padding.
    public let inputChannel: Int
    public let place: Position
    /// The input element that gives the value; nil where it is a zero from the padding.
    public let source: Position?
    public let inputValue: Float
    public let weight: Float
    /// 0 on zero padding, whatever the weight.
    public var value: Float { source == nil ? 0 : inputValue * weight }
  }

  /// - Precondition: `number` is in 0..<geometry.windowCount.
  public func window(_ number: Int) -> Window {
    let area = geometry.rows.output * geometry.columns.output
    precondition(number >= 0 && number < geometry.windowCount)
    return Window(
      kernel: number / area,
      at: Position(number % area, inRowsOf: geometry.columns.output))
  }

  /// The number of the window that computes an output element.
  public func number(of window: Window) -> Int {
    (window.kernel * geometry.rows.output + window.at.row) * geometry.columns.output
      + window.at.column
  }

  /// The n-th multiplication of a window.
  ///
  /// - Precondition: `n` is in 0..<geometry.productsPerWindow.
  /// - Complexity: O(1).
  public func product(_ n: Int, of window: Window) -> Product {
    precondition(n >= 0 && n < geometry.productsPerWindow)
    let area = geometry.kernel.area
    let channel = n / area
    let tap = Position(n % area, inRowsOf: geometry.kernel.columns)
    let place = Position(
      row: geometry.rows.place(output: window.at.row, tap: tap.row),
      column: geometry.columns.place(output: window.at.column, tap: tap.column))
    var source: Position?
    if let row = geometry.rows.source(place.row),
      let column = geometry.columns.source(place.column)
    {
      source = Position(row: row, column: column)
    }
    let inputChannel = geometry.inputChannel(kernel: window.kernel, channel: channel)
    return Product(
      channel: channel, tap: tap, inputChannel: inputChannel, place: place, source: source,
      inputValue: source.map {
        input[0, inputChannel, $0.row - origin.row, $0.column - origin.column]
      } ?? 0,
      weight: kernel[window.kernel, channel, tap.row, tap.column])
  }

  /// The bias and the first `count` products of a window, added in order in single precision.
  ///
  /// - Precondition: `count` is in 0...geometry.productsPerWindow.
  public func sum(of window: Window, products count: Int) -> Float {
    (0..<count).reduce(bias?[window.kernel] ?? 0) { $0 + product($1, of: window).value }
  }

  /// The sums of all windows after each of their products, window by window; none where there are more
  /// than `limit`.
  public func partialSums(atMost limit: Int) -> [Float] {
    guard geometry.windowCount <= limit / geometry.productsPerWindow else { return [] }
    return (0..<geometry.windowCount).flatMap { number in
      let window = window(number)
      var sum = bias?[window.kernel] ?? 0
      return (0..<geometry.productsPerWindow).map { n in
        sum += product(n, of: window).value
        return sum
      }
    }
  }

  /// The whole sum of a window: the output element.
  public func value(of window: Window) -> Float {
    sum(of: window, products: geometry.productsPerWindow)
  }
}
