import Model

extension TrainScene: SceneWithSettings {
  struct Settings: Hashable, Sendable {
    var rate: Float
    var method: Optimizer.Method
    var smoothing: Smoothing
    var isLogarithmic: Bool
  }

  static let table: [Setting<Settings>] = [
    .number(
      "learning-rate", \.rate, .scaled(hasZero: false), \.learningRate, \.learningRatePurpose,
      isMain: true),
    Optimizer.setting(\.method),
    Smoothing.setting(\.smoothing),
    .flag("log-loss", \.isLogarithmic, \.logLoss, \.logLossPurpose, isMain: true),
  ]

  static let displays: [Setting<TrainScene>] = [
    .flag("branches", \.showsBranches, \.branchesLabel, \.branchesPurpose),
    .view(\.view, among: [.run, .maps, .layers, .classes]),
  ]

  var settings: Settings {
    Settings(
      rate: learningRate, method: trainer.optimizer.method, smoothing: smoothing,
      isLogarithmic: isLogarithmic)
  }

  mutating func show(_ new: Settings) throws {
    let old = settings
    if new.rate != old.rate { try make(.rate(new.rate)) }
    if new.method != old.method { try make(.method(new.method)) }
    (smoothing, isLogarithmic) = (new.smoothing, new.isLogarithmic)
  }
}
