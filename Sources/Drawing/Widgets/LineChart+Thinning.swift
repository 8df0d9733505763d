extension LineChart.Curve {
  /// The curve with at most four values for each column of dots: the first, the least, the greatest and
  /// the last, so that it looks the same and no spike is lost.
  ///
  /// - Parameters:
  ///   - range: The first and the last step of the axis.
  ///   - columns: The columns of dots; more than there are do no harm.
  /// - Complexity: O(values).
  public func thinned(over range: ClosedRange<Int>, columns: Int) -> LineChart.Curve {
    let columns = max(1, columns)
    guard values.count > 4 * columns, range.upperBound > range.lowerBound else { return self }
    var thin = self
    (thin.values, thin.steps) = ([], [])
    let length = range.upperBound - range.lowerBound
    func column(_ index: Int) -> Int { (steps[index] - range.lowerBound) * columns / length }
    var start = 0
    while start < values.count {
      let place = column(start)
      var (least, greatest, end) = (start, start, start)
      while end < values.count, column(end) == place, values[end].isFinite == values[start].isFinite
      {
        if values[end] < values[least] { least = end }
        if values[end] > values[greatest] { greatest = end }
        end += 1
      }
      var last = -1
      for index in [start, least, greatest, end - 1].sorted() where index != last {
        thin.values.append(values[index])
        thin.steps.append(steps[index])
        last = index
      }
      start = end
    }
    return thin
  }
}
