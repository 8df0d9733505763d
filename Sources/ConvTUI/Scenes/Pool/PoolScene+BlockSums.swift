import Drawing

extension PoolScene {
  /// The most numbers of a window that are written in block digits.
  private static let mostInBlocks = 32

  /// "max[0,0] (0, 1, 3, 4) = 4" and "mean[0,0] (0 + 1 + 3 + 4) / 4 = 8 / 4 = 2" for block digits.
  func blockSums(_ words: Words) -> [BlockSums.Sum] {
    let numbers = pooled.numbers(of: unit)
    let (sum, count) = pooled.sum(of: unit)
    let written = WrittenNumbers.short
    /// - Parameter left: What the numbers before it come to, as they are written.
    func end(_ plane: Plane, _ left: Double? = nil) -> Line {
      let value = plane.matrix[unit.row, unit.column]
      return [
        Span(left.map { written.equals($0, value) } ?? "=", .secondary),
        Span(NumberText.short(value), .strong).asResult,
      ]
    }
    let over = [Span("/", .secondary), Span(NumberText.short(count))]
    let total = [Span(NumberText.short(sum))] + over
    var forms = (maximum: [end(pooled.maximum)], mean: [end(pooled.mean)])
    forms.mean.insert(
      total.leadingToResult + end(pooled.mean, written.read(sum) / Double(count)), at: 0)
    if numbers.count <= PoolScene.mostInBlocks {
      func list(_ separator: Span) -> Line {
        let spans = numbers.map { [Span(NumberText.short($0), Role(signOf: $0))] }
        return [Span("(", .secondary)] + spans.joined(separator: [separator])
          + [Span(")", .secondary)]
      }
      forms.maximum.insert(
        [Span("max", .accent)] + list(Span(",", .secondary)) + end(pooled.maximum), at: 0)
      let mean = end(pooled.mean, written.sum(numbers) / Double(count))
      forms.mean.insert(list(Span("+", .secondary)) + over + mean, at: 0)
    }
    return [
      (Span(Formula.cell(words.maximum, unit), .accent), forms.maximum),
      (Span(Formula.cell(words.meanOfWindow, unit), .accent), forms.mean),
    ]
  }
}
