import Model

extension SettingDomain {
  /// How far above a refused number one that fits is looked for.
  private static let reach = 64

  /// The values next to a refused one that fit: the next smaller and the next larger, where there are
  /// such. Of a pair, the larger number goes down first and the smaller one goes up first.
  ///
  /// - Parameter fits: Whether a value does; on the way from a refused one it changes once.
  func nearest(to value: SettingValue, where fits: (SettingValue) -> Bool) -> [SettingValue] {
    switch (self, value) {
    case (.whole(let range), .whole(let number)):
      return [
        SettingDomain.first(from: number, down: range.lowerBound) { fits(.whole($0)) },
        SettingDomain.first(from: number, upTo: range.upperBound) { fits(.whole($0)) },
      ].compactMap { $0.map { .whole($0) } }
    case (.pair(let range, _), .pair(let pair)):
      func lowered(_ most: Int) -> SettingValue { .pair(pair.map { min($0, most) }) }
      func raised(_ least: Int) -> SettingValue { .pair(pair.map { max($0, least) }) }
      let (low, high) = (min(pair.rows, pair.columns), max(pair.rows, pair.columns))
      return [
        SettingDomain.first(from: high, down: range.lowerBound) { fits(lowered($0)) }
          .map(lowered),
        SettingDomain.first(from: low, upTo: range.upperBound) { fits(raised($0)) }.map(raised),
      ].compactMap { $0 }
    default: return []
    }
  }

  /// The largest number below a refused one that fits.
  private static func first(
    from refused: Int, down least: Int, where fits: (Int) -> Bool
  ) -> Int? {
    guard least < refused, fits(least) else { return nil }
    return boundary(refused, least, fits)
  }

  /// The smallest number above a refused one that fits, as far as it is looked for.
  private static func first(
    from refused: Int, upTo most: Int, where fits: (Int) -> Bool
  ) -> Int? {
    let tried = sequence(first: 1) { $0 * 2 }.prefix { $0 <= reach }.lazy.map { refused + $0 }
    return tried.first { $0 <= most && fits($0) }.map { boundary(refused, $0, fits) }
  }

  /// The first number that fits on the way from a refused one to one that fits.
  private static func boundary(_ refused: Int, _ fitting: Int, _ fits: (Int) -> Bool) -> Int {
    var (outside, inside) = (refused, fitting)
    while abs(outside - inside) > 1 {
      let middle = (outside + inside) / 2
      if fits(middle) { inside = middle } else { outside = middle }
    }
    return inside
  }
}
