import Drawing

extension ScalarDrawing {
  /// So many values of each rank are enough for the band.
  private static let mostPoints = 2000

  /// The least and the greatest of all ranks at each step, where there are several.
  func band(of curve: ScalarChart.Curve, role: Role) -> [LineChart.Curve] {
    guard curve.ranks.count > 1 else { return [] }
    var steps: Set<Int64> = []
    for tag in curve.ranks {
      for part in tag.parts {
        for range in part.live.ranges {
          let points = part.series?.outline(of: range, limit: ScalarDrawing.mostPoints) ?? []
          for point in points { steps.insert(part.step(point)) }
        }
      }
    }
    var (xs, least, greatest): ([Int], [Float], [Float]) = ([], [], [])
    for step in steps.sorted() {
      let found = curve.ranks.compactMap { tag -> (x: Int, value: Double)? in
        guard let (part, index) = tag.value(upTo: step), part.step(index) == step else {
          return nil
        }
        return (x(part, index), part.scalar(index))
      }
      let finite = found.map(\.value).filter(\.isFinite)
      guard let x = found.first?.x, let low = finite.min(), let high = finite.max() else {
        continue
      }
      xs.append(x)
      least.append(Float(low))
      greatest.append(Float(high))
    }
    return [least, greatest].map {
      LineChart.Curve(values: smoothing($0), steps: xs, role: role, name: "", isDotted: true)
    }
  }
}
