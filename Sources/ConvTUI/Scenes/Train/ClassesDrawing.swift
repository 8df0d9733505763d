import Drawing
import Model

/// Which classes the network takes for which: the confusion matrix of the last validation.
struct ClassesDrawing {
  let evaluation: Evaluation
  let names: [String]
  /// The batches that were done when it was measured.
  let step: Int
  /// The epoch after which it is measured again.
  var nextEpoch: Int?

  /// Up to the most images that were taken for another class: mistakes are what is looked for.
  var scale: ColorScale { ColorScale(0...Float(max(1, mistakes.first?.count ?? 1))) }

  /// The most images of a class that were taken for it.
  private var mostRight: Float {
    Float(max(1, names.indices.map { evaluation.confusion[$0][$0] }.max() ?? 1))
  }

  /// The pairs of classes that were confused, the most frequent first.
  private var mistakes: [(label: Int, taken: Int, count: Int)] {
    names.indices.flatMap { label in
      names.indices.filter { $0 != label && evaluation.confusion[label][$0] > 0 }.map {
        (label: label, taken: $0, count: evaluation.confusion[label][$0])
      }
    }.sorted { $0.count > $1.count }
  }

  func draw(into frame: inout Frame, in rect: Rect, _ look: Look) {
    let nameWidth = min(10, names.map { $0.printable.cellWidth }.max() ?? 1)
    var pane = Pane(
      look.words.confusion,
      Plane(Tensor(rows: evaluation.confusion.map { $0.map(Float.init) }), scale: scale))
    if look.fillsCells {
      pane.color = { [scale, evaluation, mostRight] label, taken in
        let count = Float(evaluation.confusion[label][taken])
        // What is right has the colours of the other sign.
        let value = label == taken ? -count / mostRight * scale.upper : count
        return scale.color(value, look.theme)
      }
    }
    // Beside a matrix without numbers there is room, and need, for words.
    let hasNumbers =
      names.count <= rect.height - 2
      && names.count * (pane.format.width + 1) <= rect.width - nameWidth - 3
    let side = rect.width >= 70 || !hasNumbers ? 26 : 0
    let matrix = rect.inset(
      top: names.count <= rect.height - 2 ? 1 : 0, left: nameWidth + 1, right: side)
    pane.needsNumbers = false
    let placed = PaneGrid([[pane]], isCentered: false).placed(in: matrix, look)
    placed.draw(into: &frame, look)
    if let view = placed.views.first { drawNames(of: view, nameWidth, into: &frame, rect, look) }
    if side > 0 {
      frame.write(
        sideLines(rect.height, look.words), in: rect.inset(left: rect.width - side + 2), look)
    }
  }

  /// The classes along both sides of the matrix.
  private func drawNames(
    of view: MatrixView, _ width: Int, into frame: inout Frame, _ rect: Rect, _ look: Look
  ) {
    guard view.shape.kind != .half else { return }
    for row in view.visible.rows {
      let box = view.rect(of: Block(Position(row: row, column: view.visible.columns.lowerBound)))
      let name = names[row].printable.cut(to: width)
      frame.write(
        name,
        at: Point(
          row: box.row + (box.height - 1) / 2, column: view.rect.column - 1 - name.cellWidth),
        look.style(.strong))
    }
    let foot = view.rect.rows.upperBound
    for column in view.visible.columns {
      let box = view.rect(of: Block(Position(row: view.visible.rows.lowerBound, column: column)))
      // A free character between two names: 10 and 11 are not 1011.
      let name = names[column].printable.cut(to: max(1, box.width - 1))
      guard foot < rect.rows.upperBound else { return }
      frame.write(
        name,
        at: Point(row: foot, column: box.column + max(0, box.width - name.cellWidth) / 2),
        look.style(.strong))
    }
  }

  /// The score, and what is confused most often.
  private func sideLines(_ height: Int, _ words: Words) -> [Line] {
    let lines: [Line] = [
      [Span(words.right(evaluation.score.correct, of: evaluation.score.images), .negative)],
      [Span(words.validated(at: step), .secondary)],
      nextEpoch.map { [Span(words.measuredNext(afterEpoch: $0), .secondary)] }, [],
      [Span(words.mostFrequent, .secondary)],
    ].compactMap(\.self)
    let pairs = mistakes.prefix(max(0, height - lines.count)).map { mistake -> Line in
      [
        Span(names[mistake.label].printable, .strong),
        Span(" \(words.takenForWord) ", .secondary),
        Span(names[mistake.taken].printable, .positive),
        Span("  \(mistake.count)×", .text),
      ]
    }
    return lines + (pairs.isEmpty ? [[Span(words.nothingConfused, .secondary)]] : pairs)
  }
}
