import Formats
import Model
import Testing

@testable import ConvTUI
@testable import Drawing
@testable import Terminal

/// Whatever is pressed, clicked or resized, nothing traps.
struct StormTests {
  /// Answers that some question takes.
  private static let answers = [
    "1 2", "3", "- 4", "0 . 5", "n a n", "i n f", "1 e 3 8", "0 , 1 ; 2 , 3", "1", "s o b e l - x",
    "g a u s s i a n - 5", "0 . 0 4", "1 e 9", "c o n v 3 , c o n v 3 : s 2 : p 1 , p o o l 2",
    "c o n v 1", "1 7", "5 , 9", "1 , - 1", "x", "",
    "c o n s t a n t", "c o s i n e : 5", "s t e p : 1 : 3 e 3 8", "s t e p : 2 : 0",
  ]

  private static let keys: [Key] =
    Array(Set(SceneKind.allCases.flatMap { Bindings.table(of: $0) }.flatMap(\.keys))).sorted {
      "\($0)" < "\($1)"
    }
    + [
      .backspace, .delete, .enter, .escape, .character("界"), .character("\u{7}"), .tab, .up, .down,
    ]
    + "aeukwz".map { .control($0) }

  private static let sizes = [
    (0, 0), (1, 1), (7, 3), (40, 12), (60, 12), (40, 30), (80, 24), (110, 34),
  ].map { Size(width: $0.0, height: $0.1) }

  private static func event(
    for state: State, using generator: inout SeededGenerator
  ) -> [Event] {
    let width = max(1, state.size.width + 2)
    let height = max(1, state.size.height + 2)
    let point = Point(
      row: Int.random(in: -1..<height, using: &generator),
      column: Int.random(in: -1..<width, using: &generator))
    switch Int.random(in: 0..<100, using: &generator) {
    case 0..<60:
      let key = keys.randomElement(using: &generator) ?? .enter
      return key == "q" ? [] : [.input(.key(key))]
    case 60..<70:
      let text = answers.randomElement(using: &generator) ?? ""
      let typed = (try? KeyNotation.parse(text)) ?? []
      return typed.map { .input(.key($0)) } + [.input(.key(.enter))]
    case 70..<80: return [.input(.mouse(Mouse(action: .press, at: point)))]
    case 80..<85: return [.input(.mouse(Mouse(action: .drag, at: point)))]
    case 85..<88: return [.input(.mouse(Mouse(action: .wheelUp, at: point)))]
    case 88..<91: return [.input(.mouse(Mouse(action: .wheelDown, at: point)))]
    case 91:
      let text = answers.randomElement(using: &generator) ?? ""
      return [
        .input(.paste(text + "\n\u{1B}[2J" + text)),
        .completions(of: state.prompt?.wordToComplete ?? "", [text + "a", text + "b"]),
      ]
    case 92..<94: return [.input(.resize(sizes.randomElement(using: &generator) ?? .standard))]
    default: return [.tick(.milliseconds(Int.random(in: 0...900, using: &generator)))]
    }
  }

  /// Whether every glyph stands whole: a wide one has its second cell beside it, and no second cell
  /// stands alone.
  private static func isWhole(_ frame: Frame) -> Bool {
    (0..<frame.size.height).allSatisfy { row in
      let glyphs = frame.row(row).map(\.glyph)
      let isSecond = glyphs.map { $0 == Cell.continuation } + [false]
      return glyphs.indices.allSatisfy { isSecond[$0 + 1] == (glyphs[$0].cellWidth == 2) }
        && !isSecond[0]
    }
  }

  /// Whether a scene leaves all cells outside its place as they are.
  private static func keepsToItsPlace(_ scene: any Scene, _ state: State) -> Bool {
    let smallest = ScreenLayout.smallest
    guard state.size.width >= smallest.width, state.size.height >= smallest.height else {
      return true
    }
    let body = state.layout.body
    let mark = Cell(glyph: "☂")
    var frame = Frame(state.size)
    frame.update(Rect(state.size)) { $0 = mark }
    frame.fill(body, state.look.page)
    scene.draw(into: &frame, in: body, state.look)
    return (0..<state.size.height).allSatisfy { row in
      (0..<state.size.width).allSatisfy { column in
        body.contains(Point(row: row, column: column)) || frame[row, column] == mark
      }
    }
  }

  /// - Parameter plan: A training that goes on meanwhile, at times by some batches.
  private static func rage(
    _ state: State, seed: UInt64, count: Int = 10_000, plan: TrainingPlan? = nil
  ) {
    var state = state
    var engine = plan.map { TrainingEngine($0) }
    var generator = SeededGenerator(seed: seed)
    var done = 0
    while done < count {
      for event in event(for: state, using: &generator) {
        _ = state.handle(event)
        done += 1
        if done % 16 == 0 {
          if let order = state.train?.jobOrder {
            engine?.take(order)
            for _ in 0..<20 { engine?.step(isWatched: true) }
            if let snapshot = engine?.report() { state.receive(snapshot) }
          }
          #expect(isWhole(state.frame()) && keepsToItsPlace(state.scene, state))
        }
      }
    }
  }

  @Test(arguments: SceneKind.allCases, [1, 2] as [UInt64])
  func builtInScenesTakeAnything(_ scene: SceneKind, seed: UInt64) throws {
    Self.rage(try State.opened(scene), seed: seed, count: 5_000)
  }

  @Test func tenThousandEventsAreTaken() throws { Self.rage(try State.opened(), seed: 77) }

  @Test(arguments: [
    "conv2@5:s3, relu, maxpool2, flatten, linear10", "flatten, linear3, batchnorm, tanh, linear10",
  ])
  func aTrainingTakesAnything(_ layers: String) throws {
    let plan = try TrainingPlan.small(layers: layers)
    Self.rage(
      try State.opened(with: TrainScene(plan)), seed: 9, count: 6_000, plan: plan)
  }

  @Test func aStackTakesAnything() throws {
    Self.rage(
      try State.opened(with: StackSceneTests.scene(), size: .standard), seed: 12, count: 3_000)
  }

  @Test func aLargerSlideTakesAnything() throws {
    let scene = try SlideScene.random(Shape(12, 12), Shape(5, 5), seed: 3)
    Self.rage(try State.opened(with: scene), seed: 3, count: 3_000)
  }

  @Test(arguments: ColorDepth.allCases) func oneCellTakesAnything(_ depth: ColorDepth) throws {
    let scene = try SlideScene.random(Shape(1, 1), Shape(1, 1), seed: 4)
    Self.rage(
      try State.opened(with: scene, look: Look(depth: depth)), seed: 4, count: 1_000)
  }

  @Test func numbersThatAreNoneAreTaken() throws {
    let input = Tensor(rows: [
      [.nan, 1, .infinity], [-.infinity, 0, 3e38], [.leastNonzeroMagnitude, -3e38, 2],
    ])
    let kernel = Tensor(rows: [[.infinity, -1], [.nan, 3e38]])
    Self.rage(
      try State.opened(with: SlideScene(SlideScene.Settings(input: input, kernel: kernel))),
      seed: 5, count: 2_000)
    Self.rage(
      try State.opened(with: EdgesScene(SlidingSettings(input: input, kernel: kernel))), seed: 6,
      count: 2_000)
    Self.rage(
      try State.opened(with: FlipScene(SlidingSettings(input: input, kernel: kernel))), seed: 7,
      count: 2_000)
    let task = try LearnScene.Task(image: input, targetKernel: kernel)
    let settings = LearnScene.Settings(initialWeight: Tensor.randomKernel(kernel.shape, seed: 1))
    Self.rage(try State.opened(with: LearnScene(task, settings)), seed: 8, count: 2_000)
  }
}
