import Formats

/// The values of a scalar that count, one after the other over all of its files; they have places of
/// their own.
///
/// What is asked of all of them is known of blocks of them, so that millions are soon looked through.
struct LiveValues {
  private struct Stretch {
    let part: RunTag.Part
    let series: ScalarSeries
    /// Its places in the series, and the place of the first among all.
    let range: Range<Int>
    let start: Int

    var places: Range<Int> { start..<start + range.count }

    /// Its values at some of the places among all.
    func values(_ places: Range<Int>) -> Range<Int> {
      let common = places.clamped(to: self.places)
      return common.lowerBound - start + range.lowerBound..<common.upperBound - start
        + range.lowerBound
    }

    func extent(of places: Range<Int>) -> SeriesExtent { series.extent(of: values(places)) }
  }

  private var stretches: [Stretch] = []
  let count: Int

  init(_ tag: RunTag) {
    var count = 0
    for part in tag.parts {
      guard let series = part.series else { continue }
      for range in part.live.ranges {
        stretches.append(Stretch(part: part, series: series, range: range, start: count))
        count += range.count
      }
    }
    self.count = count
  }

  /// The least value, and the place of the first that is as little.
  var least: (value: Double, place: Int)? {
    var least: (value: Double, place: Int)?
    for stretch in stretches {
      let extent = stretch.extent(of: stretch.places)
      guard let place = extent.leastPlace, extent.least < least?.value ?? .infinity else {
        continue
      }
      least = (extent.least, place - stretch.range.lowerBound + stretch.start)
    }
    return least
  }

  /// The greatest value from the first to a place.
  func greatest(upTo place: Int) -> Double {
    stretches.reduce(-Double.infinity) { max($0, $1.extent(of: 0..<place + 1).greatest) }
  }

  func mean(ofLast number: Int) -> Double {
    let places = count - number..<count
    return stretches.reduce(0) { $0 + $1.extent(of: places).sum } / Double(number)
  }

  /// The place of the first value behind another that is greater than a number.
  func first(after place: Int, above limit: Double) -> Int? {
    for stretch in stretches {
      let range = stretch.values(place + 1..<max(place + 1, count))
      if let found = stretch.series.first(in: range, above: limit) {
        return found - stretch.range.lowerBound + stretch.start
      }
    }
    return nil
  }

  func step(_ place: Int) -> Int64 {
    for stretch in stretches where stretch.places.contains(place) {
      return stretch.part.step(place - stretch.start + stretch.range.lowerBound)
    }
    return 0
  }
}
