import Glibc

extension LineChart {
  public func drawAxes(
    into frame: inout Frame, _ plot: Rect, _ range: ClosedRange<Double>, _ look: Look
  ) {
    let style = look.style(.secondary)
    let axis = plot.column - 1
    for row in plot.rows { frame.write("│", at: Point(row: row, column: axis), style) }
    let foot = plot.rows.upperBound
    frame.write(
      "└" + String(repeating: "─", count: plot.width), at: Point(row: foot, column: axis), style)
    var labelled: Set<Int> = []
    for (label, height) in labels(range) {
      let row = self.row(height, range, plot)
      guard labelled.insert(row).inserted else { continue }
      frame.write(
        label, at: Point(row: row, column: axis - 1 - label.cellWidth), style)
      frame.write("┤", at: Point(row: row, column: axis), style)
    }
    var row = LabelRow(axis..<plot.columns.upperBound)
    if !axisName.isEmpty,
      let column = row.place(axisName, at: plot.columns.upperBound - axisName.cellWidth)
    {
      frame.write(axisName, at: Point(row: foot + 1, column: column), style)
    }
    for tick in LineChart.ticks(length, atMost: max(2, plot.width / 14)) {
      let step = start + tick
      let label = stepLabel(step)
      let wanted = plot.column + x(step, width: plot.width * 2) / 2 - label.cellWidth / 2
      guard let column = row.place(label, at: wanted) else { continue }
      frame.write(label, at: Point(row: foot + 1, column: column), style)
    }
  }

  /// The steps that are numbers on the axis: both ends and the middle where these are round, the ends
  /// first, since the middle gives way where they would touch; else multiples of a round number.
  static func ticks(_ length: Int, atMost count: Int) -> [Int] {
    var (unit, digits) = (1, length)
    while digits > 0, digits.isMultiple(of: 10) { digits /= 10 }
    if [1, 2, 5].contains(digits) { return [0, length, length / 2] }
    while true {
      for step in [unit, 2 * unit, 5 * unit] {
        if step * count >= length { return Array(stride(from: 0, through: length, by: step)) }
      }
      unit *= 10
    }
  }

  public func labels(_ range: ClosedRange<Double>) -> [(String, Double)] {
    if isLogarithmic { return LineChart.powers(range) }
    if hasTicks { return LineChart.ticks(range).map { (label(Float($0)), $0) } }
    let ends = [Float(range.lowerBound), Float(range.upperBound)]
    // Far beyond the goals, as in a run that diverges, only the ends say how far.
    let reach = ((goals + levels).map(abs).max() ?? 0) * 4
    let marks = [0] + goals + levels + (ends.contains { abs($0) > reach } ? ends : [])
    return marks.filter { range.contains(Double($0)) }.map { (label($0), Double($0)) }
  }

  /// Multiples of 1, 2 or 5 times a power of ten, three to six of them.
  static func ticks(_ range: ClosedRange<Double>) -> [Double] {
    let length = range.upperBound - range.lowerBound
    guard length > 0, length.isFinite else { return [range.lowerBound] }
    let power = pow(10, (log10(length)).rounded(.down))
    let step = [0.2, 0.5, 1, 2].map { $0 * power }.first { length / $0 < 6 } ?? power
    let first = (range.lowerBound / step).rounded(.up)
    let last = (range.upperBound / step).rounded(.down)
    guard last >= first, last - first < 100 else { return [range.lowerBound, range.upperBound] }
    return stride(from: first, through: last, by: 1).map { $0 * step }
  }

  /// Powers of ten, at most six; where there are fewer than two, their multiples too, or else the ends.
  private static func powers(_ range: ClosedRange<Double>) -> [(String, Double)] {
    let (first, last) = (Int(range.lowerBound.rounded(.up)), Int(range.upperBound.rounded(.down)))
    if last > first {
      let every = (last - first + 1) / 6 + 1
      return stride(from: first, through: last, by: every).map { (power($0), Double($0)) }
    }
    for digits in [[1, 2, 5], Array(1...9)] {
      let labels = (first - 1...first).flatMap { exponent in
        digits.map { (short($0, exponent), Double(exponent) + log10(Double($0))) }
      }.filter { range.contains($0.1) }
      if labels.count > 1 { return labels }
    }
    return [range.lowerBound, range.upperBound].map { (NumberText.short(Float(pow(10, $0))), $0) }
  }

  /// A digit times a power of ten.
  private static func short(_ digit: Int, _ exponent: Int) -> String {
    (-3...4).contains(exponent)
      ? NumberText.short(Float(digit) * powf(10, Float(exponent))) : "\(digit)e\(exponent)"
  }

  /// 10ᵖ in at most five characters, without a superscript that plain ASCII would lose.
  private static func power(_ exponent: Int) -> String {
    (-3...4).contains(exponent) ? NumberText.short(powf(10, Float(exponent))) : "1e\(exponent)"
  }
}
