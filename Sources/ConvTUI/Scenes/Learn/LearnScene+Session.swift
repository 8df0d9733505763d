import Drawing
import Formats
import Model

extension LearnScene: SceneWithSession {
  /// The task, the settings and the views. The branches are not saved: the run starts again
  /// with the settings of the branch on the screen.
  func save(to session: inout Session) {
    session.set("image", task.image)
    session.set("kernel", task.targetKernel)
    session.set("target", task.target)
    session.set(task.geometry.options)
    session.set("start", settings.initialWeight)
    session.set(settings, by: LearnScene.table)
    session.set("momentum", settings.method.momentum)
    session.set("steps", steps)
    session.set("length", timeline.length)
    session.set("view", view.rawValue)
    session.set("chart", chart.rawValue)
    if let cursor { session.set("cursor", cursor) }
  }

  init(_ fields: SessionFields) throws {
    let kernel = try fields.matrix("kernel")
    let image = try fields.matrix("image")
    let options = try fields.options()
    let geometry = try Geometry(input: image.shape, kernel: kernel.shape, options: options)
    let task = try Task(
      image: image, targetKernel: kernel, options: options,
      target: try fields.matrix("target", geometry.output))
    var settings = Settings(initialWeight: try fields.matrix("start", kernel.shape))
    try fields.read(into: &settings, by: LearnScene.table)
    settings.method.momentum = try fields.number("momentum", below: 1)
    let lengths = 1...Timeline.largestStep
    self.init(task, settings, steps: try fields.int("steps", in: lengths))
    timeline.length = try fields.int("length", in: lengths)
    view = try fields.choice("view", among: SceneKind.learn.views)
    chart = try fields.choice("chart")
    if fields.has("cursor") {
      cursor = Block(kernel.shape).clamp(try fields.pair("cursor"))
    }
  }
}

extension Optimizer.Method {
  /// 0 for methods that have none; setting it changes the others alone.
  fileprivate(set) var momentum: Float {
    get {
      switch self {
      case .momentum(let momentum), .nesterov(let momentum), .rmsprop(let momentum): momentum
      case .sgd, .adam, .adamw: 0
      }
    }
    set {
      switch self {
      case .momentum: self = .momentum(newValue)
      case .nesterov: self = .nesterov(newValue)
      case .rmsprop: self = .rmsprop(newValue)
      case .sgd, .adam, .adamw: break
      }
    }
  }
}
