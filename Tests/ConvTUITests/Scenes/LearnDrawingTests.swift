import Model
import TestSupport
import Testing

@testable import ConvTUI
@testable import Drawing

/// What learn shows: its numbers, losses and the next update.
struct LearnDrawingTests {
  @Test func lossesAreTheChapters() throws {
    let text = try State.opened(.learn, size: Size(width: 140, height: 34)).frame(after: "end").text
    for line in [
      "epoch 2, loss 12.452", "epoch 4, loss 3.237", "epoch 6, loss 1.013", "epoch 8, loss 0.363",
      "epoch 10, loss 0.140",
    ] {
      #expect(text.contains(line))
    }
  }

  private static let sizes = [
    Size(width: 40, height: 12), .standard, Size(width: 110, height: 34),
    Size(width: 200, height: 60),
  ]

  @Test(arguments: sizes) func thePrintedLossesHaveRoomAndThoseToComeAreHidden(_ size: Size) throws
  {
    let losses = ["12.452", "3.237", "1.013", "0.363", "0.140"]
    var state = try State.opened(.learn, size: size)
    try state.press("end")
    #expect(losses.allSatisfy(state.frame().text.contains))
    // A longer run has them too.
    try state.press("g 2 0 0 enter")
    #expect(losses.allSatisfy(state.frame().text.contains))
    try state.press("g 4 enter")
    let text = state.frame().text
    #expect(losses.map(text.contains) == [true, true, false, false, false])
  }

  @Test(arguments: [ColorDepth.direct, .none]) func everyPlaneHasNumbers(_ depth: ColorDepth) throws
  {
    // With colours they are block digits on a middling screen.
    let middling = depth == .none ? [Size(width: 110, height: 34)] : []
    for size in [Size.standard] + middling {
      var state = try State.opened(.learn, size: size, look: Look(depth: depth))
      try state.press("g 3 enter")
      let text = state.frame().text
      for number in [".85", "−.49", ".36"] {
        #expect(text.occurrences(of: number) >= 6, "\(number)")
      }
    }
  }

  @Test func axesStandStillWhileItPlays() throws {
    var state = try State.opened(.learn, size: Size(width: 110, height: 34))
    var ticks: Set<[Point]> = []
    for step in 0...10 {
      state.show(step: step)
      let frame = state.frame()
      ticks.insert(
        (0..<frame.size.height).flatMap { row in
          (0..<frame.size.width).filter { frame[row, $0].glyph == "┤" }.map {
            Point(row: row, column: $0)
          }
        })
    }
    #expect(ticks.count == 1 && ticks.first?.isEmpty == false)
  }

  @Test(arguments: [
    Size.standard, Size(width: 110, height: 34), Size(width: 200, height: 60),
  ])
  func nothingMovesWhileItLearns(_ size: Size) throws {
    for depth in [ColorDepth.direct, .palette, .none] {
      var state = try State.opened(.learn, size: size, look: Look(depth: depth))
      var places: Set<[Point?]> = []
      for step in 0...10 {
        state.show(step: step)
        let frame = state.frame()
        let printed = frame.place(of: "epoch 2, ") ?? frame.place(of: "epoch 2: ")
        places.insert(["loss now", "∂L/∂K "].map { frame.place(of: $0) } + [printed])
      }
      #expect(places.count == 1 && places.first?.contains(nil) == false, "\(depth)")
    }
  }

  /// What is multiplied stands on the screen, and the next step shows what comes of it.
  @Test(arguments: sizes.dropFirst()) func theNextUpdateIsMadeOfWhatIsShown(_ size: Size) throws {
    var state = try State.opened(.learn, size: size)
    for step in 0..<10 {
      let now = try #require(state.learn?.now)
      let text = state.frame().text
      try state.press("right")
      let next = try #require(state.learn?.now)
      for index in 0..<2 {
        let (weight, slope) = (now.weight[index], now.gradient[index])
        func text4(_ number: Float) -> String { NumberText.fixed(number, decimals: 4) }
        let product = slope < 0 ? "(\(text4(slope)))" : text4(slope)
        let name = LearnScene.name(ofWeight: index)
        #expect(text.contains("next \(name) = \(text4(weight)) − 0.03·\(product) = ?"), "\(step)")
        #expect(abs(weight - 0.03 * slope - next.weight[index]) < 1e-6)
      }
    }
  }

  @Test func theLossAfterAStepIsWhatTheNextEpochPrints() throws {
    var state = try State.opened(.learn, size: Size(width: 110, height: 34))
    try state.press("right")
    #expect(state.frame().text.contains("after 1 step"))
    #expect(state.frame().text.contains("epoch 2, loss 12.452   epoch 4, loss ?"))
    #expect(state.learn.map { abs($0.now.loss - 12.452) < 5e-4 } == true)
  }

  @Test func theSentenceOfTheGradientIsTrue() throws {
    var state = try State.opened(.learn, size: Size(width: 200, height: 60))
    try state.press("g 3 enter")
    let text = state.frame().text
    #expect(text.contains("w₀ + 0.001 moves the loss by +0.0069"))
    #expect(text.contains("w₁ + 0.001 moves the loss by +0.0148"))
    let now = try #require(state.learn?.now)
    for (index, change) in [(0, Float(0.0069)), (1, 0.0148)] {
      var moved = now
      moved.setWeight(index, to: now.weight[index] + 0.001)
      #expect(abs(moved.loss - now.loss - change) < 1e-4)
    }
  }
}

extension String {
  /// How often a text stands in this one.
  fileprivate func occurrences(of text: String) -> Int {
    var (count, rest) = (0, self[...])
    while let range = rest.firstRange(of: text) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}
