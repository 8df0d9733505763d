import Model
import Testing

@testable import ConvTUI
@testable import Drawing
@testable import Terminal

extension Size {
  static let standard = Size(width: 80, height: 24)
}

extension State {
  /// The built-in scenes, with one of them in front.
  static func opened(
    _ scene: SceneKind = .slide, size: Size = .standard, look: Look = Look()
  ) throws -> State {
    State(
      scenes: try SceneKind.examples(), current: SceneKind.allCases.firstIndex(of: scene) ?? 0,
      look: look, size: size)
  }

  /// One scene in front of the built-in ones.
  static func opened(
    with scene: any Scene, size: Size = .standard, look: Look = Look()
  ) throws -> State {
    var scenes = try SceneKind.examples()
    let current = SceneKind.allCases.firstIndex(of: scene.kind) ?? 0
    scenes[current] = scene
    return State(scenes: scenes, current: current, look: look, size: size)
  }

  /// One scene alone, so that a picture of it does not depend on which others there are.
  static func alone(
    _ scene: any Scene, size: Size = .standard, look: Look = Look()
  ) -> State {
    State(scenes: [scene], current: 0, look: look, size: size)
  }

  /// Presses keys such as "right right g 1 0 enter".
  ///
  /// Besides, `padding+` and `padding-` step a setting as the panel does, `padding?` asks for it, and
  /// `do:grow-K` is the command of that title.
  mutating func press(_ keys: String) throws {
    for word in keys.split(separator: " ") {
      if word.count > 1, let end = word.last, "+-?".contains(end) {
        set(String(word.dropLast()), end)
      } else if word.hasPrefix("do:") {
        try run(word.dropFirst(3).replacing("-", with: " "))
      } else {
        for key in try KeyNotation.parse(String(word)) { _ = handle(.key(key)) }
      }
    }
  }

  private mutating func set(_ name: String, _ way: Character) {
    (notice, isNoticeGood) = (nil, false)
    if way == "?" { ask(forSetting: name) } else { step(name, by: way == "+" ? 1 : -1) }
  }

  private mutating func run(_ title: Substring) throws {
    let titles = commands.map { $0.title.replacing("-", with: " ") }
    let index = try #require(titles.firstIndex { $0 == title }, "\(title) among \(titles)")
    notice = nil
    _ = run(commands[index].deed)
  }

  /// Presses keys on a copy and returns what the screen shows then.
  func frame(after keys: String) throws -> Frame {
    var copy = self
    try copy.press(keys)
    return copy.frame()
  }

  mutating func click(_ point: Point) {
    _ = handle(.mouse(Mouse(action: .press, at: point)))
  }

  mutating func drag(_ point: Point) {
    _ = handle(.mouse(Mouse(action: .drag, at: point)))
  }

  mutating func turnWheel(_ action: Mouse.Action) {
    _ = handle(.mouse(Mouse(action: action, at: Point(row: 5, column: 5))))
  }

  /// The slide scene in front, read only.
  var slide: SlideScene? { scene as? SlideScene }
  var learn: LearnScene? { scene as? LearnScene }
  var field: FieldScene? { scene as? FieldScene }
}

extension SlideScene {
  /// A slide over random numbers.
  static func random(
    _ input: Shape, _ kernel: Shape, options: CorrelationOptions = CorrelationOptions(),
    seed: UInt64
  ) throws -> SlideScene {
    var generator = SeededGenerator(seed: seed)
    func tensor(_ shape: Shape) -> Tensor {
      Tensor(shape, (0..<shape.count).map { _ in Float.random(in: -9...9, using: &generator) })
    }
    return try SlideScene(
      Settings(input: tensor(input), kernel: tensor(kernel), sliding: Sliding(options: options)))
  }
}

extension Frame: CustomTestStringConvertible {
  public var testDescription: String { text }
}
