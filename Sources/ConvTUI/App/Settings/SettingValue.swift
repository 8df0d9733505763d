import Formats
import Glibc
import Model

/// What a setting can be set to.
enum SettingValue: Hashable, Sendable {
  case flag(Bool)
  case whole(Int)
  case number(Float)
  case pair(PerAxis<Int>)
  case choice(String)
  case matrix(Tensor)
  case text(String)

  /// The text that stands for it when it is typed.
  var typed: String {
    switch self {
    case .flag(let isOn): isOn ? "on" : "off"
    case .whole(let number): String(number)
    case .number(let number): NumberList.text(of: number)
    case .pair(let pair):
      pair.rows == pair.columns ? "\(pair.rows)" : "\(pair.rows),\(pair.columns)"
    case .choice(let text), .text(let text): text
    case .matrix(let matrix): KernelNotation.text(of: matrix)
    }
  }
}

/// Which values a setting takes: how they are read, and which comes after another.
enum SettingDomain: Hashable, Sendable {
  case flag
  case whole(ClosedRange<Int>)
  /// Whole numbers of this range for both axes, or a word, which comes before the least of them.
  case pair(ClosedRange<Int>, word: String? = nil)
  /// A finite number; a step adds 1 to it.
  case number
  /// A finite number above 0, or from 0 on; a step leads to the next that has one digit: 0.03, 0.04 … 0.1, 0.2.
  case scaled(hasZero: Bool)
  case choice([String])
  /// Rows of numbers, or the name of a built-in example.
  case matrix
  /// Rows of numbers, or the name of a kernel.
  case kernel
  case text

  /// The value that a text stands for; nil where it is none of these.
  func value(of text: String) -> SettingValue? {
    switch self {
    case .flag: return ["on": .flag(true), "off": .flag(false)][text.lowercased()]
    case .whole(let range):
      return Int(text).flatMap { range.contains($0) ? .whole($0) : nil }
    case .pair(let range, let word):
      if let word, text.lowercased() == word { return .choice(word) }
      guard
        let pair = try? PerAxisNotation.parse(
          String(text.map { "x×".contains($0) ? "," : $0 }), as: PerAxis<Int>.self),
        range.contains(pair.rows), range.contains(pair.columns)
      else { return nil }
      return .pair(pair)
    case .number: return number(text).map { .number($0) }
    case .scaled(let hasZero):
      return number(text).flatMap { $0 > 0 || hasZero && $0 == 0 ? .number($0) : nil }
    case .choice(let names): return names.contains(text) ? .choice(text) : nil
    case .matrix:
      return (InputExample(rawValue: text)?.input ?? (try? KernelNotation.parse(text)))
        .map { .matrix($0) }
    case .kernel:
      return GivenKernel.written(text).flatMap { $0.count == 1 ? .matrix($0[0].kernel) : nil }
    case .text: return .text(text)
    }
  }

  /// The least number beside 0 that steps lead to, where 0 is one.
  private var leastOfSteps: Float { 0.001 }

  private func number(_ text: String) -> Float? {
    let numbers = try? NumberList.parse(text)
    return numbers.flatMap { $0.count == 1 && $0[0].isFinite ? $0[0] : nil }
  }

  /// The values that a step leads to, the nearest first; none where only typing helps.
  func values(after value: SettingValue, by step: Int) -> [SettingValue] {
    switch (self, value) {
    case (.flag, .flag(let isOn)): return [.flag(!isOn)]
    case (.whole(let range), .whole(let number)):
      let nexts = (1...64).map { number + $0 * step }
      return nexts.filter(range.contains).map { .whole($0) }
    case (.pair(let range, .some), .choice):
      return step > 0 ? [.pair(PerAxis(range.lowerBound))] : []
    case (.pair(let range, .some(let word)), .pair(let pair))
    where step < 0 && pair == PerAxis(range.lowerBound):
      return [.choice(word)]
    case (.pair(let range, _), .pair(let pair)):
      let next = pair.map { min(range.upperBound, max(range.lowerBound, $0 + step)) }
      return next == pair ? [] : [.pair(next)]
    case (.number, .number(let number)): return [.number(number + Float(step))]
    case (.scaled(let hasZero), .number(let number)):
      if number == 0 { return step > 0 ? [.number(leastOfSteps)] : [] }
      if hasZero, step < 0, number <= leastOfSteps { return [.number(0)] }
      return [.number(number.nextOfOneDigit(isUp: step > 0))]
    case (.choice(let names), .choice(let name)):
      return around(names, from: names.firstIndex(of: name) ?? 0, by: step).map { .choice($0) }
    case (.matrix, .matrix(let matrix)), (.kernel, .matrix(let matrix)):
      let known = self.known.map(\.matrix)
      let start = known.firstIndex(of: matrix)
      let others = around(known, from: start ?? (step > 0 ? -1 : 0), by: step)
      return (others + (start == nil ? known.prefix(1) : [])).map { .matrix($0) }
    default: return []
    }
  }

  /// The others in a row, the nearest in a direction first; past its end it begins again.
  private func around<Value>(_ row: [Value], from start: Int, by step: Int) -> [Value] {
    (1..<max(1, row.count)).map { distance in
      let place = (start + step * distance) % row.count
      return row[(place + row.count) % row.count]
    }
  }
}

extension Float {
  /// The next number above or below a positive one that is a digit times a power of ten.
  fileprivate func nextOfOneDigit(isUp: Bool) -> Float {
    let number = Double(self)
    // A little off, so that what is such a number already leads to its neighbour.
    let unit = pow(10, log10(number * (isUp ? 1 + 1e-6 : 1 - 1e-6)).rounded(.down))
    let digit = number / unit
    let next =
      isUp ? (digit + 1e-6).rounded(.down) + 1 : max(1, (digit - 1e-6).rounded(.up) - 1)
    // Through text, so that 0.3 is what 0.3 is when typed.
    return Float(String(Int(next)) + "e" + String(Int(log10(unit).rounded()))) ?? self
  }
}
