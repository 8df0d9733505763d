import Drawing
import Model

extension SurfaceDrawing {
  /// Where the run and the minimum are, as far as it fits.
  func heading(width: Int) -> Line {
    [
      [Span(words.lossSurface(step), .strong)],
      [Span(words.lossNow + " ", .secondary), Span(words.loss(loss), .strong)],
      tellsMinimum
        ? [
          Span(words.minimum(run.choice) + " ", .secondary),
          Span(NumberText.short(SurfaceDrawing.rounded(run.least)), .strong),
          Span(" " + words.at(point(run.minimum)), .secondary),
        ] : [],
    ].inOneLine(within: width)
  }

  /// What the picture means; the first lines matter most.
  func text(width: Int, height: Int = .max) -> [Line] {
    let branches = branch.isEmpty ? [] : [branch + [Span("   " + words.otherPaths, .secondary)]]
    let first = lens.cursor == nil ? [purposeLine] : [cursorLine, purposeLine]
    let keys = lens.cursor == nil ? [[Span(words.surfaceKeys, .secondary)]] : []
    return
      (first + [marks] + branches
      + [tellsMinimum ? directionsLine : [Span(words.whereIsTheMinimum, .accent)]]
      + planeLines + keys)
      .folded(to: Size(width: width, height: height), indent: 2)
  }

  private var marks: Line {
    let all = words.marks(isTargetLeast: run.isTargetLeast)
    // Before the first step the start and now are one.
    return tellsMinimum ? all : Array(all.prefix(2))
  }

  private func point(_ point: LossPlane.Point) -> String {
    let numbers = [point.x, point.y].prefix(run.plane.origin.count)
    return "("
      + numbers.map { coordinate($0) }.joined(separator: ", ")
      + ")"
  }

  private var purposeLine: Line {
    [Span(words.surfacePurpose(from: words.loss(start), now: words.loss(loss), step: step))]
  }

  private var cursorLine: Line {
    guard let cursor = lens.cursor else { return [] }
    let at = point(ofCursor: cursor)
    return [
      Span("┼ \(point(at))", .accent), Span("  " + words.loss + " ", .secondary),
      Span(NumberText.short(Float(run.plane.loss(at))), .strong),
      Span("  " + words.trainsFromThere, .secondary),
    ]
  }

  private var directionsLine: Line {
    let directions = run.plane.directions
    let names = directions.map { LearnScene.direction([$0.along.x, $0.along.y]) }
    let ratio = directions[1].curvature / directions[0].curvature
    guard ratio.isFinite, ratio < 1e9 else { return words.flatAlong(names[0]) }
    return words.steeper(SurfaceDrawing.rounded(ratio), along: names[1], than: names[0])
  }

  private var planeLines: [Line] {
    let count = run.plane.origin.count
    guard run.choice != .whole else { return [] }
    return [
      [
        Span(words.plane(run.choice, weights: count) + " ", .secondary),
        Span(NumberText.fixed(Float(run.share * 100), decimals: 1) + " %", .strong),
        Span(" " + words.ofTheLoss, .secondary),
      ]
    ]
  }
}
