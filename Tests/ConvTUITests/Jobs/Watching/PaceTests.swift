import Formats
import Testing

@testable import ConvTUI

struct PaceTests {
  /// The sizes of a file, and when it had grown to them.
  private func state(
    _ growth: [(time: Double, size: Int)], now: Double, place: String = "m.jsonl"
  ) throws -> WriterState {
    var tree = try RunTree([(place, Array("{\"step\": 1, \"loss\": 2}\n".utf8))])
    for (time, size) in growth { tree.note(0, size: size, written: time) }
    return WriterState(of: try #require(tree.runs.first), in: tree, now: now)
  }

  @Test func aWriterIsLivelyBufferedOrSilent() throws {
    let often = (0..<8).map { (time: Double($0) * 2, size: 1000 + 77 * $0) }
    #expect(try state(often, now: 15) == .lively)
    #expect(try state(often, now: 200) == .silent(seconds: 186, usual: 2))
    // After a day it is over.
    #expect(try state(often, now: 100_000) == .lively)
    let blocks = (1..<8).map { (time: Double($0) * 30, size: 4096 * $0) }
    #expect(try state(blocks, now: 215) == .buffered(seconds: 30, form: .jsonLines))
  }

  @Test func theRateIsThatOfTheTimes() throws {
    let bytes = try WatchedSample.bytes("events/torch.tfevents")
    let tree = try RunTree([("events.out.tfevents.1.a", bytes)])
    let run = try #require(tree.runs.first)
    if let pace = Pace(of: run) {
      #expect(pace.rate > 0)
      #expect(pace.seconds(until: pace.last) == nil)
      let seconds = try #require(pace.seconds(until: pace.last + 10))
      #expect(abs(seconds - 10 / pace.rate) < 1e-9)
    }
  }
}
