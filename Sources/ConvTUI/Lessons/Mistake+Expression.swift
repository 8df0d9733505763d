/// Mistakes in a number that a lesson gives as an expression.
extension Mistake {
  static func inNumber(_ value: Double, _ expression: String) -> Mistake? {
    guard let right = Expression.value(of: expression) else { return nil }
    func isValue(_ other: Double) -> Bool { abs(value - other) <= max(1e-6, 1e-5 * abs(other)) }
    let terms = Term.all(in: expression)
    for term in terms where terms.count > 1 && isValue(right - term.value) {
      return .termMissing(term.text)
    }
    for term in terms where terms.count > 1 && isValue(right - 2 * term.value) {
      return .termSignWrong(term.text)
    }
    for term in terms {
      let factors = term.factors
      if factors.count > 1, factors.allSatisfy({ !$0.divides }),
        isValue(right - term.value + factors.reduce(0) { $0 + $1.value })
      {
        return .factorsOfTermAdded(term.text)
      }
      for factor in factors where factors.count > 1 && factor.value != 1 && factor.value != 0 {
        let without = factor.divides ? term.value * factor.value : term.value / factor.value
        guard isValue(right - term.value + without) else { continue }
        return factor.divides ? .divisorForgotten(factor.text) : .factorForgotten(factor.text)
      }
    }
    return nil
  }
}

/// A part of a sum: `2*2` in `2*2 + 1`.
private struct Term {
  let text: String
  /// With its sign.
  let value: Double
  let factors: [Factor]

  struct Factor {
    let text: String
    let value: Double
    /// Whether the part before is divided by it.
    let divides: Bool
  }

  static func all(in expression: String) -> [Term] {
    pieces(of: expression.filter { $0 != " " }, at: "+-−").compactMap { sign, text in
      guard let value = Expression.value(of: text) else { return nil }
      let factors = pieces(of: text, at: "*×·/÷").compactMap { sign, text in
        Expression.value(of: text).map {
          Factor(text: text, value: $0, divides: "/÷".contains(sign))
        }
      }
      return Term(
        text: text.replacing("*", with: "×"), value: "-−".contains(sign) ? -value : value,
        factors: factors)
    }
  }

  /// The pieces of a text between some signs outside of parentheses, each with the sign before it; the
  /// first one's is a blank, which is none.
  private static func pieces(
    of text: String, at signs: String
  ) -> [(sign: Character, text: String)] {
    var depth = 0
    return text.reduce(into: [(sign: Character, text: String)]()) { pieces, character in
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if pieces.isEmpty { pieces.append((" ", "")) }
      if depth == 0, signs.contains(character), !pieces[pieces.count - 1].text.isEmpty {
        pieces.append((character, ""))
      } else {
        pieces[pieces.count - 1].text.append(character)
      }
    }
  }
}
