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

  var libraries: [Line] {
    [
      [
        Span("X ⋆ K  ", .strong), Span("torch.conv2d", .secondary),
        Span(", scipy.signal.correlate2d", .secondary),
      ],
      [
        Span("X ∗ K  ", .strong),
        Span("scipy.signal.convolve2d", .secondary),
        Span(", np.convolve (in one dimension)", .secondary),
      ],
    ]
  }
}
