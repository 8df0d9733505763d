/// Arithmetic as people type it: `3*2 + 4x3`, `1/9`, `(7 − 2) ÷ 2`.
struct Expression {
  private var rest: Substring
  private var depth = 0

  /// The longest text that is read.
  static let longest = 200

  /// What a text comes to; nil where it is no expression, or divides by 0.
  static func value(of text: String) -> Double? {
    guard text.count <= longest else { return nil }
    let usual: [Character: Character] = [
      "−": "-", "×": "*", "·": "*", "x": "*", "X": "*", "÷": "/", ",": ".",
    ]
    var expression = Expression(
      rest: String(text.filter { $0 != " " }.map { usual[$0] ?? $0 })[...])
    guard let value = expression.sum(), expression.rest.isEmpty, value.isFinite else { return nil }
    return value
  }

  private mutating func take(_ signs: String) -> Character? {
    guard let next = rest.first, signs.contains(next) else { return nil }
    rest.removeFirst()
    return next
  }

  private mutating func sum() -> Double? {
    guard var sum = product() else { return nil }
    while let sign = take("+-") {
      guard let next = product() else { return nil }
      sum += sign == "+" ? next : -next
    }
    return sum
  }

  private mutating func product() -> Double? {
    guard var product = factor() else { return nil }
    while let sign = take("*/") {
      guard let next = factor() else { return nil }
      product = sign == "*" ? product * next : product / next
    }
    return product
  }

  private mutating func factor() -> Double? {
    if let sign = take("+-") { return factor().map { sign == "-" ? -$0 : $0 } }
    if take("(") != nil {
      guard depth < 16 else { return nil }
      depth += 1
      defer { depth -= 1 }
      let inner = sum()
      return take(")") == nil ? nil : inner
    }
    let digits = rest.prefix { "0123456789.".contains($0) }
    rest.removeFirst(digits.count)
    return Double(digits)
  }
}
