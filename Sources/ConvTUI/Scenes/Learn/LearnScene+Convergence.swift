import Drawing
import Model

extension LearnScene {
  /// The loss, how the weights move it, the meter lr·λmax against its limit, and what follows from it.
  func verdictLines(in rect: Rect, _ words: Words) -> [Line] {
    let convergence = convergence(now.optimizer)
    var lines = [lossLine(width: rect.width, words)] + nudgeLines(words)
    if let limit = LossSurface.limit(of: now.optimizer.method) {
      let product = convergence.product
      let number: Line = [
        Span(convergence.isEstimate ? "lr·λmax ≈ " : "lr·λmax ", .secondary),
        Span(NumberText.fixed(Float(product), decimals: 2), product < limit ? .strong : .warning),
        Span(words.ofLimit(Float(limit)) + " ", .secondary),
      ]
      let width = min(24, Board.textWidth(rect) - number.cellWidth)
      lines.append(
        number + (width > 4 ? LearnScene.meter(Float(product / limit), width: width) : []))
    }
    let verdict = verdictLine(words)
    // In little room a word stands for the sentence; where the loss is lost, there is room.
    let hasRoom =
      rect.height >= 10 || lines.count < 3 || verdict.cellWidth <= Board.textWidth(rect)
    lines.append(
      hasRoom
        ? verdict : [Span(words.word(diagnosis.verdict), verdict.first?.role ?? .secondary)])
    if rect.height >= 16, let speed = words.speed(convergence, diagnosis) {
      lines.append([Span(speed, .secondary)])
    }
    return lines
  }

  private static func meter(_ share: Float, width: Int) -> Line {
    let filled = share < 1 ? max(0, Int((share * Float(width)).rounded())) : width
    return [
      Span(String(repeating: "━", count: filled), share < 1 ? .accent : .warning),
      Span(String(repeating: "─", count: width - filled), .secondary),
    ]
  }

  /// What the run does, and why.
  func verdictLine(_ words: Words) -> Line {
    if isBusy, now.loss.isFinite { return [Span(words.computing(history.end), .secondary)] }
    let vectors = surface?.eigenvectors
    let sentence = words.sentence(
      diagnosis, convergence(now.optimizer),
      steep: vectors?.last.map(LearnScene.direction) ?? "",
      flat: flattest.map { LearnScene.direction($0.vector) } ?? "")
    switch diagnosis.verdict {
    case .diverges, .lost: return [Span(sentence, .warning)]
    default: return [Span(sentence, .secondary)]
    }
  }

  /// The direction along which the loss is least curved, of those that are not flat.
  private var flattest: (value: Double, vector: [Double])? {
    guard let surface else { return nil }
    return zip(surface.eigenvalues, surface.eigenvectors).first {
      $0.0 > surface.largestEigenvalue * 1e-9
    }
  }

  /// Why the run converges or not: the ends of the curvatures, and each direction in numbers.
  func convergenceLines(_ size: Size, _ words: Words) -> [Line] {
    let convergence = convergence(now.optimizer)
    var lines = [[Span(words.whyItConverges, .strong)]]
    lines += words.curvatures(convergence).map { [Span($0)] }
    if let speed = words.speed(convergence, diagnosis) { lines.append([Span(speed)]) }
    lines = lines.folded(to: size)
    guard let surface, size.height > lines.count + 2 else { return lines }
    let errors = surface.error(of: now)
    let rows = surface.eigenvalues.indices.reversed().prefix(size.height - lines.count - 2).map {
      index in
      let curvature = surface.eigenvalues[index]
      let factor = convergence.factor(along: curvature)
      return [
        NumberText.short(Float(curvature)), LearnScene.direction(surface.eigenvectors[index]),
        NumberText.fixed(Float(convergence.learningRate * curvature), decimals: 3),
        factor.map { "×" + NumberText.fixed(Float($0), decimals: 3) } ?? "–",
        NumberText.short(Float(errors[index])),
      ]
    }
    return lines + [[]]
      + .table(
        [words.directionTable] + rows, width: size.width, role: { $0 == 0 ? .secondary : .text })
  }

  /// An eigenvector in small whole numbers where it has them: (1, 1).
  static func direction(_ vector: [Double]) -> String {
    guard vector.count <= 4, let largest = vector.max(by: { abs($0) < abs($1) }), largest != 0
    else { return "" }
    return "("
      + vector.map { NumberText.short(Float(($0 / largest * 1e4).rounded() / 1e4)) }
      .joined(separator: ", ") + ")"
  }
}
