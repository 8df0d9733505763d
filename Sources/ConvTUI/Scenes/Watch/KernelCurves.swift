import Drawing
import Formats

/// The norm of a tensor over the steps, and how much each logged update changed it.
struct KernelCurves {
  let kernel: KernelTag
  let norms: [NormAddress: WeightNorm?]
  let step: Int64
  let words: Words

  /// The change of a network that learns as it should: a thousandth for each update.
  private static let usual: Float = -3

  func draw(into frame: inout Frame, in rect: Rect, _ look: Look) {
    let found = kernel.sampled.compactMap { step, address -> (step: Int, norm: WeightNorm)? in
      (norms[address] ?? nil).map { (Int(step), $0) }
    }
    guard found.count > 1, let first = found.first, let last = found.last else { return }
    let changes = found.map { Float($0.norm.change.map(\.logarithm) ?? .nan) }
    let charts = [
      chart(words.updateRatio, changes, found.map(\.step), number: 0, goal: KernelCurves.usual),
      chart(words.weightNorm, found.map { Float($0.norm.norm) }, found.map(\.step), number: 1),
    ].map { chart in
      var chart = chart
      (chart.start, chart.length) = (first.step, max(1, last.step - first.step))
      return chart
    }
    let half = rect.height / 2
    guard half >= KernelCurves.leastHeight else {
      return charts[0].draw(into: &frame, in: rect, look)
    }
    charts[0].draw(into: &frame, in: rect.inset(bottom: rect.height - half + 1), look)
    charts[1].draw(into: &frame, in: rect.inset(top: half), look)
  }

  private static let leastHeight = 8

  private func chart(
    _ name: String, _ values: [Float], _ steps: [Int], number: Int, goal: Float? = nil
  ) -> LineChart {
    let index = steps.lastIndex { $0 <= Int(step) } ?? 0
    let now = values[index].isFinite ? "  " + NumberText.fixed(values[index], decimals: 2) : ""
    var chart = LineChart(
      title: [Span(name, .strong), Span(now, .curve(number))]
        + (goal == nil ? [] : [Span("  " + words.usualUpdate, .secondary)]),
      curves: [.init(values: values, steps: steps, role: .curve(number), name: "")],
      goals: goal.map { [$0] } ?? [], length: 1, position: Int(step))
    chart.label = NumberText.short
    chart.hasTicks = true
    chart.stepLabel = NumberText.whole
    return chart
  }
}

extension KernelTag {
  /// The fewest values of which only some are read for the curves.
  private static let many = 64

  /// Some of the values that count, with the one before each.
  var sampled: [(step: Int64, norm: NormAddress)] {
    tag.sampled(atMost: KernelTag.many).map { part, index in
      (part.step(index), norm(part, index))
    }
  }
}
