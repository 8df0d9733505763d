/// Writes numbers for people: a true minus sign, no digits that say nothing.
public enum NumberText {
  /// A whole number.
  public static func whole(_ number: Int) -> String { number < 0 ? "−\(-number)" : "\(number)" }

  /// A number with a fixed count of decimals; 0 to 9.
  public static func fixed(_ value: Float, decimals: Int) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "−∞" : "∞" }
    let scale = power(decimals)
    let scaled = (abs(Double(value)) * scale).rounded()
    guard scaled < 1e15 else { return short(value) }
    let (whole, rest) = Int(scaled).quotientAndRemainder(dividingBy: Int(scale))
    var text = value < 0 && scaled > 0 ? "−" : ""
    text += String(whole)
    guard decimals > 0 else { return text }
    let digits = String(rest)
    text += "."
    for _ in digits.utf8.count..<decimals { text += "0" }
    return text + digits
  }

  /// A number in about four digits, as a whole number where it is one.
  public static func short(_ value: Float) -> String {
    guard value.isFinite else { return fixed(value, decimals: 0) }
    let size = abs(value)
    if value == value.rounded() && size < 1e6 { return fixed(value, decimals: 0) }
    if size >= 1e6 || size < 1e-3 { return scientific(value) }
    var text = fixed(value, decimals: shortDecimals(size))
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  private static func shortDecimals(_ size: Float) -> Int {
    size >= 1000 ? 1 : size >= 100 ? 2 : size >= 10 ? 3 : 4
  }

  /// The number that one reads where `short` is written.
  static func readShort(_ value: Float) -> Double {
    let size = abs(value)
    guard value.isFinite, value != value.rounded() || size >= 1e6 else { return Double(value) }
    guard size < 1e6, size >= 1e-3 else {
      return Double(scientific(value).replacing("−", with: "-")) ?? Double(value)
    }
    return rounded(value, decimals: shortDecimals(size))
  }

  /// The number that one reads where a fixed count of decimals is written.
  static func rounded(_ value: Float, decimals: Int) -> Double {
    let scale = power(decimals)
    return (Double(value) * scale).rounded() / scale
  }

  /// A number with as many of two decimals as some columns hold behind its sign: −0.49, −.49, −.5 or 0
  /// in four, three, two columns and one. A larger number is longer.
  static func rounded(_ value: Float, toDigits columns: Int) -> String {
    guard value.isFinite else {
      return value.isNaN && columns < 3 ? "?" : fixed(value, decimals: 0)
    }
    let size = abs(value)
    var decimals = size == size.rounded() ? 0 : 2
    var text = fixed(size, decimals: decimals)
    while true {
      if columns < 4, text.hasPrefix("0.") { text.removeFirst() }
      if text.utf8.count <= columns || decimals == 0 { break }
      decimals -= 1
      text = fixed(size, decimals: decimals)
    }
    // What is rounded to nothing has no sign.
    let isZero = text.utf8.allSatisfy { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: ".") }
    return isZero ? "0" : (value < 0 ? "−" : "") + text
  }

  /// A number as a mantissa of two digits and a power of ten: 5.5e5.
  public static func scientific(_ value: Float) -> String {
    guard value.isFinite, value != 0 else { return fixed(value, decimals: 0) }
    var exponent = 0
    var mantissa = abs(Double(value))
    while mantissa >= 10 { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
    while mantissa < 1 { (mantissa, exponent) = (mantissa * 10, exponent - 1) }
    if mantissa >= 9.95 { (mantissa, exponent) = (1, exponent + 1) }
    return (value < 0 ? "−" : "") + fixed(Float(mantissa), decimals: 1) + "e"
      + (exponent < 0 ? "−" : "") + String(abs(exponent))
  }

  private static func power(_ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { value, _ in value * 10 }
  }
}
