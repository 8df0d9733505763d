import Drawing
import Formats
import Model

extension LearnScene: SceneWithSettings {
  static let table: [Setting<Settings>] = [
    .number(
      "learning-rate", \.learningRate, .scaled(hasZero: false), \.learningRate,
      \.learningRatePurpose, isMain: true),
    Optimizer.setting(\.method),
    Setting(
      name: "schedule", label: \.schedule, purpose: \.schedulePurpose, domain: .text, isMain: true,
      get: { .text(ScheduleNotation.text(of: $0.schedule)) },
      set: { settings, value in
        guard case .text(let text) = value else { return }
        guard let schedule = ScheduleNotation.parse(text) else {
          throw Failure { $0.notASchedule(text) }
        }
        settings.schedule = schedule
      }),
    .number(
      "weight-decay", \.weightDecay, .scaled(hasZero: true), \.weightDecay, \.weightDecayPurpose),
    .choice(
      "reduction", \.reduction, \.reduction, \.reductionPurpose, isMain: true),
    seed,
  ]

  /// Draws the weights to start from.
  private static let seed = Setting<Settings>(
    name: "seed", label: \.seed, purpose: \.seedPurpose, domain: .text, isNeeded: false,
    get: { .text($0.seed.map(String.init) ?? noSeed) },
    set: { settings, value in
      guard case .text(let text) = value, text != noSeed else { return }
      guard let seed = UInt64(text) else { throw Failure { $0.notASeed(text) } }
      settings.seed = seed
      settings.initialWeight = Tensor.randomKernel(settings.initialWeight.shape, seed: seed)
    })
  private static let noSeed = "–"

  static let displays: [Setting<LearnScene>] =
    [
      .choice("chart", \.chart, \.chart, \.chartPurpose, isMain: true),
      .view(\.view, among: [.run, .surface, .backward]),
    ] + taskSettings

  func isInStrip(setting name: String) -> Bool { name != "chart" || view == .run }

  /// What the step size comes to, and what the run then does.
  func consequence(_ words: Words) -> String? {
    let method = now.optimizer.method
    guard let limit = LossSurface.limit(of: method) else { return words.noLimit(method) }
    return words.rateComesTo(convergence(now.optimizer), limit: limit)
  }

  /// What can change at a step changes there; the rest begins the run anew.
  mutating func show(_ new: Settings) throws {
    let old = settings
    var rest = old
    (rest.learningRate, rest.method, rest.schedule) = (new.learningRate, new.method, new.schedule)
    if rest != new {
      begin(new)
      return
    }
    var changes: [ManualChange] = []
    if new.learningRate != old.learningRate { changes.append(.rate(new.learningRate)) }
    if new.method != old.method { changes.append(.method(new.method)) }
    if new.schedule != old.schedule { changes.append(.schedule(new.schedule)) }
    for change in changes { try make(change) }
  }
}

extension Optimizer {
  /// The method by its name, each with its usual numbers.
  static func setting<Root>(
    _ path: WritableKeyPath<Root, Optimizer.Method> & Sendable
  ) -> Setting<Root> {
    Setting(
      name: "optimizer", label: \.optimizer, purpose: \.optimizerPurpose,
      domain: .choice(OptimizerName.allCases.map(\.rawValue)), isMain: true,
      get: { .choice(OptimizerName($0[keyPath: path]).rawValue) },
      set: { root, value in
        guard case .choice(let text) = value, let name = OptimizerName(rawValue: text) else {
          return
        }
        root[keyPath: path] = name.usual
      })
  }
}
