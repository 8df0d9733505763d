import Model

/// What follows the word of a layer: its argument, and options that each stand there once.
struct LayerFields {
  let word: String
  let argument: Substring
  /// The other layers that it takes.
  private(set) var others: [Graph.Source] = []
  private var parts: [Substring]

  init(word: String, argument: Substring, parts: ArraySlice<Substring>) {
    self.word = word
    self.argument = argument
    self.parts = parts.map(WholeNumber.trimmed)
  }

  /// Takes the layer that it begins at, where one is named.
  mutating func takeSource() throws(LayerNotationError.Reason) -> Graph.Source? {
    let marked = parts.indices.filter { parts[$0].hasPrefix("from=") }
    guard let index = marked.first else { return nil }
    guard marked.count == 1 else { throw .repeated(.from) }
    return try LayerName.source(parts.remove(at: index).dropFirst("from=".count))
  }

  /// Checks that nothing but the word stands there.
  func checkBare() throws(LayerNotationError.Reason) {
    guard argument.isEmpty, parts.isEmpty else { throw .bare(word) }
  }

  /// Takes the names of other layers.
  mutating func takeOthers() throws(LayerNotationError.Reason) {
    guard argument.isEmpty else { throw .bare(word) }
    for part in parts { others.append(try LayerName.source(part)) }
  }

  /// All after the first colon.
  var rest: [Substring] { parts }

  func size() throws(LayerNotationError.Reason) -> PlaneSize {
    guard let size = LayerFields.size(argument) else { throw .size }
    return size
  }

  /// A size, and a number of kernels before it where one is written: `6@3`.
  func kernels() throws(LayerNotationError.Reason) -> (kernels: Int?, size: PlaneSize) {
    let parts = argument.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return (nil, try size()) }
    guard let kernels = WholeNumber.parse(parts[0]), kernels > 0,
      let size = LayerFields.size(parts[1])
    else { throw .kernels }
    return (kernels, size)
  }

  func number() throws(LayerNotationError.Reason) -> Float {
    guard parts.isEmpty else { throw .bare(word) }
    guard let numbers = try? NumberList.parse(String(argument)), numbers.count == 1,
      numbers[0].isFinite
    else { throw .number }
    return numbers[0]
  }

  /// The options of the layer, each at most once.
  func options(
    _ allowed: Set<LayerNotationError.Option>
  ) throws(LayerNotationError.Reason) -> LayerOptions {
    var options = LayerOptions()
    for part in parts { try options.take(part, allowed: allowed, of: word) }
    return options
  }

  /// `3`, or `3x5`.
  static func size(_ text: Substring) -> PlaneSize? { perAxis(text).map { PlaneSize($0) } }

  /// The same of a stride, a dilation.
  static func perAxis(_ text: Substring) -> PerAxis<Int>? {
    guard let numbers = numbers(text), numbers.count <= 2 else { return nil }
    return PerAxis(rows: numbers[0], columns: numbers[numbers.count - 1])
  }

  /// Numbers from 0 on with x between them.
  static func numbers(_ text: Substring) -> [Int]? {
    let numbers = text.split(omittingEmptySubsequences: false) { "xX×".contains($0) }
      .map(WholeNumber.parse)
    guard numbers.allSatisfy({ $0.map { $0 >= 0 } ?? false }) else { return nil }
    return numbers.compactMap(\.self)
  }

  static func text(of size: PlaneSize) -> String { text(of: PerAxis(size)) }

  static func text(of value: PerAxis<Int>) -> String {
    value.rows == value.columns ? "\(value.rows)" : "\(value.rows)x\(value.columns)"
  }
}

/// The options behind a layer's size.
struct LayerOptions {
  private(set) var stride, dilation, output: PerAxis<Int>?
  private var padding, surplus: PerAxis<Int>?
  private var same: LayerNotationError.Option?
  private(set) var groups: Int?
  private(set) var mode: PaddingMode?
  private(set) var bias: String?
  private(set) var roundsUp = false
  private var seen: Set<LayerNotationError.Option> = []

  /// The options of kernels from a file.
  static let correlated: Set<LayerNotationError.Option> = [
    .stride, .padding, .same, .sameLower, .dilation, .groups, .mode, .bias,
  ]
  static let transposed: Set<LayerNotationError.Option> = [
    .stride, .padding, .output, .dilation, .groups, .bias,
  ]

  /// Takes one option.
  mutating func take(
    _ part: Substring, allowed: Set<LayerNotationError.Option>, of word: String
  ) throws(LayerNotationError.Reason) {
    let whole = LayerNotationError.Option(rawValue: part == "same-upper" ? "same" : String(part))
    let isWhole = whole.map { [.same, .sameLower, .ceil].contains($0) } ?? false
    let letter = part.first.flatMap { LayerNotationError.Option(rawValue: String($0)) }
    guard let option = isWhole ? whole : letter else {
      throw .unknownOption(Array(part.utf8).excerpt(0..<part.utf8.count))
    }
    guard allowed.contains(option) else { throw .foreignOption(option, of: word) }
    try take(option, part.dropFirst())
    guard seen.insert(option).inserted else { throw .repeated(option) }
  }

  private mutating func take(
    _ option: LayerNotationError.Option, _ value: Substring
  ) throws(LayerNotationError.Reason) {
    func perAxis() throws(LayerNotationError.Reason) -> PerAxis<Int> {
      guard let value = LayerFields.perAxis(value) else { throw .value(option) }
      return value
    }
    switch option {
    case .stride: stride = try perAxis()
    case .dilation: dilation = try perAxis()
    case .output: output = try perAxis()
    case .padding:
      guard let numbers = LayerFields.numbers(value), [1, 2, 4].contains(numbers.count) else {
        throw .value(option)
      }
      padding = PerAxis(rows: numbers[0], columns: numbers[numbers.count > 1 ? 1 : 0])
      surplus =
        numbers.count < 4
        ? PerAxis(0)
        : PerAxis(rows: numbers[2] - numbers[0], columns: numbers[3] - numbers[1])
    case .groups:
      guard let number = WholeNumber.parse(value), number >= 0 else { throw .value(option) }
      groups = number
    case .mode:
      guard let mode = PaddingMode(rawValue: String(value)) else { throw .value(option) }
      self.mode = mode
    case .bias:
      guard !value.isEmpty else { throw .value(option) }
      bias = String(value)
    case .same, .sameLower: same = option
    case .ceil: roundsUp = true
    case .from: throw .value(option)
    }
  }

  /// The padding of a window of this size: as it is written, or what keeps the size of the input. Of
  /// an uneven number of elements the one more stands at the end, with `same-lower` at the beginning.
  func padding(
    size: PlaneSize
  ) throws(LayerNotationError.Reason) -> (padding: PerAxis<Int>, surplus: PerAxis<Int>) {
    guard let same else { return (padding ?? PerAxis(0), surplus ?? PerAxis(0)) }
    if padding != nil { throw .sameWith(.padding) }
    guard (stride ?? PerAxis(1)) == PerAxis(1) else { throw .sameWith(.stride) }
    let dilation = dilation ?? PerAxis(1)
    let total = PerAxis(
      rows: max(0, dilation.rows * (size.rows - 1)),
      columns: max(0, dilation.columns * (size.columns - 1)))
    let isLower = same == .sameLower
    return (
      total.map { isLower ? ($0 + 1) / 2 : $0 / 2 }, total.map { isLower ? -($0 % 2) : $0 % 2 }
    )
  }

  /// How a kernel of this size moves.
  ///
  /// - Parameter usual: What stands in a padding of which that is not written.
  func correlation(
    size: PlaneSize, usual: PaddingMode = .zeros
  ) throws(LayerNotationError.Reason) -> CorrelationOptions {
    let (padding, surplus) = try padding(size: size)
    return CorrelationOptions(
      stride: stride ?? PerAxis(1), padding: padding, surplus: surplus,
      mode: mode ?? (padding == PerAxis(0) ? .zeros : usual),
      dilation: dilation ?? PerAxis(1), groups: groups ?? 1)
  }

  /// How a pooling's window of this size moves.
  func window(size: PlaneSize) throws(LayerNotationError.Reason) -> PoolingWindow {
    var options = self
    // The usual stride of a pooling is its size: one that keeps the size of its input has 1.
    if same != nil, stride == nil { options.stride = PerAxis(1) }
    let (padding, surplus) = try options.padding(size: size)
    return PoolingWindow(
      size: size, stride: options.stride, padding: padding, surplus: surplus,
      dilation: dilation ?? PerAxis(1), roundsUp: roundsUp)
  }

  /// How a transposed convolution of this size spreads its input.
  func transposed(size: PlaneSize) throws(LayerNotationError.Reason) -> TransposedConvolution {
    let (padding, surplus) = try padding(size: size)
    guard surplus == PerAxis(0) else { throw .value(.padding) }
    return TransposedConvolution(
      size: size, stride: stride ?? PerAxis(1), padding: padding, surplus: output ?? PerAxis(0),
      dilation: dilation ?? PerAxis(1), groups: groups ?? 1)
  }

  /// The options that read back as these, where they are not the usual ones.
  static func text(
    stride: PerAxis<Int>?, padding: PerAxis<Int>, surplus: PerAxis<Int>, dilation: PerAxis<Int>
  ) -> String {
    var text = stride.map { ":s" + LayerFields.text(of: $0) } ?? ""
    if surplus != PerAxis(0) {
      text += ":p\(padding.rows)x\(padding.columns)"
      text += "x\(padding.rows + surplus.rows)x\(padding.columns + surplus.columns)"
    } else if padding != PerAxis(0) {
      text += ":p" + LayerFields.text(of: padding)
    }
    return dilation == PerAxis(1) ? text : text + ":d" + LayerFields.text(of: dilation)
  }
}
