import Model

extension FieldStack {
  /// Up to four layers drawn at random over an image of at most 9×9; none where they do not fit.
  static func random(seed: UInt64) -> FieldStack {
    var generator = SeededGenerator(seed: seed)
    func pair(_ range: ClosedRange<Int>) -> PerAxis<Int> {
      PerAxis(
        rows: Int.random(in: range, using: &generator),
        columns: Int.random(in: range, using: &generator))
    }
    while true {
      let layers = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
        FieldLayer(
          Bool.random(using: &generator) ? .convolution : .pooling, kernel: pair(1...3),
          stride: pair(1...2), padding: pair(0...2), dilation: pair(1...2))
      }
      if let stack = try? FieldStack(input: pair(3...9), layers: layers) { return stack }
    }
  }

  /// Every unit of a map.
  func units(of map: Int) -> [Position] {
    (0..<maps[map].rows).flatMap { row in
      (0..<maps[map].columns).map { Position(rows: row, columns: $0) }
    }
  }
}
