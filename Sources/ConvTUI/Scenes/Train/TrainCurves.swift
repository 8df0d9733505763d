import Drawing
import Glibc
import Model

/// The loss and the accuracy of a training over its batches, in all its branches.
///
/// It does not matter who made the logs.
struct TrainCurves {
  let logs: [RunLog]
  let current: Int
  let smoothing: Smoothing
  let isLogarithmic: Bool
  /// The batches of an epoch, and the one that is looked at.
  let epoch, position: Int
  /// One of so many is right.
  let classes: Int
  let words: Words

  /// The loss and the accuracy over the same axis, below or beside each other.
  var charts: (loss: LineChart, accuracy: LineChart) {
    var (loss, accuracy) = (loss, accuracy)
    (loss.axisName, accuracy.axisName) = (words.batches, words.batches)
    let width = max(loss.labelWidth, accuracy.labelWidth)
    (loss.leastLabelWidth, accuracy.leastLabelWidth) = (width, width)
    return (loss, accuracy)
  }

  /// Round parts of the first epoch, from 50 batches on, then whole epochs: as many as hold all batches,
  /// of 1, 2, 5, 10 and so on, so that the curves have most of the axis and it seldom grows.
  private var length: Int {
    let furthest = logs.reduce(position) { max($0, $1.series.steps.last ?? 0) }
    var (unit, part) = (epoch, 50)
    while furthest < epoch, part < epoch {
      for factor in [1, 2, 4] where part * factor >= furthest && part * factor < epoch {
        return part * factor
      }
      part *= 10
    }
    while true {
      for factor in [1, 2, 5] where unit * factor >= furthest { return unit * factor }
      unit *= 10
    }
  }

  /// Whether something is learned, so that what guessing gives is no question any more.
  private var isTold: Bool { position > 0 }
  private var guess: Line { [Span("  ╌ " + words.guessing, .secondary)] }

  private var loss: LineChart {
    var chart = chart(
      [Span(words.loss, .strong)]
        + (isLogarithmic ? [Span(" " + words.logarithmic, .secondary)] : []), of: .loss)
    chart.isLogarithmic = isLogarithmic
    chart.label = NumberText.short
    // What guessing costs is asked first.
    chart.title += isTold ? guess : []
    chart.goals = isTold ? [logf(Float(max(1, classes)))] : []
    if !isTold {
      chart.curves = []
      chart.reach = isLogarithmic ? [0.1, 10] : [0, 10]
    }
    return chart
  }

  /// In percent.
  private var accuracy: LineChart {
    // What guessing gives is asked first.
    var chart = chart([Span(words.accuracy, .strong)], of: .accuracy, times: 100)
    chart.title += isTold ? guess : []
    if !isTold { chart.curves = [] }
    chart.reach = [0]
    chart.levels = [100]
    chart.goals = isTold ? [100 / Float(max(1, classes))] : []
    chart.label = { NumberText.short($0) + " %" }
    return chart
  }

  /// The smoothed curve, the validation, and other branches in dots.
  private func chart(
    _ title: Line, of quantity: RunLog.Quantity, times factor: Float = 1
  ) -> LineChart {
    func curve(
      _ series: RunLog.Series, _ smoothing: Smoothing, _ role: Role, name: String,
      isDotted: Bool = false
    ) -> LineChart.Curve {
      LineChart.Curve(series, quantity, role: role, name: name, isDotted: isDotted) {
        smoothing($0).map { $0 * factor }
      }
    }
    let log = logs[current]
    let others = logs.indices.filter { $0 != current }.map {
      curve(logs[$0].series, smoothing, .secondary, name: "\($0 + 1)", isDotted: true)
    }
    let number = logs.count > 1 ? "\(current + 1) " : ""
    // One point beneath the other curve needs no name.
    var validated = curve(log.evaluations, .none, .negative, name: "")
    validated.hasPoints = true
    if log.evaluations.steps.count > 1 { validated.name = number + words.shortValidation }
    return LineChart(
      title: title + [
        Span("  \(words.training)", .positive),
        Span(words.smoothed(smoothing), .secondary), Span("  \(words.validation)", .negative),
      ],
      curves: others + [
        validated,
        curve(log.series, smoothing, .positive, name: number + words.shortTraining),
      ],
      length: length, position: position, marks: log.marks)
  }
}
