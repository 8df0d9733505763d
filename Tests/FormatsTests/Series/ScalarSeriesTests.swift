import Model
import Testing

@testable import Formats

/// The same values in plain arrays.
private struct Plain {
  var series = ScalarSeries()
  var steps: [Int64] = []
  var times: [Double] = []
  var values: [Double] = []

  mutating func append(_ step: Int64, _ time: Double, _ value: Double) {
    series.append(step: step, time: time, value)
    steps.append(step)
    times.append(time)
    values.append(value)
  }

  static let count = 5000

  /// Whether a point is one of its own, to the last bit.
  func holds(_ point: SeriesPoint) -> Bool {
    point.step == steps[point.place] && point.time.bitPattern == times[point.place].bitPattern
      && (point.value == values[point.place] || point.value.isNaN && values[point.place].isNaN)
  }

  /// - Parameters:
  ///   - isSingle: Whether the values are those of single precision.
  ///   - lost: Which share of them is not finite.
  init(seed: UInt64, isSingle: Bool, isRegular: Bool, lost: Double) {
    var generator = SeededGenerator(seed: seed)
    var (step, time) = (Int64(-40), 1.7e9)
    for _ in 0..<Plain.count {
      step += isRegular ? 10 : Int64.random(in: 1...(1 << 40), using: &generator)
      time += Double.random(in: 0...3, using: &generator)
      var value = Double.random(in: -1...1, using: &generator)
      if isSingle { value = Double(Float(value)) }
      if Double.random(in: 0..<1, using: &generator) < lost {
        value = [Double.nan, .infinity, -.infinity].randomElement(using: &generator)!
      }
      append(step, time, value)
    }
  }

  static let all = [
    (true, true, 0.0), (false, false, 0), (true, false, 0.01), (false, true, 0.0005),
  ]
  .enumerated().map { Plain(seed: UInt64($0), isSingle: $1.0, isRegular: $1.1, lost: $1.2) }
}

@Test func aSeriesGivesBackWhatItTook() {
  for plain in Plain.all {
    let indices = plain.values.indices
    #expect(indices.allSatisfy { plain.series.step($0) == plain.steps[$0] })
    #expect(indices.allSatisfy { plain.series.time($0) == plain.times[$0] })
    #expect(
      indices.allSatisfy {
        let (found, value) = (plain.series.value($0), plain.values[$0])
        return found == value || found.isNaN && value.isNaN
      })
  }
}

@Test func extremeStepsAndTimesComeBack() {
  var generator = SeededGenerator(seed: 9)
  var (series, steps, times) = (ScalarSeries(), [Int64](), [Double]())
  for _ in 0..<3000 {
    let step = [Int64.min, .max, 0, -1, 1 << 62].randomElement(using: &generator)!
    let time: Double = [0, -0.0, .nan, .infinity, -1e300, .leastNonzeroMagnitude].randomElement(
      using: &generator)!
    series.append(step: step, time: time, -0.0)
    steps.append(step)
    times.append(time)
  }
  #expect(steps.indices.allSatisfy { series.step($0) == steps[$0] })
  #expect(times.indices.allSatisfy { series.time($0).bitPattern == times[$0].bitPattern })
  #expect(steps.indices.allSatisfy { series.value($0).sign == .minus })
}

/// Sums to 1e-9, everything else the same.
@Test func whatIsKnownOfARangeIsWhatItsValuesSay() {
  var generator = SeededGenerator(seed: 5)
  for plain in Plain.all {
    for _ in 0..<40 {
      let bounds = (0..<2).map { _ in Int.random(in: 0...Plain.count, using: &generator) }.sorted()
      let range = bounds[0]..<bounds[1]
      let finite = range.filter { plain.values[$0].isFinite }
      let extent = plain.series.extent(of: range)
      #expect(extent.leastPlace == finite.min { plain.values[$0] < plain.values[$1] })
      #expect(
        extent.greatestPlace.map { plain.values[$0] } == finite.map { plain.values[$0] }.max())
      #expect(extent.firstLost == range.first { !plain.values[$0].isFinite })
      #expect(abs(extent.sum - finite.reduce(0) { $0 + plain.values[$1] }) < 1e-9)
      let limit = Double.random(in: 0.99...1, using: &generator)
      #expect(
        plain.series.first(in: range, above: limit) == finite.first { plain.values[$0] > limit })
    }
  }
}

@Test func noSpikeIsLostInAnOutline() {
  for plain in Plain.all {
    for limit in [10, 300, Plain.count] {
      let range = 3..<Plain.count - 7
      let points = plain.series.outline(of: range, limit: limit)
      let places = points.map(\.place)
      #expect(points.allSatisfy { plain.holds($0) })
      let finite = range.filter { plain.values[$0].isFinite }.map { plain.values[$0] }
      let shown = places.map { plain.values[$0] }.filter(\.isFinite)
      #expect(shown.min() == finite.min() && shown.max() == finite.max())
      #expect(places.first == 3 && places.last == Plain.count - 8)
      #expect(zip(places, places.dropFirst()).allSatisfy { $0 < $1 })
      // Between two that are shown only such are left out that are like one of their neighbours.
      let lost = range.filter { !plain.values[$0].isFinite }
      #expect(
        lost.allSatisfy { place in
          places.contains { !plain.values[$0].isFinite && abs($0 - place) < BlockNumbers.length }
        })
      if limit == Plain.count { #expect(places == Array(range)) }
    }
  }
}

@Test func stepsOfSeveralSeriesAreMerged() {
  var generator = SeededGenerator(seed: 6)
  for round in 0..<60 {
    var sets: [Set<Int64>] = []
    var runs: [StepRuns] = []
    for _ in 0..<3 {
      let stride = [1, 1, 2, 5, 10].randomElement(using: &generator)!
      let count = Int.random(in: 0...3000, using: &generator)
      var series = ScalarSeries()
      var step = Int64.random(in: 0...20, using: &generator) * 10
      for _ in 0..<count {
        series.append(step: step, 0)
        step += round % 3 == 0 ? Int64.random(in: 1...9, using: &generator) : Int64(stride)
      }
      var steps = StepRuns()
      series.addSteps(of: 0..<count, to: &steps)
      #expect(steps.elementsEqual((0..<count).map { series.step($0) }))
      runs.append(steps)
      sets.append(Set(steps))
    }
    let merged = runs.reduce(StepRuns()) { $0.merged(with: $1) }
    let expected = sets.reduce(Set()) { $0.union($1) }.sorted()
    #expect(merged.elementsEqual(expected) && merged.count == expected.count)
    for step in expected.prefix(20) {
      #expect(merged.contains(step) == expected.contains(step))
      #expect(merged.contains(step + 1) == expected.contains(step + 1))
    }
  }
}

@Test func aSeriesBeginsWithAnother() {
  let plain = Plain.all[2]
  var part = ScalarSeries()
  for index in 0..<2000 { part.append(step: plain.steps[index], plain.values[index]) }
  #expect(plain.series.starts(with: part) && !part.starts(with: plain.series))
  part.append(step: 0, 0)
  #expect(!plain.series.starts(with: part))
}

/// A plain loop over all values is the witness; tolerance: a part in 10⁸ of the greatest value.
@Test(arguments: [0.8, 0.95])
func movingAveragesAreThoseOfAPlainLoop(_ decay: Double) {
  for plain in Plain.all {
    for limit in [Plain.count, 600, 30] {
      for range in [0..<Plain.count, 700..<Plain.count - 7] {
        var average = MovingAverage(decay: decay)
        // What went before counts.
        _ = average.take(3)
        let found = plain.series.averages(of: range, limit: limit, &average)
        var (sum, weight) = ((1 - decay) * 3, 1 - decay)
        let all = range.map { place -> Double in
          let value = plain.values[place]
          guard value.isFinite else { return value }
          sum = sum * decay + (1 - decay) * value
          weight = weight * decay + (1 - decay)
          return sum / weight
        }
        #expect(
          found.allSatisfy { point in
            let expected = all[point.place - range.lowerBound]
            return point.step == plain.steps[point.place] && point.time == plain.times[point.place]
              && (abs(point.value - expected) < 1e-8
                || !expected.isFinite && !point.value.isFinite)
          })
        let (shown, finite) = (found.map(\.value).filter(\.isFinite), all.filter(\.isFinite))
        #expect(
          abs(shown.min()! - finite.min()!) < 1e-8 && abs(shown.max()! - finite.max()!) < 1e-8)
        #expect(found.first?.place == range.lowerBound && found.last?.place == range.upperBound - 1)
        #expect(zip(found, found.dropFirst()).allSatisfy { $0.place < $1.place })
        #expect(limit == Plain.count || found.count < range.count)
        #expect(abs(average.take(0) - sum * decay / (weight * decay + 1 - decay)) < 1e-8)
      }
    }
  }
}
