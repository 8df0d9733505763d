import Glibc
import Model
import Testing

@testable import Formats

/// A store that keeps so many bytes in memory.
private func store(_ budget: Int, _ folders: [String] = ["/tmp"]) -> NumberStore {
  NumberStore(budget: budget, folders: folders)
}

private struct Value {
  let step: Int64
  let time, value: Double

  static func random(_ count: Int, seed: UInt64) -> [Value] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { index in
      let special = [Double.nan, -.nan, .infinity, -0.0, .leastNonzeroMagnitude]
      let value =
        index % 97 == 0
        ? special.randomElement(using: &generator)! : Double.random(in: -9...9, using: &generator)
      return Value(
        step: Int64(index * 7) + (index % 5 == 0 ? 1 : 0),
        time: 1.7e9 + Double(index) + Double.random(in: 0..<1, using: &generator),
        value: index / 3000 % 2 == 0 ? value : Double(Float(value)))
    }
  }
}

extension ScalarSeries {
  fileprivate mutating func append(_ values: some Collection<Value>) {
    for value in values { append(step: value.step, time: value.time, value.value) }
  }

  /// Whether all came back to the last bit; any NaN stands for any other.
  fileprivate func holds(_ values: [Value]) -> Bool {
    count == values.count
      && values.indices.allSatisfy { index in
        let (found, value) = (self.value(index), values[index].value)
        return step(index) == values[index].step
          && time(index).bitPattern == values[index].time.bitPattern
          && (found.bitPattern == value.bitPattern || found.isNaN && value.isNaN)
      }
  }
}

@Test func valuesInTheFileComeBackToTheLastBit() {
  let values = Value.random(40_000, seed: 11)
  for budget in [0, 50_000, 1 << 30] {
    let store = store(budget)
    var series = ScalarSeries(in: store)
    series.append(values)
    #expect((store.countInFile > 0) == (budget < 1 << 30))
    #expect(series.holds(values))
    // In another order, so that what was read last is not what is asked for.
    var generator = SeededGenerator(seed: 12)
    for _ in 0..<2000 {
      let index = Int.random(in: 0..<values.count, using: &generator)
      #expect(series.step(index) == values[index].step)
    }
  }
}

@Test func aSeriesThatWasCopiedBeforeIsStillRight() {
  let (values, others) = (Value.random(30_000, seed: 13), Value.random(5000, seed: 14))
  var series = ScalarSeries(in: store(20_000))
  var copies: [(ScalarSeries, Int)] = []
  for start in stride(from: 0, to: values.count, by: 1500) {
    copies.append((series, start))
    series.append(values[start..<start + 1500])
  }
  var branch = copies[4].0
  branch.append(others)
  #expect(series.holds(values))
  for (copy, count) in copies { #expect(copy.holds(Array(values[..<count]))) }
  #expect(branch.holds(Array(values[..<copies[4].1]) + others))
}

@Test func allStaysInMemoryWhereTheFileCannotBeMade() {
  let values = Value.random(5000, seed: 15)
  let store = store(0, ["/nowhere/at/all"])
  var series = ScalarSeries(in: store)
  series.append(values)
  #expect(store.countInFile == 0 && series.holds(values))
}

@Test func theRoomOfASeriesIsUsedAgain() {
  let values = Value.random(20_000, seed: 16)
  let store = store(0)
  var largest = 0
  for _ in 0..<5 {
    var series = ScalarSeries(in: store)
    series.append(values)
    #expect(series.holds(values))
    largest = max(largest, store.countInFile)
  }
  #expect(store.countInFile == 0 && store.length == largest)
}

@Test func aPictureOfManyValuesReadsNoneOfThem() {
  let store = store(0)
  var series = ScalarSeries(in: store)
  let count = 1 << 18
  for index in 0..<count {
    series.append(
      step: Int64(index), time: Double(index), index == 99_999 ? 7 : 1 / Double(index + 1))
  }
  let before = store.readCount
  let points = series.outline(of: 0..<count, limit: 1000)
  #expect(points.count < 1000 && points.contains { $0.value == 7 })
  #expect(series.extent(of: 0..<count).greatestPlace == 99_999)
  #expect(series.first(in: 0..<count, above: 7) == nil)
  var steps = StepRuns()
  series.addSteps(of: 0..<count, to: &steps)
  #expect(steps.count == count && store.readCount == before)
  // Moving averages are found once.
  func averages() -> [SeriesPoint] {
    var average = MovingAverage(decay: 0.9)
    return series.averages(of: 0..<count, limit: 1000, &average)
  }
  let found = averages()
  let once = store.readCount
  #expect(once > before && averages() == found && store.readCount == once)
}
