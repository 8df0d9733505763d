/// What runs are called where there is little room: `lenet-0.01` and `lenet-0.3` are …0.01 and …0.3.
struct RunNames: Sendable {
  private let short: [String: String]

  init(_ names: [String]) {
    guard names.count > 1 else {
      short = [:]
      return
    }
    let parts = names.map(\.lastPart)
    let own = Set(parts).count == names.count ? parts : names
    let common = RunNames.commonPart(of: own)
    short = Dictionary(
      zip(names, own.map { common > 2 ? "…" + $0.dropFirst(common) : $0 }),
      uniquingKeysWith: { first, _ in first })
  }

  /// How many characters all names begin with, up to a mark between words, if each goes on behind it.
  private static func commonPart(of names: [String]) -> Int {
    let first = Array(names[0])
    let same = names.dropFirst().reduce(first.count) { count, name in
      min(count, zip(first, name).prefix { $0 == $1 }.count)
    }
    let mark = first[..<same].lastIndex { "-_/ =".contains($0) }
    let common = mark.map { $0 + 1 } ?? 0
    return names.allSatisfy { $0.count > common } ? common : 0
  }

  /// A run among several; its own name where there is one.
  subscript(run: String) -> String { (short[run] ?? run.lastPart).printable }

  /// A tag, behind the run's name where there are several.
  func label(_ run: String, _ tag: String) -> String {
    (short.isEmpty ? "" : self[run] + " ") + tag.printable
  }
}
