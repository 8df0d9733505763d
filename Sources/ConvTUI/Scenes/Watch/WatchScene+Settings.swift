extension WatchScene: SceneWithSettings {
  struct Settings: Hashable, Sendable {
    var smoothing: Smoothing
    var isLogarithmic: Bool
    var axis: ChartAxis
    var clipsOutliers: Bool
  }

  static let table: [Setting<Settings>] = [
    Smoothing.setting(\.smoothing),
    .flag("log-loss", \.isLogarithmic, \.logLoss, \.logLossPurpose, isMain: true),
    .choice("axis", \.axis, \.axisLabel, \.axisPurpose, isMain: true),
    .flag("clip", \.clipsOutliers, \.clipLabel, \.clipPurpose, isMain: true),
  ]

  static let displays: [Setting<WatchScene>] = [.view(\.view, among: SceneKind.watch.views)]

  var settings: Settings {
    Settings(
      smoothing: smoothing, isLogarithmic: isLogarithmic, axis: axis, clipsOutliers: clipsOutliers)
  }

  mutating func show(_ new: Settings) throws {
    (smoothing, isLogarithmic) = (new.smoothing, new.isLogarithmic)
    (axis, clipsOutliers) = (new.axis, new.clipsOutliers)
  }
}
