import Foundation
import Testing

@testable import ConvTUI
@testable import Drawing
@testable import Formats

struct HistogramDrawingTests {
  private func histograms() throws -> [EventHistogram] {
    try ViewsSample.values("weights", Directory()).map { value in
      guard case .success(.histogram(let histogram)) = value.value else {
        throw Failure { _ in "no histogram" }
      }
      return histogram
    }
  }

  /// The same numbers as TensorBoard gives, to the last digit.
  @Test func itsNumbersAreTensorBoards() throws {
    let expected = try #require(try ViewsSample.witness.histograms["weights"])
    let found = try histograms()
    #expect(found.count == expected.count && found.count == 3)
    for (found, expected) in zip(found, expected) {
      #expect((found.least, found.greatest) == (expected.least, expected.greatest))
      #expect((found.count, found.sum) == (expected.count, expected.sum))
      #expect(found.mean == expected.sum / expected.count)
    }
  }

  @Test func everyNumberLiesInALine() throws {
    for histogram in try histograms() {
      for rows in [1, 7, 40] {
        let counts = histogram.counts(in: histogram.least...histogram.greatest, rows: rows)
        #expect(abs(Double(counts.reduce(0, +)) - histogram.count) < 1e-3)
      }
      // Beyond the range they are left out.
      let half = histogram.counts(in: 0...histogram.greatest, rows: 5).reduce(0, +)
      #expect(half > 0 && Double(half) < histogram.count)
      #expect(histogram.middle.lowerBound >= histogram.least)
      #expect(histogram.middle.upperBound <= histogram.greatest)
    }
  }

  /// The greatest numbers stand in the first line.
  @Test func linesGoFromTheGreatestDown() throws {
    let rows = NumberArray(dimensions: [2, 3], values: [0, 1, 6, 1, 2, 2])
    let histogram = try #require(EventHistogram(rows))
    #expect(histogram.counts(in: 0...2, rows: 2) == [2, 6])
    #expect(histogram.counts(in: 0...2, rows: 4) == [1, 1, 3, 3])
    #expect(histogram.mean == nil && (histogram.least, histogram.greatest) == (0, 2))
  }

  @Test func equalNumbersLieInOneLine() throws {
    let rows = NumberArray(dimensions: [1, 3], values: [3, 3, 9])
    let histogram = try #require(EventHistogram(rows))
    #expect(histogram.counts(in: 0...4, rows: 4) == [0, 9, 0, 0])
    #expect(histogram.counts(in: 4...8, rows: 4).reduce(0, +) == 0)
  }
}
