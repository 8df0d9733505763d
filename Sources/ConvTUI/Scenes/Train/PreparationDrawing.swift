import Drawing
import Formats
import Model

/// What is seen while the images of a training are drawn or prepared: what is being done, and the first of
/// the digits.
struct PreparationDrawing {
  let images: TrainingImages
  /// What the network is called; nil for one's own.
  let network: String?

  /// The digits that are shown: three full rows on most screens.
  private static let shown = 21

  func draw(into frame: inout Frame, in rect: Rect, _ look: Look) {
    let inner = rect.inset(top: rect.height < 12 ? 0 : 1, left: 1, right: 1)
    let lines =
      ([[Span(look.words.preparing(images), .accent)]] + [
        look.words.whatIsPrepared(images, for: network)
      ])
      .flatMap { $0.folded(to: inner.width) }
    frame.write(lines, in: inner, look)
    guard case .drawn(_, let seed) = images, inner.height > lines.count + 4 else { return }
    let digits = SyntheticDigits.images(count: PreparationDrawing.shown, seed: seed)
    TileDrawing(
      tiles: (0..<digits.count).map { digits[$0].plane(channel: 0) }, title: [],
      scale: ColorScale(0...1)
    ).draw(into: &frame, in: rect.inset(top: inner.row - rect.row + lines.count), look)
  }
}
