import Drawing
import Model

/// The image that is sent through the network, and which class it is taken for.
struct SampleDrawing {
  let snapshot: TrainingSnapshot
  let sample: TrainingOrder.Sample
  /// The images that a sample may be of.
  let count: Int
  let classNames: [String]
  /// Where the arrows have put the pen.
  let pen: Position?
  /// Whether it is still asked what an untrained network predicts.
  var isAsked = false

  /// Whether nothing is drawn by hand yet: then nothing is predicted.
  private var isEmpty: Bool {
    guard case .drawn(let pixels) = sample else { return false }
    return pixels.allSatisfy { $0 == 0 }
  }

  /// How likely each class is taken to be.
  var probabilities: [Float] { CrossEntropy.softmax(snapshot.outputs.last?.elements ?? []) }

  func draw(into frame: inout Frame, in rect: Rect, _ look: Look) {
    let picture = picture(in: rect, look)
    picture.draw(into: &frame, look)
    let below = rect.inset(top: picture.bottom - rect.row, left: 1)
    drawClasses(into: &frame, in: below, look)
  }

  /// The image at its place: at the top, as large as there is room for above what it is taken for; in few
  /// colours shrunk where it has none.
  func picture(in rect: Rect, _ look: Look) -> PaneGrid.Placed {
    let shrink = shrink(in: rect, look)
    let image = snapshot.image.meanOfChannels
    let colors =
      snapshot.image.shape.channels == 3 ? (0..<3).map { snapshot.image.plane(channel: $0) } : []
    var pane = Pane(title(look.words), Plane(image, scale: ColorScale(0...1)))
    pane.extent = Block(
      rows: 0..<(image.shape.rows + shrink - 1) / shrink,
      columns: 0..<(image.shape.columns + shrink - 1) / shrink)
    pane.value = { row, column in
      let corner = Position(row: row, column: column) * shrink
      return .number(image.mean(corner, side: shrink))
    }
    if !colors.isEmpty {
      pane.color = { row, column in
        let corner = Position(row: row, column: column) * shrink
        let levels = colors.map { $0.mean(corner, side: shrink) }
        return Color(red: levels[0], green: levels[1], blue: levels[2])
      }
    }
    pane.needsNumbers = false
    pane.isPicture = true
    pane.fillsRoom = true
    pane.cursor = pen?.map { $0 / shrink }
    pane.focus = pane.cursor
    let lines =
      look.fillsCells
      ? pictureLines(in: rect) : min(rect.height, (pane.extent.rows.count + 1) / 2 + 1)
    return PaneGrid([[pane]], isCentered: false).placed(
      in: rect.inset(bottom: rect.height - lines), look)
  }

  /// The pixel under a point of the screen.
  func pixel(at point: Point, in rect: Rect, _ look: Look) -> Position? {
    picture(in: rect, look).hit(point)?.at.map { $0 * shrink(in: rect, look) }
  }

  /// The lines of the image and its title, above a list of the classes, in two columns where their names
  /// are short, or standing bars.
  private func pictureLines(in rect: Rect) -> Int {
    let shape = snapshot.image.shape
    let whole = (rect.width - 2) * shape.rows / (2 * shape.columns) + 2
    let areShort = classNames.allSatisfy { $0.printable.cellWidth <= 4 }
    let list = min(
      rect.height / 2, 2 + (areShort ? (classNames.count + 1) / 2 : classNames.count))
    return max(min(rect.height, 3), min(whole, rect.height - (rect.height < 14 ? 3 : list)))
  }

  /// How many pixels beside each other become one.
  private func shrink(in rect: Rect, _ look: Look) -> Int {
    guard !look.fillsCells else { return 1 }
    let (rows, columns) = (snapshot.image.shape.rows, snapshot.image.shape.columns)
    let (height, width) = (max(1, 2 * (rect.height - 2)), max(1, rect.width - 2))
    return max(1, (rows + height - 1) / height, (columns + width - 1) / width)
  }

  private func title(_ words: Words) -> Line {
    switch sample {
    case .drawn: [Span(words.drawn, .strong)]
    case .validation(let index):
      [
        Span(snapshot.label.map { classNames[$0].printable } ?? "", .strong),
        Span("  \(words.sample(index + 1, of: count))", .secondary),
      ]
    }
  }

  /// What it is taken for, and how likely every class is: bars beside each other in a list, or
  /// standing ones where there is no room for that.
  func drawClasses(into frame: inout Frame, in rect: Rect, _ look: Look) {
    var look = look
    look.hidesResults = look.hidesResults || isAsked
    let probabilities = probabilities
    if isEmpty {
      frame.write([[Span(look.words.nothingDrawn, .secondary)]], in: rect, look)
      return
    }
    guard rect.height > 0,
      let best = probabilities.indices.max(by: { probabilities[$0] < probabilities[$1] })
    else { return }
    let isRight = snapshot.label.map { $0 == best }
    let (word, answer) = look.words.takenFor(
      classNames[best].printable, probabilities[best], isRight)
    let role = isRight == false && !look.hidesResults ? Role.warning : .strong
    frame.write([[Span(word + " ", role), Span(answer, role).asResult]], in: rect, look)
    let bars = probabilities.indices.map { index in
      ClassBar(
        name: classNames[index].printable, share: look.hidesResults ? 0 : probabilities[index],
        nameRole: index == snapshot.label ? .strong : .secondary,
        role: index != best || look.hidesResults
          ? .secondary : isRight == false ? .warning : .positive)
    }
    let place = rect.inset(top: 1)
    let isList = place.height * 2 >= bars.count
    isList
      ? ClassBar.drawList(bars, into: &frame, in: place, look)
      : ClassBar.drawStanding(bars, into: &frame, in: place, look)
  }
}

/// One class and its probability.
private struct ClassBar {
  let name: String
  let share: Float
  let nameRole, role: Role

  /// In as many columns as the height asks for.
  static func drawList(
    _ bars: [ClassBar], into frame: inout Frame, in rect: Rect, _ look: Look
  ) {
    guard rect.height > 0 else { return }
    let columns = (bars.count + rect.height - 1) / rect.height
    let rows = (bars.count + columns - 1) / columns
    let width = (rect.width + 2) / columns - 2
    let nameWidth = min(bars.map(\.name.cellWidth).max() ?? 1, max(1, width - 8))
    let barWidth = width - nameWidth - 6
    guard barWidth > 0 else { return }
    for (index, bar) in bars.enumerated() {
      let (column, row) = index.quotientAndRemainder(dividingBy: rows)
      let line = [
        Span(bar.name.cut(to: nameWidth).padded(to: nameWidth) + " ", bar.nameRole),
        Span(Bar.text(bar.share, width: barWidth), bar.role),
        Span(" " + Formula.percentage(bar.share), bar.nameRole).asResult,
      ]
      frame.write(
        line, at: Point(row: rect.row + row, column: rect.column + column * (width + 2)), look,
        limit: rect.columns.upperBound)
    }
  }

  static func drawStanding(
    _ bars: [ClassBar], into frame: inout Frame, in rect: Rect, _ look: Look
  ) {
    let pitch = min(4, rect.width / max(1, bars.count))
    guard rect.height >= 2, pitch > 0 else { return }
    let width = max(1, pitch - 1)
    for (index, bar) in bars.enumerated() {
      let column = rect.column + index * pitch
      for (line, glyph) in Bar.column(bar.share, height: rect.height - 1).enumerated() {
        frame.write(
          String(repeating: glyph, count: width), at: Point(row: rect.row + line, column: column),
          look.style(bar.role))
      }
      frame.write(
        bar.name.cut(to: width), at: Point(row: rect.rows.upperBound - 1, column: column),
        look.style(bar.nameRole))
    }
  }
}
