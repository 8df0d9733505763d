import Model
import Testing

@testable import ConvTUI

struct TimelineTests {
  private static func moved(_ actions: [Action], parts: Int = 4) -> Timeline {
    var timeline = Timeline(length: 6, parts: parts, row: 3)
    for action in actions { _ = timeline.perform(action) }
    return timeline
  }

  @Test func aStepThatHasBegunCounts() {
    let timeline = Self.moved([.next, .nextPart])
    #expect(timeline.step == 2 && timeline.part == 1)
  }

  @Test func stepFinishesTheOneThatHasBegun() {
    let timeline = Self.moved([.nextPart, .next])
    #expect(timeline.step == 1 && timeline.part == 4)
  }

  @Test func stepBackLeavesTheOneThatHasBegun() {
    let timeline = Self.moved([.next, .nextPart, .previous])
    #expect(timeline.step == 1 && timeline.part == 4)
  }

  @Test func rowsAndEndsAreReached() {
    #expect(Self.moved([.nextRow]).step == 3)
    #expect(Self.moved([.last]).step == 6)
    #expect(Self.moved([.last, .previousRow]).step == 3)
    #expect(Self.moved([.last, .first]).step == 0)
  }

  @Test func positionStaysBetweenStartAndEnd() {
    #expect(Self.moved([.previous, .previousPart, .previousRow]).position == 0)
    #expect(Self.moved([.last, .next, .nextPart, .nextRow]).position == 24)
  }

  @Test(arguments: [Int.min, -1, Int.max]) func stepOutsideIsKeptWithin(_ step: Int) {
    var timeline = Timeline(length: 6, parts: 4)
    timeline.go(toStep: step)
    #expect(timeline.step == (step < 0 ? 0 : 6))
  }

  @Test func timeMovesWholeSteps() {
    var timeline = Self.moved([.play])
    timeline.advance(by: .milliseconds(499))
    #expect(timeline.step == 0)
    timeline.advance(by: .milliseconds(1))
    #expect(timeline.step == 1 && timeline.part == 4)
    timeline.advance(by: .seconds(1))
    #expect(timeline.step == 3 && timeline.isPlaying)
  }

  @Test func playingStopsAtTheEndAndBeginsAnew() {
    var timeline = Self.moved([.play])
    timeline.advance(by: .seconds(60))
    #expect(timeline.step == 6 && !timeline.isPlaying && timeline.nextTick == nil)
    _ = timeline.perform(.play)
    #expect(timeline.step == 0 && timeline.isPlaying)
  }

  @Test func pausedTimelineLetsTimePass() {
    var timeline = Self.moved([.next])
    timeline.advance(by: .seconds(60))
    #expect(timeline.step == 1 && timeline.nextTick == nil)
  }

  @Test func nextTickIsTheRestOfAStep() {
    var timeline = Self.moved([.play])
    timeline.advance(by: .milliseconds(200))
    #expect(timeline.nextTick == .milliseconds(300))
  }

  @Test func speedsHaveEnds() {
    var timeline = Self.moved([Action](repeating: .faster, count: 20))
    #expect(timeline.speedText(words) == "64 /s")
    for _ in 0..<20 { _ = timeline.perform(.slower) }
    #expect(timeline.speedText(words) == "½ /s")
  }

  @Test func openTimelineGrowsInRoundNumbers() {
    var timeline = Timeline(length: 10, isOpen: true)
    for (step, length) in [(10, 10), (11, 20), (21, 50), (99, 100), (101, 200), (20_000, 10_000)] {
      timeline.go(toStep: step)
      #expect(timeline.length == length)
    }
  }

  @Test func openTimelinePlaysOnFromItsEnd() {
    var timeline = Timeline(length: 10, isOpen: true)
    _ = timeline.perform(.last)
    _ = timeline.perform(.play)
    timeline.advance(by: .seconds(1))
    #expect(timeline.step == 12 && timeline.length == 20)
  }

  @Test func emptyTimelineDoesNotPlay() {
    var timeline = Timeline(length: 0)
    _ = timeline.perform(.play)
    #expect(!timeline.isPlaying)
  }

  @Test func otherActionsAreNotItsOwn() {
    var timeline = Timeline(length: 3)
    let answers = [Action.help, .edit, .move(.left)].map { timeline.perform($0) }
    #expect(answers == [false, false, false])
  }
}
