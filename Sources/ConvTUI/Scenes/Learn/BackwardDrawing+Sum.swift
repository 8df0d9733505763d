import Drawing
import Model

/// The arithmetic of the cell that is looked at in block digits, with all decimals that the lines have, or
/// with those of the cells.
extension BackwardDrawing {
  private static let writings = [WrittenNumbers(decimals: 4), WrittenNumbers(decimals: 2)]

  var blockSum: BlockSums {
    func sum(_ forms: (WrittenNumbers) -> [Line]) -> BlockSums {
      let name = Formula.cell(stage.isOutput ? "G" : resultName, cell)
      return BlockSums([(Span(name, .accent), BackwardDrawing.writings.flatMap(forms))])
    }
    switch stage {
    case .start: return BlockSums([])
    case .output: return sum(errors)
    case .kernel(let windows): return sum { [added(windows, $0)] }
    case .input:
      // The sum alone stands in the cell.
      let sum = inputWindows[0].blockSum()
      guard sum.forms.count > 1 else { return BlockSums([]) }
      let forms =
        sum.forms.dropLast() + [products(of: inputWindows[0], WrittenNumbers(decimals: 2))]
      return BlockSums([(sum.name, Array(forms))])
    }
  }

  /// "0.09 − 0.5 ≈ −0.41", the products of a window.
  private func products(of window: TracedWindow, _ numbers: WrittenNumbers) -> Line {
    let products = (0..<window.total).map { window.trace.product($0, of: window.window).value }
    let value = window.trace.value(of: window.window)
    return TracedWindow.sum(products, numbers) + [
      Span(numbers.equals(numbers.sum(products), value), .secondary),
      Span(numbers.text(value), .strong).asResult,
    ]
  }

  /// "2 × (0.5625 − 0) = 1.125" of an element of G, then the same with the error alone.
  private func errors(_ numbers: WrittenNumbers) -> [Line] {
    let (output, goal) = (trace.output[cell.row, cell.column], target[cell.row, cell.column])
    let gradient = trace.outputGradient[cell.row, cell.column]
    let factor = [
      Span(Formula.factor(reduction, target), .accent), Span("×", .secondary),
    ]
    func result(_ sign: String) -> Line {
      [Span(sign, .secondary), Span(numbers.text(gradient), .strong).asResult]
    }
    let subtracted = goal < 0 ? "(" + numbers.text(goal) + ")" : numbers.text(goal)
    return [
      factor + [
        Span("(" + numbers.text(output)), Span("−", .secondary), Span(subtracted + ")"),
      ] + result(errorEquals(numbers, at: cell)),
      factor + [Span(numbers.text(output - goal))]
        + result(numbers.equals(times(numbers.read(output - goal)), gradient)),
    ]
  }

  /// What stands between 2·(Ŷ − Y) and G, as the numbers are written.
  func errorEquals(_ numbers: WrittenNumbers, at cell: Position) -> String {
    let (output, goal) = (trace.output[cell.row, cell.column], target[cell.row, cell.column])
    return numbers.equals(
      times(numbers.read(output) - numbers.read(goal)),
      trace.outputGradient[cell.row, cell.column])
  }

  /// Twice an error, by the count of outputs where the loss is a mean.
  private func times(_ error: Double) -> Double {
    2 * error / (reduction == .sum ? 1 : Double(target.shape.count))
  }

  /// "6.1352 + 1 × 1.1251 = 7.2603", what a window adds to the tap that is looked at.
  private func added(_ windows: Int, _ numbers: WrittenNumbers) -> Line {
    let window = Trace.Window(kernel: 0, at: cell)
    let product = trace.kernelTrace.product(windows - 1, of: window)
    let (before, after) = (
      trace.kernelTrace.sum(of: window, products: windows - 1),
      trace.kernelTrace.sum(of: window, products: windows)
    )
    let role = Role(signOf: product.value)
    let left =
      numbers.read(before) + numbers.read(product.inputValue) * numbers.read(product.weight)
    return [
      Span(numbers.text(before)), Span("+", .secondary),
      Span(numbers.text(product.inputValue), role), Span("×", .secondary),
      Span(numbers.text(product.weight), role), Span(numbers.equals(left, after), .secondary),
      Span(numbers.text(after), .strong).asResult,
    ]
  }
}
