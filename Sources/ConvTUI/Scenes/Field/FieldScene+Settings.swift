import Formats
import Model

extension FieldScene: SceneWithUndo {
  struct Settings: Hashable, Sendable {
    var inputSize: PlaneSize
    /// In the notation of layers.
    var layers: String
  }

  static let table: [Setting<Settings>] = [
    .pair(
      "input-size", \.inputSize, in: 1...1 << 24, \.imageSize, \.imageSizePurpose, isMain: true),
    Setting(
      name: "layers", label: \.layers, purpose: \.layersPurpose, domain: .text, isMain: true,
      get: { .text($0.layers) },
      set: { settings, value in if case .text(let layers) = value { settings.layers = layers } }),
  ]

  var settings: Settings {
    Settings(inputSize: stack.maps[0], layers: GraphNotation.text(of: stack.graph))
  }

  mutating func show(_ settings: Settings) throws {
    let stack = try SpatialGraph(
      try LayerSources.field(settings.layers), input: settings.inputSize)
    if let complaint = FieldScene.complaint(about: stack) { throw Failure(complaint) }
    show(stack)
  }
}
