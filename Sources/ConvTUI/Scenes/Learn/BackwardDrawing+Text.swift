import Drawing
import Model

extension BackwardDrawing {
  /// The stages in their order, the present one in the accent; without formulas where they do not fit.
  func heading(width: Int, _ words: Words) -> Line {
    let stages = [
      ("∂L/∂Ŷ", "\(Formula.factor(reduction, target))·(Ŷ − Y)"), ("∂L/∂K", "X ⋆ G"),
      ("∂L/∂X", "G ⋆ K′"),
    ]
    func line(_ title: String, hasFormulas: Bool) -> Line {
      let parts = stages.enumerated().flatMap { index, stage -> Line in
        let isPresent = stage.0 == resultName
        return [
          Span("   \(index + 1) ", .secondary), Span(stage.0, isPresent ? .accent : .secondary),
        ] + (hasFormulas ? [Span(" = " + stage.1, isPresent ? .text : .secondary)] : [])
      }
      return [Span(title, .strong)] + parts
    }
    let whole = line(words.backwardPass(learnStep), hasFormulas: true)
    guard whole.cellWidth > width else { return whole }
    let short = line(words.backwardPass(learnStep), hasFormulas: false)
    return short.cellWidth <= width ? short : line(words.backward, hasFormulas: false)
  }

  /// The arithmetic of the step, then the check of the cell that is looked at.
  func text(width: Int, height: Int, _ words: Words) -> [Line] {
    let parts = self.check(words)
    let whole = Array(parts.joined(separator: [Span("   ")]))
    let check = parts.isEmpty || whole.cellWidth > width ? parts : [whole]
    let purpose =
      height < 6
      ? [] : purposeLines(width: width, words).folded(to: Size(width: width, height: 2))
    let arithmetic = arithmetic(
      width: width, height: max(2, height - purpose.count - check.count), words)
    let rest = height - purpose.count - arithmetic.count
    return purpose + arithmetic + check.folded(to: Size(width: width, height: rest), indent: 2)
  }

  /// What the stage does, and the arithmetic, in a line each.
  func shortText(width: Int, _ words: Words) -> [Line] {
    Array(purposeLines(width: width, words).prefix(1)) + arithmetic(width: width, height: 1, words)
  }

  /// What the stage does, and what that means for the number that is looked at: beside each other where
  /// that has room.
  private func purposeLines(width: Int, _ words: Words) -> [Line] {
    switch stage {
    case .start: return []
    case .output:
      let does: Line = [Span(words.outputGradient(Formula.factor(reduction, target)))]
      let nudge = nudge(
        Formula.cell("Ŷ", cell), trace.outputGradient[cell.row, cell.column], words)
      let whole = does + [Span("   ")] + nudge
      return whole.cellWidth <= width ? [whole] : [does, nudge]
    case .kernel(let windows):
      let at = trace.forward.window(windows - 1).at
      let gradient = BackwardDrawing.number(trace.outputGradient[at.row, at.column])
      return [
        [
          Span(
            words.kernelGradient(
              windows, of: trace.geometry.windowCount, Formula.cell("G", at) + " = " + gradient))
        ]
      ]
    case .input:
      let does: Line = [Span(words.inputGradient(Formula.cell("X", cell)))]
      let nudge = nudge(
        Formula.cell("X", cell), trace.inputGradient[cell.row, cell.column], words)
      let whole = does + [Span(" ")] + nudge
      return whole.cellWidth <= width ? [whole] : [does, nudge]
    }
  }

  /// "Ŷ[0,0] + 0.001 changes the loss by +0.0007".
  private func nudge(_ name: String, _ slope: Float, _ words: Words) -> Line {
    [
      Span("\(name) + 0.001 \(words.changesTheLoss) ", .secondary),
      Span(Formula.change(slope * 1e-3), .strong).asResult,
    ]
  }

  private func arithmetic(width: Int, height: Int, _ words: Words) -> [Line] {
    switch stage {
    case .start:
      let loss = Formula.squaredError(reduction, target)
      return [
        [Span(words.whichSlope(loss, Formula.cell("G", cell), Formula.cell("Ŷ", cell)), .accent)],
        [Span(words.backwardKeys, .secondary)],
      ].folded(to: Size(width: width, height: height))
    case .output:
      let (row, column) = (cell.row, cell.column)
      return [
        [
          Span(Formula.cell("G", cell), .accent),
          Span(" = \(Formula.factor(reduction, target))·("),
          Span(Formula.cell("Ŷ", cell) + " − " + Formula.cell("Y", cell)),
          Span(
            ") = \(Formula.factor(reduction, target))·(\(BackwardDrawing.number(trace.output[row, column]))"
              + " − \(BackwardDrawing.number(target[row, column])))"),
          Span(" " + errorEquals(WrittenNumbers(decimals: 4), at: cell) + " "),
          Span(BackwardDrawing.number(trace.outputGradient[row, column]), .strong).asResult,
        ]
      ].folded(to: Size(width: width, height: height), indent: 2)
    case .kernel(let windows): return sums(windows, width: width, height: height, words)
    case .input:
      let windows = inputWindows
      let copies = copies(windows.dropFirst(), words).flatMap { $0.folded(to: width, indent: 2) }
      let lines = windows[0].sumLines(
        width: width, height: max(1, height - copies.count), words)
      let indices = withTurning(windows[0].indexLines(width: width), width: width, words)
      let hasRoom = lines.count + indices.count + copies.count <= height
      return lines + (hasRoom ? indices : []) + copies
    }
  }

  /// Behind the products in indices it is said what K′ is, where that has room.
  private func withTurning(_ indices: [Line], width: Int, _ words: Words) -> [Line] {
    guard let last = indices.last else { return [] }
    let said = [Span("   " + words.turnedKernel, .secondary)]
    guard (last + said).cellWidth <= width else { return indices }
    return indices.dropLast() + [last + said]
  }

  /// A number of the arithmetic: whole, or with four decimals.
  static func number(_ value: Float) -> String { WrittenNumbers(decimals: 4).text(value) }

  /// What the copies of the element in the padding add, and the whole.
  private func copies(_ windows: ArraySlice<TracedWindow>, _ words: Words) -> [Line] {
    guard !windows.isEmpty else { return [] }
    let sum = windows.reduce(0) { $0 + $1.trace.value(of: $1.window) }
    let whole = trace.inputGradient[cell.row, cell.column]
    return [
      [
        Span(words.copies(windows.count), .secondary), Span(" " + Formula.signed(sum)),
        Span(" = "), Span(NumberText.short(whole), .strong).asResult,
      ]
    ]
  }

  /// What the window adds to each tap, the one that is looked at first, and what the next one will add to
  /// that, to be worked out.
  private func sums(_ windows: Int, width: Int, height: Int, _ words: Words) -> [Line] {
    let kernel = trace.forward.kernel.shape
    let taps = (0..<kernel.count).map {
      Position($0, inRowsOf: kernel.columns)
    }
    let lines = ([cell] + taps.filter { $0 != cell }).prefix(height).map {
      added(to: $0, windows, width: width)
    }.folded(to: Size(width: width, height: height), indent: 2)
    guard lines.count < height, windows < trace.geometry.windowCount else { return lines }
    let next = added(to: cell, windows + 1, width: width - words.next.cellWidth - 1)
    return lines + [[Span(words.next + " ", .secondary)] + next.dropLast() + [Span("?", .strong)]]
  }

  /// "∂L/∂K[0,1] = −3 + X[0,4]·G[0,3] = −3 + 1×−2 = −5", without the indices where they have no room.
  private func added(to tap: Position, _ windows: Int, width: Int) -> Line {
    let window = Trace.Window(kernel: 0, at: tap)
    let product = trace.kernelTrace.product(windows - 1, of: window)
    func sum(_ count: Int) -> String {
      BackwardDrawing.number(trace.kernelTrace.sum(of: window, products: count))
    }
    let before = sum(windows - 1)
    let name = Span(Formula.cell(resultName, tap), tap == cell ? .accent : .text)
    let indices = Span(
      " = \(before) + \(Formula.cell("X", product.place))·\(Formula.cell("G", product.tap))",
      .secondary)
    let numbers = [
      Span(" = \(before) + ", .secondary),
      Span(
        "\(BackwardDrawing.number(product.inputValue))×\(BackwardDrawing.number(product.weight))",
        Role(signOf: product.value)),
      Span(" = "), Span(sum(windows), .strong).asResult,
    ]
    let whole = [name, indices] + numbers
    return whole.cellWidth <= width ? whole : [name] + numbers
  }

  // MARK: The check

  /// The gradient of the cell beside the slope that two evaluations of the loss give.
  private func check(_ words: Words) -> [Line] {
    let difference = CentralDifference(trace.forward, target: target, reduction: reduction)
    let slope: Double
    let value: Float
    guard isCellDone else { return [] }
    switch stage {
    case .start, .output: return []
    case .kernel:
      slope = difference.byKernel(cell)
      value = Float(trace.forward.kernel[cell.row, cell.column])
    case .input:
      slope = difference.byInput(cell)
      value = Float(trace.forward.input[cell.row, cell.column])
    }
    let gradient = result
    let own = gradient[cell.row, cell.column]
    let off = abs(Double(own) - slope)
    let largest = gradient.elements.reduce(1e-3) { max($0, Double(abs($1))) }
    return words.check(
      Formula.cell(resultName, cell), own, slope: slope,
      distance: Float(CentralDifference.distance(Double(value))), off: off,
      agrees: off <= 1e-4 * largest)
  }
}
