import Drawing
import Model

extension MapsScene {
  /// What some panes show of the picture and its maps, and in which colours.
  struct Shown: Sendable {
    let panes: [Int]
    private let parts: [Part?]
    private let scales: [ColorScale]
    private let sight: Sight
    private let contrast: Contrast

    init(of scene: MapsScene, _ panes: [Int], _ sight: Sight) {
      self.panes = panes
      (self.sight, contrast) = (sight, scene.contrast)
      parts = scene.parts(panes, over: sight.rows, sight.columns, step: sight.step)
      scales = scene.scales(parts, of: panes, areNumbers: sight.format != nil)
    }

    /// Whether it is still what is to be shown.
    func isOf(_ panes: [Int], _ sight: Sight, _ contrast: Contrast) -> Bool {
      self.panes == panes && self.sight == sight && self.contrast == contrast
    }

    func part(_ pane: Int) -> Part? { panes.firstIndex(of: pane).flatMap { parts[$0] } }

    func scale(_ pane: Int) -> ColorScale {
      panes.firstIndex(of: pane).map { scales[$0] } ?? ColorScale(nil)
    }

    /// What the numbers of a pane reach to, those at padding left out: 0…1, −0.9…2.3 or ±3.
    ///
    /// - Parameter width: The room for it; a longer one has two digits alone.
    func range(_ pane: Int, width: Int) -> String? {
      guard let part = part(pane) else { return nil }
      let scale = scale(pane)
      if pane == 0 { return Formula.range(scale) }
      guard let range = part.inside.finiteRange else { return nil }
      if scale.isGrey {
        let text = Formula.range(range)
        return text.cellWidth <= width ? text : Formula.range(range, digits: 2)
      }
      let largest = max(-range.lowerBound, range.upperBound)
      return (part.isSigned ? "±" : "0…") + NumberText.short(largest.rounded(toDigits: 3))
    }
  }

  /// The colours of some panes' numbers.
  ///
  /// - Parameter areNumbers: Whether they are written, and the largest has the last colour; in a picture all
  ///   of the strongest hundredth have.
  fileprivate func scales(
    _ parts: [Part?], of panes: [Int], areNumbers: Bool
  ) -> [ColorScale] {
    let own = parts.map { part in
      part.map { areNumbers ? ColorScale(upTo: $0.inside, of: $0.values) : $0.pictureScale }
    }
    let shared = ColorScale(
      covering: parts.indices.compactMap {
        panes[$0] > 0 && grey(panes[$0]) == nil ? own[$0] : nil
      })
    return panes.indices.map { index in
      if let grey = grey(panes[index]) { return grey }
      switch contrast {
      case .each: return own[index] ?? ColorScale(nil)
      case .shared: return shared
      case .fixed:
        let bound = filters[panes[index] - 1].bound
        return ColorScale(-bound...bound)
      }
    }
  }

  /// The scale of the picture, and of a map that is a picture again; nil for maps that tell signs.
  private func grey(_ pane: Int) -> ColorScale? {
    if pane == 0 { return picture.scale }
    guard picture.scale.isGrey, motion.sliding.bias == 0, let white = filters[pane - 1].white
    else { return nil }
    return .picture(upTo: picture.scale.upper * white)
  }
}

extension MapsScene.Part {
  /// Whether some number is negative, at padding too.
  fileprivate var isSigned: Bool {
    [values, inside].contains { ($0.finiteRange?.lowerBound ?? 0) < 0 }
  }

  /// The colours of a map as a picture.
  fileprivate var pictureScale: ColorScale {
    .ofPicture(strengths: strengths.elements, isSigned: isSigned)
  }
}

extension ColorScale {
  /// The colours of a picture: up to the magnitude that all but the strongest hundredth have.
  static func ofPicture(strengths: [Float], isSigned: Bool) -> ColorScale {
    let sizes = strengths.filter(\.isFinite).sorted()
    let largest = sizes.last ?? 1
    let end = sizes.isEmpty ? 1 : sizes[(sizes.count - 1) * 99 / 100]
    let upper = (end > largest / 64 ? end : largest).rounded(toDigits: 2, .up)
    return ColorScale(isSigned ? -upper...upper : 0...upper)
  }
}
