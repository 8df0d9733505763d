import Drawing

extension TracedWindow {
  /// The most products that are written in block digits.
  private static let mostInBlocks = 32

  /// The arithmetic for block digits: the products done, then their values, then the sum alone.
  ///
  /// - Parameter withFactors: Whether the products are written out; where they are not, their values
  ///   do not count as part of the result.
  func blockSum(withFactors: Bool = true) -> BlockSums.Sum {
    let value = trace.sum(of: window, products: done)
    let text = done == 0 ? "?" : isSigned ? Formula.signed(value) : NumberText.short(value)
    let sum = Span(text, isSigned ? Role(signOf: value, zero: .strong) : .strong)
    /// - Parameter left: What the numbers before it come to, as they are written.
    func end(_ left: Double? = nil) -> Line {
      let equals = left.map { WrittenNumbers.short.equals($0, value) } ?? "="
      return [Span(equals, .secondary), done == total ? sum.asResult : sum]
    }
    var forms = [end()]
    let bias = trace.bias?[window.kernel]
    if total <= TracedWindow.mostInBlocks {
      let products = (0..<done).map { trace.product($0, of: window).value }
      let numbers = products + (bias.map { [$0] } ?? [])
      let values = TracedWindow.sum(numbers)
      if done > 0 {
        let sum = end(WrittenNumbers.short.sum(numbers))
        forms.insert((withFactors && done == total ? values.leadingToResult : values) + sum, at: 0)
      }
      if withFactors {
        let factors = (0..<(done == 0 ? total : done)).map(factors)
        let terms = factors + (bias.map { [Span(NumberText.short($0))] } ?? [])
        forms.insert(
          TracedWindow.joined(terms) + end(done == 0 ? nil : writtenProducts), at: 0)
      }
    }
    return (Span(result, .accent), forms)
  }
}
