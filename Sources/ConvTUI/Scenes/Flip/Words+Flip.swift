import Drawing
import Model

/// Words of the flip scene.
extension Words {
  var flipTitle: String { "Flip" }
  var flipPurpose: String { "cross-correlation and convolution" }

  func turn(_ number: Int, of count: Int) -> String { "turn \(number) of \(count)" }

  var notTurned: String { "not turned yet" }
  var turned: String { "turned by 180°" }

  func turning(rows: Bool) -> String {
    rows ? "rows swapped" : "columns swapped"
  }

  func symmetry(isSymmetric: Bool, difference: Float) -> [Line] {
    if !isSymmetric, difference == 0 {
      return [
        [
          Span("Equal here: ", .accent),
          Span("K turned by 180° is another kernel, but on this input both give the same result."),
        ]
      ]
    }
    return isSymmetric
      ? [
        [
          Span("Equal: ", .accent),
          Span("K turned by 180° is K itself, so both operations give the same result."),
        ]
      ]
      : [
        [
          Span("Different: ", .accent),
          Span("K turned by 180° is another kernel; the results differ by up to "),
          Span(NumberText.short(difference), .strong), Span("."),
        ]
      ]
  }

  /// What happens to K before the windows.
  func flipStep(_ step: Int, rowSwaps: Int, turns: Int) -> Line {
    if step == 0 {
      return [
        Span("A convolution turns K by 180° before it slides: ", .accent),
        Span("first its rows change places, then its columns. Will the results differ?"),
      ]
    }
    if step < turns {
      return step <= rowSwaps
        ? [Span("The rows of K change places", .accent), Span(", from the outside in.")]
        : [Span("The columns of K change places", .accent), Span(", from the outside in.")]
    }
    return [
      Span("K′ is K turned by 180°. ", .accent),
      Span("Now both slide over X: K for ⋆, K′ for ∗."),
    ]
  }
}
