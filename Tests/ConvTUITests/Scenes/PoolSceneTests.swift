import Model
import TestSupport
import Testing

@testable import ConvTUI
@testable import Drawing
@testable import Terminal

struct PoolSceneTests {
  private static let ramp = Tensor(rows: [[0, 1, 2], [3, 4, 5], [6, 7, 8]])

  private func scene(
    _ window: PoolingWindow, of input: Tensor = ramp, shift: PoolScene.Shift? = nil
  ) throws -> PoolScene {
    try PoolScene(PoolScene.Settings(input: input, window: window, shift: shift))
  }

  @Test func maximumAndMeanAreThoseOfTheBook() throws {
    let scene = try scene(PoolingWindow(size: PlaneSize(2), stride: PerAxis(1)))
    #expect(scene.pooled.maximum.matrix == Tensor(rows: [[4, 5], [7, 8]]))
    #expect(scene.pooled.mean.matrix == Tensor(rows: [[2, 3], [5, 6]]))
  }

  /// `max_pool2d` and `avg_pool2d` of PyTorch with padding 1 and ceil_mode on 0…19 as 4×5.
  @Test func paddingAndCeilAreThoseOfPyTorch() throws {
    let input = Tensor(Shape(4, 5), (0..<20).map(Float.init))
    let window = PoolingWindow(
      size: PlaneSize(3), stride: PerAxis(2), padding: PerAxis(1), roundsUp: true)
    let scene = try scene(window, of: input)
    #expect(
      scene.pooled.maximum.matrix == Tensor(rows: [[6, 8, 9], [16, 18, 19], [16, 18, 19]]))
    let mean: [Float] = [
      12.0 / 9, 27.0 / 9, 24.0 / 9, 63.0 / 9, 108.0 / 9, 81.0 / 9, 31.0 / 6, 51.0 / 6, 37.0 / 6,
    ]
    for (found, expected) in zip(scene.pooled.mean.matrix.elements, mean) {
      #expect(abs(found - expected) <= 1e-6 * expected)
    }
  }

  /// Of random numbers, against a plain loop in double.
  @Test(arguments: 1...20) func outputsAreThoseOfAPlainLoop(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let (rows, columns) = (
      Int.random(in: 4...9, using: &generator), Int.random(in: 4...9, using: &generator)
    )
    let input = Tensor(
      Shape(rows, columns),
      (0..<rows * columns).map { _ in Float.random(in: -9...9, using: &generator) })
    let (size, stride) = (
      Int.random(in: 1...4, using: &generator), Int.random(in: 1...3, using: &generator)
    )
    let padding = Int.random(in: 0...size / 2, using: &generator)
    let scene = try scene(
      PoolingWindow(size: PlaneSize(size), stride: PerAxis(stride), padding: PerAxis(padding)),
      of: input)
    let shape = scene.pooled.shape
    #expect(
      shape
        == Shape(
          (rows + 2 * padding - size) / stride + 1, (columns + 2 * padding - size) / stride + 1))
    for i in 0..<shape.rows {
      for j in 0..<shape.columns {
        var (largest, sum) = (-Double.infinity, 0.0)
        for row in i * stride - padding..<i * stride - padding + size {
          for column in j * stride - padding..<j * stride - padding + size
          where (0..<rows).contains(row) && (0..<columns).contains(column) {
            largest = max(largest, Double(input[row, column]))
            sum += Double(input[row, column])
          }
        }
        #expect(Double(scene.pooled.maximum.matrix[i, j]) == largest)
        #expect(
          abs(Double(scene.pooled.mean.matrix[i, j]) - sum / Double(size * size)) < 1e-5)
        let winner = try #require(scene.pooled.winner(of: Position(row: i, column: j)))
        #expect(Double(input[winner.row, winner.column]) == largest)
      }
    }
  }

  @Test func winnerAndMeanAreWrittenOut() throws {
    let scene = try scene(PoolingWindow(size: PlaneSize(2), stride: PerAxis(1)))
    let text = try State.opened(with: scene).frame(after: "right right").text
    #expect(text.contains("max[0,1] = max(1, 2, 4, 5) = 5   the largest is X[1,2]"))
    #expect(text.contains("mean[0,1] = (1 + 2 + 4 + 5) / 4 = 12 / 4 = 3"))
  }

  @Test func zerosOfThePaddingAreSaid() throws {
    let scene = try scene(
      PoolingWindow(size: PlaneSize(2), stride: PerAxis(2), padding: PerAxis(1)))
    let text = try State.opened(with: scene).frame(after: "right").text
    #expect(text.contains("= max(0) = 0"))
    #expect(text.contains("= (0) / 4 = 0 / 4 = 0   includes 3 zeros of the padding"))
  }

  /// The input moved by one pixel: the maximum keeps more than the mean.
  @Test func shiftChangesTheMeanMoreThanTheMaximum() throws {
    var state = try State.opened(.pool, size: Size(width: 110, height: 34))
    try state.press("shift+")
    #expect(state.frame().text.contains("X′ is X moved one pixel to the right. Step on"))
    try state.press("end")
    #expect(state.frame().text.contains("Of 6 outputs, max keeps 6 and mean keeps 1."))
    try state.press("shift+")
    #expect(state.frame().text.contains("one pixel down"))
    try state.press("shift+")
    #expect(!state.frame().text.contains("X′"))
  }

  @Test func keysChangeTheWindowAndSayWhatDoesNotFit() throws {
    var state = try State.opened(with: try scene(PoolingWindow(size: PlaneSize(2))))
    func window() throws -> PoolingWindow {
      try #require(state.scene as? PoolScene).settings.window
    }
    try state.press("size+")
    #expect(try window().size == PlaneSize(3) && window().stride == PerAxis(3))
    try state.press("size+")
    #expect(try window().size == PlaneSize(3))
    #expect(state.notice?.contains("4") == true)
    try state.press("size- padding+ ceil+")
    #expect(state.set("stride", typed: "1") == nil)
    #expect(try window().size == PlaneSize(2) && window().stride == PerAxis(1))
    #expect(try window().padding == PerAxis(1) && window().roundsUp)
    try state.press("padding+")
    #expect(state.notice?.contains("half its size") == true)
    try state.press("e 3 enter")
    #expect(try window().size == PlaneSize(3))
    try state.press("e 9 enter")
    #expect(state.prompt?.complaint != nil)
  }

  @Test func clickOnAnOutputShowsItsWindow() throws {
    var state = try State.opened(
      with: try scene(PoolingWindow(size: PlaneSize(2), stride: PerAxis(1))),
      look: Look(hasBlocks: false))
    try state.press("end")
    let frame = state.frame()
    let title = try #require(frame.place(of: "max  2×2"))
    // The 4 of the maximum, and the one behind it.
    for (number, step) in [("4", 1), ("5", 2)] {
      let place = try #require(
        (title.row + 1..<frame.size.height).lazy.compactMap { row in
          (title.column..<title.column + 16).first { frame[row, $0].glyph == Character(number) }
            .map { Point(row: row, column: $0) }
        }.first)
      state.click(place)
      #expect(state.scene.timeline.step == step)
    }
    state.click(Point(row: title.row, column: title.column))
    #expect(state.scene.timeline.step == 2)
  }

  @Test func sessionBringsAllBack() throws {
    let window = PoolingWindow(
      size: PlaneSize(rows: 2, columns: 3), stride: PerAxis(1), padding: PerAxis(1), roundsUp: true)
    var scene = try scene(window, shift: .down)
    scene.timeline.go(toStep: 3)
    let bytes = Array(try scene.session().text.utf8)
    let opened = try Session.scene(from: bytes) { _ in throw Failure { _ in "no picture is needed" }
    }
    let again = try #require(opened as? PoolScene)
    #expect(again.settings == scene.settings && again.timeline.step == 3)
  }

  // MARK: Pictures

  /// 60×60, so 900 windows: a picture, whose steps lead to the end soon, in bands of two rows of windows.
  private func picture() throws -> PoolScene {
    var generator = SeededGenerator(seed: 3)
    let input = Tensor(
      Shape(60, 60), (0..<3600).map { _ in Float.random(in: 0...1, using: &generator) })
    return try scene(PoolingWindow(size: PlaneSize(2)), of: input)
  }

  @Test func aLargeInputIsAPictureWhoseEndIsNear() throws {
    var state = try State.opened(with: try picture())
    #expect(state.frame().text.contains("Which picture will be brighter?"))
    try state.press("right right right right")
    let pool = try #require(state.scene as? PoolScene)
    #expect(180..<240 ~= pool.done - 1)
    #expect(state.frame().text.contains("window \(pool.done) of 900"))
    try state.press("end")
    #expect(state.frame().text.contains("window 900 of 900") && state.scene.timeline.step < 40)
  }

  @Test func zoomingShowsTheNumbersAroundTheWindow() throws {
    var state = try State.opened(with: try picture(), size: Size(width: 110, height: 34))
    try state.press("right right right right z")
    let pool = try #require(state.scene as? PoolScene)
    let done = pool.pooled.telling[3] + 1
    #expect(!pool.isFar && pool.done == done && pool.timeline.length == 900)
    let window = pool.pooled.block(of: pool.unit)
    let input = try #require(pool.views(in: Rect(state.frame().size), Look()).first)
    #expect(input.pane.extent.contains(window.rows.lowerBound, window.columns.lowerBound))
    #expect(state.frame().text.contains("X  \(words.pixels(in: input.pane.extent))"))
    try state.press("right Z")
    #expect((state.scene as? PoolScene)?.done == done)
    try state.press("z right right esc")
    #expect((state.scene as? PoolScene)?.isFar == true)
  }

  /// Each step over a picture leads to the window of its band whose maximum and mean differ most.
  @Test func stepsLeadToTheWindowsThatTellMost() throws {
    let pooled = try picture().pooled
    let differences = zip(pooled.maximum.matrix.elements, pooled.mean.matrix.elements).map {
      $0 - $1
    }
    #expect(pooled.telling.count == 15)
    for (band, window) in pooled.telling.enumerated() {
      let numbers = differences[band * 60..<(band + 1) * 60]
      #expect(numbers.contains { $0 == differences[window] })
      #expect(numbers.allSatisfy { $0 <= differences[window] }, "band \(band)")
    }
  }

  /// Where a picture is all of one colour there is nothing to stop at.
  @Test func stepsPassWhatTellsLittle() throws {
    var input = try picture().settings.input
    for row in 0..<32 { for column in 0..<60 { input[row, column] = 0.5 } }
    let pooled = try Pooled(input, PoolingWindow(size: PlaneSize(2)))
    #expect(!pooled.telling.isEmpty && pooled.telling.allSatisfy { $0 >= 16 * 30 })
  }

  /// Below the pictures stand the numbers around the window, before the first step too.
  @Test(arguments: [Size.standard, Size(width: 110, height: 34), Size(width: 200, height: 60)])
  func numbersStandBelowThePictures(_ size: Size) throws {
    var state = try State.opened(with: try picture(), size: size, look: Look(depth: .none))
    #expect(state.frame().text.contains("X  rows "))
    try state.press("right")
    let pool = try #require(state.scene as? PoolScene)
    let largest = pool.pooled.maximum.matrix[pool.unit.row, pool.unit.column]
    #expect(state.frame().text.contains(NumberText.fixed(largest, decimals: 2)))
  }

  @Test func aClickOnAPictureShowsTheNumbersThere() throws {
    var state = try State.opened(with: try picture(), size: Size(width: 110, height: 34))
    try state.press("end")
    let title = try #require(state.frame().place(of: "max  30×30"))
    state.click(Point(row: title.row + 1, column: title.column))
    let pool = try #require(state.scene as? PoolScene)
    #expect(!pool.isFar && pool.unit == .zero)
  }

  /// A session of the numbers opens at the same window.
  @Test func sessionKeepsTheZoom() throws {
    var scene = try picture()
    scene.look(closely: true)
    scene.timeline.go(toStep: 100)
    let bytes = Array(try scene.session().text.utf8)
    let opened = try Session.scene(from: bytes) { _ in throw Failure { _ in "no picture is needed" }
    }
    let again = try #require(opened as? PoolScene)
    #expect(!again.isFar && again.done == 100)
  }
}
