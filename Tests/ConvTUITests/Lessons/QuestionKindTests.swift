import Drawing
import Formats
import Model
import TestSupport
import Testing

@testable import ConvTUI
@testable import Terminal

/// What is right is computed, and the same as plain loops compute.
struct QuestionKindTests {
  private func expected(_ state: State) throws -> Expected {
    try #require(state.lesson?.attempt?.expected)
  }

  @Test(arguments: [
    ("conv16@3", "3×32×32", 16 * 3 * 9 + 16), ("conv6@5", "1×28×28", 6 * 25 + 6),
    ("conv6@5", "28×28", 156), ("flatten, linear10", "1×4×4", 160 + 10), ("maxpool2", "3×8×8", 0),
    (
      "conv6@5:p2, relu, maxpool2, conv16@5, relu, maxpool2, flatten, linear120, linear84, linear10",
      "1×28×28", 156 + 2416 + 48120 + 10164 + 850
    ),
  ])
  func parametersOfLayersAreCounted(_ layers: String, _ input: String, _ count: Int) throws {
    let state = try State.asked("ask: {parameters: \"\(layers)\", input: \(input)}")
    #expect(try expected(state) == .number(Double(count)))
  }

  @Test func parametersOfScenesAreCounted() throws {
    #expect(
      try expected(State.asked("scene: slide\nset: {bias: 2}\nask: {parameters: 1}")) == .number(5))
    #expect(try expected(State.asked("scene: slide\nask: {parameters: all}")) == .number(4))
    let train = try State.asked("scene: train\nask: {parameters: all}")
    let network = try #require((train.scene as? TrainScene)?.network)
    #expect(try expected(train) == .number(Double(network.parameterCount)))
  }

  /// The pixels that reach a unit, layer by layer: kernel, stride, padding and dilation of each.
  private func seen(
    _ layers: [(k: Int, s: Int, p: Int, d: Int)], from unit: Int
  ) -> ClosedRange<Int> {
    layers.reversed().reduce(unit...unit) { seen, layer in
      let first = seen.lowerBound * layer.s - layer.p
      return first...seen.upperBound * layer.s - layer.p + (layer.k - 1) * layer.d
    }
  }

  @Test(arguments: [
    ("conv3, conv3, conv3", [(3, 1, 0, 1), (3, 1, 0, 1), (3, 1, 0, 1)]),
    ("conv3:s2, conv3", [(3, 2, 0, 1), (3, 1, 0, 1)]),
    ("conv3:d2, maxpool2, conv2", [(3, 1, 0, 2), (2, 2, 0, 1), (2, 1, 0, 1)]),
  ])
  func fieldsAreAsAPlainLoopFindsThem(
    _ layers: String, _ plain: [(k: Int, s: Int, p: Int, d: Int)]
  ) throws {
    for layer in 1...plain.count {
      let state = try State.asked(
        """
        scene: field
        set: {input-size: 17, layers: "\(layers)"}
        step: \(layer)
        ask: {field: \(layer)}
        """)
      let size = seen(Array(plain.prefix(layer)), from: 0).count
      #expect(try expected(state) == .size(rows: size, columns: size))
    }
    let marks = try State.asked(
      """
      scene: field
      set: {input-size: 17, layers: "\(layers)"}
      step: \(plain.count)
      ask: {cells: field}
      """)
    let field = try #require(marks.scene as? FieldScene)
    let (rows, columns) = (
      seen(plain, from: field.unit.row), seen(plain, from: field.unit.column)
    )
    // With a dilation not all between the ends are seen, but the ends are.
    guard case .cells(let cells, "image", PlaneSize(17)) = try expected(marks) else {
      return #expect(Bool(false))
    }
    #expect(cells.map(\.row).min() == rows.lowerBound && cells.map(\.row).max() == rows.upperBound)
    #expect(
      cells.map(\.column).min() == columns.lowerBound
        && cells.map(\.column).max() == columns.upperBound)
    if plain.allSatisfy({ $0.d == 1 }) { #expect(cells.count == rows.count * columns.count) }
  }

  @Test func aRowIsTheWindowsNumbers() throws {
    let input = CourseExample.input
    for (padding, number) in [(0, 0), (0, 3), (1, 0), (1, 6)] {
      var state = try State.asked(
        "scene: slide\nset: {padding: \(padding)}\nask: {row: \(number)}")
      let width = 3 + 2 * padding - 1
      let (top, left) = (number / width - padding, number % width - padding)
      let row = [(0, 0), (0, 1), (1, 0), (1, 1)].map { down, right -> Float in
        let (r, c) = (top + down, left + right)
        return (0..<3).contains(r) && (0..<3).contains(c) ? input[r, c] : 0
      }
      #expect(try expected(state) == .row(row))
      try state.answer(row.map { "\(Int($0))" }.joined(separator: " "))
      #expect(state.lesson?.count(.atOnce) == 1, "\(state.sentences)")
    }
  }

  /// Ŷ = w₀·x + w₁·x′ and the gradient by a plain loop over the chapter's image.
  @Test func theNextStepIsAsAPlainLoopMakesIt() throws {
    let (x, k) = (CourseExample.bar, CourseExample.edge)
    var weight = CourseExample.initialWeight.elements.map(Double.init)
    func evaluate(_ w: [Double]) -> (loss: Double, gradient: [Double]) {
      var (loss, gradient) = (0.0, [0.0, 0.0])
      for row in 0..<6 {
        for column in 0..<7 {
          let (one, other) = (Double(x[row, column]), Double(x[row, column + 1]))
          let error =
            w[0] * one + w[1] * other - (Double(k[0, 0]) * one + Double(k[0, 1]) * other)
          loss += error * error
          gradient[0] += 2 * error * one
          gradient[1] += 2 * error * other
        }
      }
      return (loss, gradient)
    }
    for step in 0..<4 {
      let gradient = evaluate(weight).gradient
      weight = zip(weight, gradient).map { $0 - 0.03 * $1 }
      for (name, value) in [
        ("next-loss", evaluate(weight).loss), ("next-K[0,0]", weight[0]),
        ("next-K[0,1]", weight[1]),
      ] {
        let state = try State.asked("scene: learn\nstep: \(step)\nask: {quantity: \"\(name)\"}")
        guard case .number(let computed) = try expected(state) else {
          return #expect(Bool(false))
        }
        // Single precision against double, after some steps.
        #expect(abs(computed - value) < 1e-4 * max(1, abs(value)), "\(name) \(step)")
      }
      let state = try State.asked("scene: learn\nstep: \(step)\nask: {value: \"∂L/∂K[0,1]\"}")
      guard case .number(let slope) = try expected(state) else { return #expect(Bool(false)) }
      #expect(abs(slope - gradient[1]) < 1e-3)
    }
  }

  @Test func aDrawingIsWhereTheOutputIsBright() throws {
    // [1, −1] over columns 1 1 0 0 0 0 1 1: 1 where a 1 is left of a 0, −1 where it is right of it.
    for (place, columns) in [("bright", [1]), ("not 0", [1, 5])] {
      let state = try State.asked("scene: edges\nask: {draw: Y, where: \(place)}")
      let cells = Set((0..<6).flatMap { row in columns.map { Position(row: row, column: $0) } })
      #expect(try expected(state) == .cells(cells, of: "Y", in: PlaneSize(rows: 6, columns: 7)))
    }
  }

  private static let marking = "scene: slide\nstep: 4\nhide: true\nask: {cells: field}"

  @Test func cellsAreMarkedWithArrowsAndX() throws {
    var state = try State.asked(Self.marking)
    #expect(state.sentences.contains("0 cells marked"))
    try state.press("right down x right x down x")
    #expect(state.sentences.contains("3 cells marked"))
    try state.press("enter")
    #expect(state.sentences.contains("X[2,1] has to be marked too"))
    try state.press("left x enter")
    #expect(state.sentences.contains("Right: X[1..2,1..2]."))
    #expect(state.lesson?.count(.later) == 1)
  }

  @Test func theFootNamesTheKeyThatMarks() throws {
    var state = try State.asked(Self.marking, size: Size(width: 110, height: 34))
    state.click(try #require(state.frame().place(of: "x mark ")))
    #expect(state.sentences.contains("1 cell marked"))
    #expect(!state.sentences.contains("← → step"))
    try state.press("esc h")
    #expect(!state.sentences.contains("x mark "))
  }

  @Test func aMarkIsTakenAway() throws {
    var state = try State.asked(Self.marking)
    try state.press("x enter")
    #expect(state.sentences.contains("X[0,0] must not be marked"))
    try state.press("x")
    #expect(state.sentences.contains("0 cells marked"))
    try state.press("x right x esc")
    #expect(state.sentences.contains("0 cells marked"))
    // The scene goes on stepping by its other keys.
    try state.press("home")
    #expect(state.scene.timeline.step == 0)
  }

  @Test func cellsAreMarkedWithTheMouse() throws {
    var state = try State.asked(Self.marking, size: Size(width: 110, height: 34))
    let views = (state.scene as? SlideScene)?.views(in: state.layout.body, state.look) ?? []
    let input = try #require(views.first { $0.pane.matrix == "X" })
    func point(_ row: Int, _ column: Int) -> Point {
      let box = input.rect(of: Block(Position(row: row, column: column)))
      return Point(row: box.row + box.height / 2, column: box.column + box.width / 2)
    }
    func mouse(_ action: Mouse.Action, _ row: Int, _ column: Int) {
      _ = state.handle(.input(.mouse(Mouse(action: action, at: point(row, column)))))
    }
    mouse(.press, 1, 1)
    mouse(.drag, 1, 2)
    mouse(.press, 2, 2)
    mouse(.drag, 2, 1)
    #expect(state.sentences.contains("4 cells marked"))
    mouse(.press, 2, 1)
    #expect(state.sentences.contains("3 cells marked"))
    mouse(.press, 2, 1)
    try state.press("enter")
    #expect(state.sentences.contains("Right: X[1..2,1..2]."))
  }

  @Test func marksAreSeenAtEveryDepth() throws {
    for depth in ColorDepth.allCases {
      let state = try State.asked(Self.marking)
      var plain = state.colored(depth)
      let before = plain.frame()
      try plain.press("x right")
      let after = plain.frame()
      let view = try #require(
        (plain.scene as? SlideScene)?.views(in: plain.layout.body, plain.look)
          .first { $0.pane.matrix == "X" })
      let box = view.rect(of: Block(.zero))
      let changed = box.rows.contains { row in
        box.columns.contains { before[row, $0].style != after[row, $0].style }
      }
      #expect(changed, "\(depth)")
    }
  }

  @Test func hMarksWhatIsRight() throws {
    var state = try State.asked(Self.marking)
    try state.press("esc h")
    #expect(state.sentences.contains("The answer is X[1..2,1..2]."))
    #expect(state.lesson?.attempt?.marking?.cells.count == 4)
  }

  @Test func cellsAreLitUp() throws {
    for depth in ColorDepth.allCases {
      let lit = try State.asked("scene: slide\npoint: [\"Y[0,0]\", \"X[0,0..1] X[1,0..1]\"]")
        .colored(depth)
      let plain = try State.asked("scene: slide").colored(depth)
      #expect(lit.frame() != plain.frame())
      #expect(lit.lesson?.step?.points.count == 3)
    }
  }

  @Test func cellsAreReadAsTheyAreWritten() throws {
    let ranges = try #require(CellRange.list("Y[0,1], X[0,0..2] X ∗ K[1..2, 3]"))
    #expect(ranges.map(\.matrix) == ["Y", "X", "X ∗ K"])
    #expect(ranges.map { $0.block.rows } == [0..<1, 0..<1, 1..<3])
    #expect(ranges.map { $0.block.columns } == [1..<2, 0..<3, 3..<4])
    for text in ["Y", "Y[", "Y[0]", "Y[0,1", "[0,1]", "Y[1..0,0]", "Y[-1,0]", "Y[0,0] x"] {
      #expect(CellRange.list(text) == nil, "\(text)")
    }
    #expect(CellRange.list("")?.isEmpty == true)
  }

  @Test(arguments: [
    ("ask: {parameters: 3}", "There is no layer 3; the scene has 1 layer"),
    ("ask: {parameters: conv3@x, input: 3×9×9}", "line 5"),
    ("ask: {parameters: conv16@3}", "“input” is missing"),
    ("ask: {parameters: conv16@3, input: big}", "no size of an input"),
    ("ask: {parameters: conv16@3, input: 3×2×2}", "line 5"),
    ("ask: {field: 2}", "There is no layer 2"), ("ask: {row: 9}", "rows go to 3"),
    ("ask: {cells: all}", "“all” means nothing here"),
    ("ask: {draw: Q}", "The scene has no “Q”"),
    ("ask: {draw: Y, where: dark}", "“dark” means nothing here"),
    ("ask: {quantity: next-loss}", "The scene has no “next-loss”"),
    ("point: Q[0,0]", "The scene has no “Q”"), ("point: Y", "names no cells"),
    ("point: Y[2,0]", "rows go to 1"), ("point: []", "line 5"),
    ("ask: {cells: field, answer: 'X[0,0]'}", "given as “X[0,0]”, but it is X[0..1,0..1]"),
    ("ask: {row: 0, answer: 0 1 3}", "given as “0 1 3”, but it is 0 1 3 4"),
  ])
  func aFaultIsNamedWithItsPlace(_ fields: String, _ part: String) throws {
    let text = "title: T\nsteps:\n  - say: Look.\n    scene: slide\n    \(fields)\n"
    let sentences = try LessonCheck.faults(Array(text.utf8), words).map(words.sentence)
    let isEmptyPoint = fields == "point: []"
    #expect(
      isEmptyPoint ? sentences.isEmpty : sentences.count == 1 && sentences[0].contains(part),
      "\(sentences)")
  }
}
