import Drawing
import Model

extension LearnScene {
  /// The next update and what the run does; where there is room, how the weights move the loss, the meter
  /// lr·λmax against its limit, and the speed. A run says nothing of itself before its first step.
  func saidLines(height: Int, width: Int, _ look: Look) -> [Line] {
    let words = look.words
    guard !look.withholdsFormulas else {
      return (urgentVerdict(look).map { [$0] } ?? []).folded(
        to: Size(width: width - 2, height: max(1, height)))
    }
    let sums = updateLines(width: width - 2, words)
    let verdict = [verdictLine(look)].filter { !$0.isEmpty }.folded(
      to: Size(width: width - 2, height: max(1, height)))
    guard urgentVerdict(look) == nil else { return Array((verdict + sums).prefix(height)) }
    guard height >= sums.count + verdict.count else {
      return Array((height > sums.count ? sums : verdict + sums).prefix(max(0, height)))
    }
    var lines = sums + verdict
    let each = nudgeLines(words)
    let beside = Array(each.joined(separator: [Span("   ")]))
    let slopes = beside.cellWidth <= width - 2 && !beside.isEmpty ? [beside] : each
    guard height >= sums.count + max(1, verdict.count) + slopes.count else { return lines }
    lines = sums + slopes + verdict
    guard height >= lines.count + 3, !verdict.isEmpty else { return lines }
    let convergence = convergence(now.optimizer)
    if let limit = LossSurface.limit(of: now.optimizer.method) {
      let product = convergence.product
      let number: Line = [
        Span(words.rateTimesCurvature(isEstimate: convergence.isEstimate), .secondary),
        Span(NumberText.fixed(Float(product), decimals: 2), product < limit ? .strong : .warning),
        Span(words.ofLimit(Float(limit)) + " ", .secondary),
      ]
      let room = min(24, width - 2 - number.cellWidth)
      lines.append(number + (room > 4 ? LearnScene.meter(Float(product / limit), width: room) : []))
    }
    if let speed = words.speed(convergence, diagnosis) {
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

  /// What the run does, and why; empty before its first step and where results are hidden.
  func verdictLine(_ look: Look) -> Line {
    let words = look.words
    if isBusy, now.loss.isFinite { return [Span(words.computing(history.end), .secondary)] }
    guard now.step > 0, !look.hidesResults else { return [] }
    let vectors = surface?.eigenvectors
    let sentence = words.sentence(
      diagnosis, convergence(now.optimizer),
      steep: vectors?.last.map(LearnScene.direction) ?? "",
      steepSum: vectors?.last.map(LearnScene.sum) ?? "",
      flat: flattest.map { LearnScene.direction($0.vector) } ?? "")
    switch diagnosis.verdict {
    case .diverges, .lost: return [Span(sentence, .warning)]
    default: return [Span(sentence, .secondary)]
    }
  }

  /// What the run does, where that must be seen: it diverges, or is still computed.
  func urgentVerdict(_ look: Look) -> Line? {
    let verdict = verdictLine(look)
    return isBusy && !verdict.isEmpty || verdict.first?.role == .warning ? verdict : nil
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
    scaled(vector).map { "(" + $0.map { NumberText.short($0) }.joined(separator: ", ") + ")" } ?? ""
  }

  /// The sum of the weights that an eigenvector stands for: "w₀ + w₁", "w₀ − 0.5·w₁"; empty if it has
  /// too many.
  static func sum(_ vector: [Double]) -> String {
    (scaled(vector) ?? []).enumerated().reduce(into: "") { sum, part in
      let (index, share) = part
      guard share != 0 else { return }
      sum += sum.isEmpty ? (share < 0 ? "−" : "") : share < 0 ? " − " : " + "
      sum += (abs(share) == 1 ? "" : NumberText.short(abs(share)) + "·") + name(ofWeight: index)
    }
  }

  /// The vector with 1 for its largest number, the others to four decimals; nil for more than four.
  private static func scaled(_ vector: [Double]) -> [Float]? {
    guard vector.count <= 4, let largest = vector.max(by: { abs($0) < abs($1) }), largest != 0
    else { return nil }
    return vector.map { Float(($0 / largest * 1e4).rounded() / 1e4) }
  }
}
