import Model

extension LineChart.Curve {
  /// A quantity of a run.
  ///
  /// - Parameters:
  ///   - step: The last step that is drawn; all where there is none.
  ///   - transform: What is done to the values before they are drawn; as many come out.
  public init(
    _ series: RunLog.Series, _ quantity: RunLog.Quantity, upTo step: Int? = nil, role: Role,
    name: String, isDotted: Bool = false, _ transform: ([Float]) -> [Float] = { $0 }
  ) {
    let count = step.map(series.count(upTo:)) ?? series.steps.count
    self.init(
      values: transform(Array(series[quantity].prefix(count))),
      steps: Array(series.steps.prefix(count)), role: role, name: name, isDotted: isDotted)
  }
}
