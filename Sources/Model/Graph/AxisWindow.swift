/// Which places of its input the outputs of an operator see, along one axis.
///
/// Output j sees the places ⌈first + j·jump⌉ … ⌊last + j·jump⌋, or some of them; places outside
/// 0..<input stand in the padding. Fractions let outputs lie closer together than inputs.
public protocol AxisWindow: Sendable {
  var input: Int { get }
  var output: Int { get }
  var first: Ratio { get }
  var last: Ratio { get }
  /// The distance between the windows of neighbouring outputs, in elements of the input.
  var jump: Ratio { get }
  /// Whether an output may depend on any place of the input, wherever it stands.
  var seesAll: Bool { get }

  /// Calls `body` with the input element under every tap of an output; zeros of the padding are left
  /// out, and an element that the padding repeats comes more than once.
  func forEachSource(of output: Int, _ body: (Int) -> Void)

  /// Adds what stands at each output to all inputs that it sees.
  ///
  /// - Parameter inputs: Becomes `input` long.
  func spread(_ outputs: [Double], into inputs: inout [Double])

  /// Adds up at each output what stands at the inputs that it sees.
  ///
  /// - Parameter outputs: Becomes `output` long.
  func gather(_ inputs: [Double], into outputs: inout [Double])

  /// The inputs from the first to the last that some outputs see; where they see padding alone, the
  /// nearest.
  func sources(of outputs: ClosedRange<Int>) -> ClosedRange<Int>
}

extension AxisWindow {
  public var seesAll: Bool { false }

  /// The places that some outputs see, without regard to the ends of the input.
  ///
  /// - Precondition: Outputs of this axis.
  public func span(of outputs: ClosedRange<Int>) -> ClosedRange<Int> {
    func place(_ edge: Ratio, _ output: Int) -> Ratio {
      // The numbers of an axis are bounded.
      jump.times(Ratio(output)).flatMap(edge.plus) ?? edge
    }
    let lower = place(first, outputs.lowerBound).ceiling
    return lower...max(lower, place(last, outputs.upperBound).floor)
  }

  public func spread(_ outputs: [Double], into inputs: inout [Double]) {
    inputs.removeAll(keepingCapacity: true)
    inputs.append(contentsOf: repeatElement(0, count: input))
    inputs.withUnsafeMutableBufferPointer { inputs in
      for output in 0..<output where outputs[output] > 0 {
        let count = outputs[output]
        forEachSource(of: output) { inputs[$0] += count }
      }
    }
  }

  public func gather(_ inputs: [Double], into outputs: inout [Double]) {
    outputs.removeAll(keepingCapacity: true)
    for output in 0..<output {
      var sum = 0.0
      forEachSource(of: output) { sum += inputs[$0] }
      outputs.append(sum)
    }
  }

  public func sources(of outputs: ClosedRange<Int>) -> ClosedRange<Int> {
    let span = span(of: outputs)
    let lower = max(0, min(input - 1, span.lowerBound))
    return lower...max(lower, min(input - 1, span.upperBound))
  }
}

extension Axis: AxisWindow {
  public var first: Ratio { Ratio(-padding) }
  public var last: Ratio { Ratio(span - 1 - padding) }
  public var jump: Ratio { Ratio(stride) }
  public var seesAll: Bool { mode == .circular && padded > input }

  @inline(__always)
  public func forEachSource(of output: Int, _ body: (Int) -> Void) {
    for tap in 0..<kernel {
      if let source = source(place(output: output, tap: tap)) { body(source) }
    }
  }

  public func sources(of outputs: ClosedRange<Int>) -> ClosedRange<Int> {
    let span = span(of: outputs)
    let inside =
      max(0, min(input - 1, span.lowerBound))...max(0, min(input - 1, span.upperBound))
    let (before, after) = (max(0, -span.lowerBound), max(0, span.upperBound - input + 1))
    switch mode {
    case .circular where before > 0 || after > 0: return 0...input - 1
    case .reflect where before > 0 || after > 0:
      let lower = after > 0 ? min(inside.lowerBound, input - 1 - after) : inside.lowerBound
      let upper = before > 0 ? max(inside.upperBound, before) : inside.upperBound
      return max(0, lower)...min(input - 1, upper)
    default: return inside
    }
  }
}

/// Every output sees the one input in its own place.
struct SamePlace: AxisWindow, Hashable {
  let input: Int

  var output: Int { input }
  var first: Ratio { Ratio(0) }
  var last: Ratio { Ratio(0) }
  var jump: Ratio { Ratio(1) }

  func forEachSource(of output: Int, _ body: (Int) -> Void) { body(output) }
  func spread(_ outputs: [Double], into inputs: inout [Double]) { inputs = outputs }
  func gather(_ inputs: [Double], into outputs: inout [Double]) { outputs = inputs }
}

/// Outputs that share the input out among them: output j of m sees ⌊j·n/m⌋ … ⌈(j + 1)·n/m⌉ − 1. One
/// output sees it all.
public struct SharedAxis: AxisWindow, Hashable {
  public let input, output: Int

  public var first: Ratio { Ratio(1 - output, over: output) }
  public var last: Ratio { Ratio(input - 1, over: output) }
  public var jump: Ratio { Ratio(output == 1 ? 1 : input, over: output) }
  public var seesAll: Bool { output == 1 && input > 1 }

  /// The inputs that an output sees.
  public func range(of output: Int) -> Range<Int> {
    output * input / self.output..<((output + 1) * input + self.output - 1) / self.output
  }

  public func forEachSource(of output: Int, _ body: (Int) -> Void) {
    for source in range(of: output) { body(source) }
  }
}

extension PlaneSize {
  /// Windows that see their own place alone.
  func samePlaces() -> PerAxisWindows { (SamePlace(input: rows), SamePlace(input: columns)) }
}

/// The windows along the rows and along the columns.
public typealias PerAxisWindows = (rows: any AxisWindow, columns: any AxisWindow)
