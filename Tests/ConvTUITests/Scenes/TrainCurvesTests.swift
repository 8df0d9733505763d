import Model
import Testing

@testable import ConvTUI
@testable import Drawing

@Suite struct TrainCurvesTests {
  /// The curves of the first epoch have most of the axis.
  @Test(arguments: [(0, 50), (50, 50), (51, 100), (200, 200), (201, 282), (283, 564)])
  func axisGrowsInTheFirstEpoch(_ batch: Int, _ length: Int) {
    let curves = TrainCurves(
      logs: [RunLog([.loss, .accuracy], capacity: 8)], current: 0, smoothing: .none,
      isLogarithmic: true, epoch: 282, position: batch, classes: 10, words: words)
    #expect(curves.charts.loss.length == length && curves.charts.accuracy.length == length)
  }

  @Test(arguments: [(0, 3), (3, 3), (4, 6), (7, 15), (16, 30), (31, 60)])
  func axisHoldsWholeEpochs(_ batch: Int, _ length: Int) {
    let curves = TrainCurves(
      logs: [RunLog([.loss, .accuracy], capacity: 8)], current: 0, smoothing: .none,
      isLogarithmic: true, epoch: 3, position: batch, classes: 10, words: words)
    #expect(curves.charts.loss.length == length && curves.charts.accuracy.length == length)
  }

  /// Before the first batch neither curve nor line tells what a guess gives.
  @Test(arguments: [true, false]) func nothingIsToldBeforeTheFirstBatch(_ isLogarithmic: Bool) {
    func charts(_ position: Int) -> (loss: LineChart, accuracy: LineChart) {
      TrainCurves(
        logs: [RunLog([.loss, .accuracy], capacity: 8)], current: 0, smoothing: .none,
        isLogarithmic: isLogarithmic, epoch: 282, position: position, classes: 10, words: words
      ).charts
    }
    #expect(charts(0).loss.curves.isEmpty && charts(0).loss.goals.isEmpty)
    #expect(charts(0).accuracy.goals.isEmpty && charts(0).accuracy.levels == [100])
    // −ln(1/10), in double precision.
    #expect(abs(charts(1).loss.goals[0] - 2.302_585) < 1e-6)
    #expect(charts(1).accuracy.goals == [10])
  }
}
