import Drawing
import Model

/// The loss and the accuracy of a training over its batches, in all its branches.
struct TrainCurves {
  let branches: [Exhibit.Branch]
  let current: Int
  let smoothing: Smoothing
  let isLogarithmic: Bool
  let length, position: Int

  var loss: LineChart {
    var chart = chart(
      Text.loss + (isLogarithmic ? " " + Text.logarithmic : ""), of: \.losses, validation: \.loss)
    chart.isLogarithmic = isLogarithmic
    chart.label = NumberText.short
    return chart
  }

  /// In percent.
  var accuracy: LineChart {
    var chart = chart(Text.accuracy, of: \.accuracies, validation: \.accuracy, times: 100)
    chart.goals = [100]
    chart.label = { NumberText.short($0) + " %" }
    return chart
  }

  /// The smoothed curve, the validation, and other branches in dots.
  private func chart(
    _ title: String, of values: KeyPath<Exhibit.Branch, Thinned<Float>>,
    validation: KeyPath<BatchScore, Double>, times factor: Float = 1
  ) -> LineChart {
    func curve(
      _ branch: Exhibit.Branch, _ smoothing: Smoothing, _ role: Role, name: String,
      isDotted: Bool = false
    ) -> LineChart.Curve {
      let curve = branch[keyPath: values]
      return LineChart.Curve(
        values: smoothing(curve.values).map { $0 * factor }, steps: curve.steps, role: role,
        name: name, isDotted: isDotted)
    }
    let branch = branches[current]
    let others = branches.indices.filter { $0 != current }.map {
      curve(branches[$0], smoothing, .secondary, name: "\($0 + 1)", isDotted: true)
    }
    let number = branches.count > 1 ? "\(current + 1) " : ""
    return LineChart(
      title: [
        Span(title, .strong), Span("  \(Text.training)", .positive),
        Span(Text.smoothed(smoothing), .secondary), Span("  \(Text.validation)", .negative),
      ],
      curves: others + [
        LineChart.Curve(
          values: branch.evaluations.values.map { Float($0.score[keyPath: validation]) * factor },
          steps: branch.evaluations.steps, role: .negative, name: number + Text.shortValidation),
        curve(branch, smoothing, .positive, name: number + Text.shortTraining),
      ],
      length: length, position: position, marks: branch.changes.map(\.step))
  }
}
