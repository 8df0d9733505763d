/// Runs a pickle without executing anything of Python: what it would call is looked up in a short list,
/// and remembered by its name where it is not there.
///
/// Source: CPython 3.13, `pickletools.py`.
struct PickleMachine {
  let bytes: [UInt8]
  private(set) var offset: Int
  var pickle = Pickle()
  private var stack: [Pickle.Value] = []
  /// The stack's heights at the marks.
  private var marks: [Int] = []
  private var memo: [Int: Pickle.Value] = [:]
  /// How many entries may still be copied, so that a small pickle cannot grow without end.
  var copies: Int

  /// Reads one pickle.
  ///
  /// - Parameter start: Where it starts in the bytes.
  init(_ bytes: [UInt8], at start: Int = 0) throws(FormatError) {
    self.bytes = bytes
    offset = start
    copies = bytes.count
    while true {
      let place = offset
      let code = try byte()
      if code == UInt8(ascii: ".") { break }
      guard max(stack.count, pickle.nodes.count) < PickleMachine.mostObjects else {
        throw .corrupt(.pickle(.tooManyObjects))
      }
      if try push(code) { continue }
      if try build(code) { continue }
      if try shuffle(code) { continue }
      throw .corrupt(.pickle(.unknownCode(Int(code), byte: place)))
    }
    pickle.root = try pop()
  }

  /// The most objects, and the most values that wait on the stack: no checkpoint comes near.
  static let mostObjects = 1 << 22

  // MARK: What pushes a value

  private mutating func push(_ code: UInt8) throws(FormatError) -> Bool {
    switch Unicode.Scalar(code) {
    case "N": stack.append(.none)
    case "\u{88}": stack.append(.flag(true))
    case "\u{89}": stack.append(.flag(false))
    case "J":
      stack.append(.int(Int(Int32(truncatingIfNeeded: try number(4)))))
    case "K": stack.append(.int(try number(1)))
    case "M": stack.append(.int(try number(2)))
    case "\u{8A}": stack.append(try long(count: number(1)))
    case "\u{8B}": stack.append(try long(count: number(4)))
    case "I", "L": stack.append(whole(try line()))
    case "F": stack.append(Double(try line()).map { .float($0) } ?? .other)
    case "G":
      let bits = try take(8).reduce(UInt64(0)) { $0 << 8 | UInt64(bytes[$1]) }
      stack.append(.float(Double(bitPattern: bits)))
    case "X", "T": stack.append(try text(count: number(4)))
    case "\u{8C}", "U": stack.append(try text(count: number(1)))
    case "\u{8D}": stack.append(try text(count: number(8)))
    case "V":
      // Latin-1; what is past it stands there as `\uXXXX`, and stays so.
      let range = try lineRange()
      stack.append(.text(String(String.UnicodeScalarView(bytes[range].map { Unicode.Scalar($0) }))))
    case "S":
      let quoted = try line()
      stack.append(.text(String(quoted.dropFirst().dropLast())))
    case "C": try skipBytes(number(1))
    case "B": try skipBytes(number(4))
    case "\u{8E}", "\u{96}": try skipBytes(number(8))
    case "]", ")", "\u{8F}": append(.list([]))
    case "}": append(.dictionary([]))
    case "c": stack.append(.global(try line() + "." + line()))
    default: return false
    }
    return true
  }

  // MARK: What builds an object of those on the stack

  private mutating func build(_ code: UInt8) throws(FormatError) -> Bool {
    switch Unicode.Scalar(code) {
    case "t", "l", "\u{91}": append(.list(try popMark()))
    case "\u{85}": try tuple(1)
    case "\u{86}": try tuple(2)
    case "\u{87}": try tuple(3)
    case "d": append(.dictionary(PickleMachine.pairs(try popMark())))
    case "a":
      let value = try pop()
      add([value], to: try top())
    case "e", "\u{90}":
      let values = try popMark()
      add(values, to: try top())
    case "s":
      let value = try pop()
      let key = try pop()
      set([(key, value)], in: try top())
    case "u":
      let values = try popMark()
      set(PickleMachine.pairs(values), in: try top())
    case "\u{93}":
      let (name, module) = (try pop(), try pop())
      guard case .text(let name) = name, case .text(let module) = module else { throw broken }
      stack.append(.global(module + "." + name))
    case "R":
      let (arguments, function) = (try pop(), try pop())
      stack.append(try call(function, arguments))
    case "\u{81}":
      _ = try pop()
      make(try pop())
    case "\u{92}":
      _ = (try pop(), try pop())
      make(try pop())
    case "i":
      let name = try line() + "." + line()
      _ = try popMark()
      make(.global(name))
    case "o":
      let values = try popMark()
      make(values.first ?? .other)
    case "b":
      let state = try pop()
      if case .node(let place) = try top(), case .object = pickle.nodes[place] {
        // With slots the state is a pair.
        pickle.nodes[place] = .object(state: pickle.list(state)?.first ?? state)
      }
    case "Q": stack.append(storage(try pop()))
    case "P":
      _ = try line()
      stack.append(.other)
    default: return false
    }
    return true
  }

  // MARK: Stack and memory

  private mutating func shuffle(_ code: UInt8) throws(FormatError) -> Bool {
    switch Unicode.Scalar(code) {
    case "\u{80}": _ = try number(1)
    case "\u{95}": _ = try take(8)
    case "(": marks.append(stack.count)
    case "0":
      if marks.last == stack.count { marks.removeLast() } else { _ = try pop() }
    case "1": _ = try popMark()
    case "2": stack.append(try top())
    case "q": memo[try number(1)] = try top()
    case "r": memo[try number(4)] = try top()
    case "p": memo[try index()] = try top()
    case "\u{94}": memo[memo.count] = try top()
    case "h": try recall(try number(1))
    case "j": try recall(try number(4))
    case "g": try recall(try index())
    default: return false
    }
    return true
  }

  private mutating func recall(_ index: Int) throws(FormatError) {
    guard let value = memo[index] else { throw broken }
    stack.append(value)
  }

  mutating func append(_ node: Pickle.Node) { stack.append(place(node)) }

  mutating func place(_ node: Pickle.Node) -> Pickle.Value {
    pickle.nodes.append(node)
    return .node(pickle.nodes.count - 1)
  }

  private mutating func make(_ type: Pickle.Value) {
    append(type == .global("collections.OrderedDict") ? .dictionary([]) : .object(state: .none))
  }

  private mutating func tuple(_ count: Int) throws(FormatError) {
    var values: [Pickle.Value] = []
    for _ in 0..<count { values.append(try pop()) }
    append(.list(values.reversed()))
  }

  static func pairs(_ values: [Pickle.Value]) -> [(key: Pickle.Value, value: Pickle.Value)] {
    stride(from: 0, to: values.count - 1, by: 2).map { (values[$0], values[$0 + 1]) }
  }

  /// What is no list is of a class that is not made, and keeps nothing.
  private mutating func add(_ values: [Pickle.Value], to target: Pickle.Value) {
    guard case .node(let place) = target, case .list(var list) = pickle.nodes[place] else { return }
    pickle.nodes[place] = .list([])
    list += values
    pickle.nodes[place] = .list(list)
  }

  private mutating func set(
    _ pairs: [(key: Pickle.Value, value: Pickle.Value)], in target: Pickle.Value
  ) {
    guard case .node(let place) = target, case .dictionary(var entries) = pickle.nodes[place] else {
      return
    }
    pickle.nodes[place] = .dictionary([])
    entries += pairs
    pickle.nodes[place] = .dictionary(entries)
  }

  private func top() throws(FormatError) -> Pickle.Value {
    guard let value = stack.last, marks.last ?? 0 < stack.count else { throw broken }
    return value
  }

  private mutating func pop() throws(FormatError) -> Pickle.Value {
    let value = try top()
    stack.removeLast()
    return value
  }

  /// Takes all above the last mark.
  private mutating func popMark() throws(FormatError) -> [Pickle.Value] {
    guard let mark = marks.popLast(), mark <= stack.count else { throw broken }
    defer { stack.removeSubrange(mark...) }
    return Array(stack[mark...])
  }

  // MARK: Bytes

  var broken: FormatError { .corrupt(.pickle(.broken(byte: offset))) }

  private mutating func byte() throws(FormatError) -> UInt8 { bytes[try take(1).lowerBound] }

  private mutating func take(_ count: Int) throws(FormatError) -> Range<Int> {
    guard count <= bytes.count - offset else { throw .corrupt(.pickle(.endsEarly)) }
    defer { offset += count }
    return offset..<offset + count
  }

  private mutating func number(_ size: Int) throws(FormatError) -> Int {
    let range = try take(size)
    guard let number = bytes.number(at: range.lowerBound, size: size) else { throw broken }
    return number
  }

  private mutating func text(count: Int) throws(FormatError) -> Pickle.Value {
    .text(String(decoding: bytes[try take(count)], as: UTF8.self))
  }

  private mutating func skipBytes(_ count: Int) throws(FormatError) {
    _ = try take(count)
    stack.append(.other)
  }

  /// A number of any length in two's complement.
  private mutating func long(count: Int) throws(FormatError) -> Pickle.Value {
    let range = try take(count)
    guard count <= 8 else { return .other }
    let isNegative = count > 0 && bytes[range.upperBound - 1] >= 0x80
    return .int(range.reversed().reduce(isNegative ? -1 : 0) { $0 << 8 | Int(bytes[$1]) })
  }

  private mutating func line() throws(FormatError) -> String {
    String(decoding: bytes[try lineRange()], as: UTF8.self)
  }

  private mutating func lineRange() throws(FormatError) -> Range<Int> {
    guard let end = bytes[offset...].firstIndex(of: .lineFeed) else {
      throw .corrupt(.pickle(.endsEarly))
    }
    defer { offset = end + 1 }
    return offset..<end
  }

  private mutating func index() throws(FormatError) -> Int {
    guard let index = Int(try line()) else { throw broken }
    return index
  }

  /// A whole number in digits, with an `L` perhaps; `00` and `01` are truth values.
  private func whole(_ text: String) -> Pickle.Value {
    if text == "00" || text == "01" { return .flag(text == "01") }
    return Int(text.hasSuffix("L") ? String(text.dropLast()) : text).map { .int($0) } ?? .other
  }
}
