import Testing

@testable import Drawing
@testable import Terminal

@Suite struct FramePacingTests {
  private let start = ContinuousClock.now

  @Test func frameWaitsForTheAnswerToTheLastOne() {
    var pacing = FramePacing(canAsk: true)
    #expect(pacing.asks && pacing.hold(at: start) == nil)
    pacing.ask(after: 100, at: start)
    #expect(pacing.hold(at: start) != nil)
    pacing.answer(at: start)
    #expect(pacing.hold(at: start) == nil)
  }

  @Test func everyQuestionWantsItsAnswer() {
    var pacing = FramePacing(canAsk: true)
    for _ in 0..<2 { pacing.ask(after: 100, at: start) }
    pacing.answer(at: start)
    #expect(pacing.hold(at: start) != nil)
    pacing.answer(at: start)
    #expect(pacing.hold(at: start) == nil)
  }

  /// 9,600 bytes take ten seconds at 9600 baud.
  @Test func terminalThatAnswersIsWaitedForAsLongAsTheBytesTake() {
    var pacing = FramePacing(canAsk: true)
    pacing.ask(after: 0, at: start)
    pacing.answer(at: start)
    pacing.ask(after: 9600, at: start)
    #expect(pacing.hold(at: start + .seconds(10)) != nil)
    #expect(pacing.hold(at: start + .seconds(12)) == nil)
  }

  @Test func bytesOfUnansweredFramesAddUp() {
    var pacing = FramePacing(canAsk: true)
    pacing.ask(after: 0, at: start)
    pacing.answer(at: start)
    pacing.ask(after: 9600, at: start)
    pacing.ask(after: 0, at: start + .seconds(1))
    #expect(pacing.hold(at: start + .seconds(10)) != nil)
  }

  @Test func silentTerminalIsSoonNoLongerAsked() {
    var pacing = FramePacing(canAsk: true)
    var time = start
    for _ in 0..<3 {
      #expect(pacing.asks)
      pacing.ask(after: 10_000, at: time)
      time += .seconds(1)
      pacing.giveUp(at: time)
      #expect(pacing.hold(at: time) == nil)
    }
    #expect(!pacing.asks)
  }

  @Test func lateAnswerCountsAll() {
    var pacing = FramePacing(canAsk: true)
    for second in 0..<3 {
      pacing.ask(after: 10, at: start + .seconds(second))
      pacing.giveUp(at: start + .seconds(second + 1))
    }
    pacing.answer(at: start)
    #expect(pacing.asks)
  }

  @Test func terminalOfAnotherKindIsNotAsked() {
    #expect(!FramePacing(canAsk: false).asks)
  }

  @Test func bytesAreThoseOfTheCellsThatDiffer() {
    let size = Size(width: 20, height: 5)
    let first = Frame(size)
    var second = first
    second.write("19", at: Point(row: 2, column: 3), Style())
    #expect(FramePacing.bytes(of: first, over: first) == 0)
    let change = FramePacing.bytes(of: second, over: first)
    #expect(change > 0 && change * 50 == FramePacing.bytes(of: second, over: nil))
  }

  @Test func lastAnswerIsWaitedForAsLongAsAnswersTake() {
    var pacing = FramePacing(canAsk: true)
    #expect(pacing.patienceAtEnd < .seconds(1) && !pacing.isWaiting)
    pacing.ask(after: 100, at: start)
    pacing.answer(at: start + .seconds(1))
    #expect(pacing.patienceAtEnd > .seconds(2))
    pacing.ask(after: 100, at: start + .seconds(2))
    #expect(pacing.isWaiting)
    pacing.answer(at: start + .seconds(3600))
    #expect(pacing.patienceAtEnd <= .seconds(5))
  }
}
