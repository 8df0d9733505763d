import Formats
import Testing

@testable import ConvTUI

struct RankTests {
  @Test func pathsTellRanks() {
    let ranks: [String: (Int, String)?] = [
      "rank0": (0, ""), "a/rank_12": (12, "a"), "version_0/rank1/x": (1, "version_0/x"),
      "m.rank3.jsonl": (3, ""), "global-rank=2": (2, ""), "Rank7": (7, ""),
      "frank1": nil, "rank": nil, "rankings": nil, "rank1st": nil, "a/b": nil,
    ]
    for (path, expected) in ranks {
      let rank = Rank(in: path)
      #expect(rank?.number == expected?.0 && rank?.rest == expected?.1, "\(path)")
    }
  }

  private func log(_ losses: [Double]) -> [UInt8] {
    Array(
      losses.enumerated().map { "{\"step\": \($0), \"loss\": \($1.isNaN ? "NaN" : "\($1)")}\n" }
        .joined().utf8)
  }

  @Test(arguments: [
    ["t/rank0/m.jsonl", "t/rank1/m.jsonl"], ["t/m.rank_0.jsonl", "t/m.rank_1.jsonl"],
  ])
  func ranksAreOneRun(_ places: [String]) throws {
    let tree = try RunTree([
      (places[0], log([3, 2, 1])), (places[1], log([4, 1, 2])),
    ])
    let run = try #require(tree.runs.first)
    #expect(tree.runs.map(\.name) == ["t"] && run.ranks.map(\.number) == [0, 1])
    #expect(run.unfolded.map { $0.scalars("loss").map(\.value) } == [[3, 2, 1], [4, 1, 2]])
    #expect(run.scalars("loss").map(\.value) == [3, 2, 1])
    // The band: the least and the greatest of both.
    let chart = try #require(ScalarChart.charts(of: [run], .all).first)
    let drawing = ScalarDrawing(
      chart: chart, isChosen: false, smoothing: .none, isLogarithmic: false, axis: .step,
      clipsOutliers: false, range: 0...2, step: 2, restarts: [], runNames: RunNames([]),
      words: words)
    let band = drawing.band(of: chart.curves[0], role: .curve(0))
    #expect(band.map(\.values) == [[3, 1, 1], [4, 2, 2]])
  }

  @Test func oneRankAloneKeepsItsName() throws {
    let tree = try RunTree([("t/rank0/m.jsonl", log([3, 2, 1]))])
    #expect(tree.runs.map(\.name) == ["t/rank0"] && tree.runs[0].ranks.isEmpty)
  }

  @Test func anAlarmOfSeveralRanksIsToldOnce() throws {
    let tree = try RunTree([
      ("rank0/m.jsonl", log([3, 2, 1])), ("rank1/m.jsonl", log([3, .nan, 1])),
      ("rank2/m.jsonl", log([3, .nan, .nan])),
    ])
    let run = try #require(tree.runs.first)
    #expect(run.name == "runs" && run.alarms.map(\.rank) == [1])
  }

  @Test func aRankThatLogsNoMoreIsNamed() throws {
    var tree = try RunTree([
      ("rank0/m.jsonl", log((0..<50).map { 1 / Double($0 + 1) })),
      ("rank1/m.jsonl", log((0..<20).map { 1 / Double($0 + 1) })),
      ("rank2/m.jsonl", log((0..<45).map { 1 / Double($0 + 1) })),
    ])
    for (number, written) in [1000.0, 900, 1000].enumerated() {
      tree.note(number, size: 10_000, written: written)
    }
    let run = try #require(tree.runs.first)
    let alarms = run.stoppedRanks(now: 1001)
    #expect(alarms.map(\.rank) == [1] && alarms.map(\.step) == [19])
    #expect(alarms.map(\.kind) == [.stopped(others: 49)])
    // Five steps behind is nothing, also when all is over.
    #expect(run.stoppedRanks(now: 5000).map(\.rank) == [1])
  }
}
