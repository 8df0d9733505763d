import Formats
import Model

extension PoolScene {
  private static let most = 1 << 20

  static let table: [Setting<Settings>] =
    [.matrix("input", \.input, \.input, \.pooledPurpose)] + Setting.extent(of: \.input)
    + windowTable

  private static let windowTable: [Setting<Settings>] = [
    Setting(
      name: "size", label: \.windowSize, purpose: \.windowSizePurpose, domain: .pair(1...most),
      isMain: true, get: { .pair(PerAxis($0.window.size)) },
      set: { settings, value in
        if case .pair(let size) = value { settings.window.resize(to: PlaneSize(size)) }
      }),
    .pair("stride", \.window.stride, in: 1...most, \.stride, \.stridePurpose, isMain: true),
    .pair("padding", \.window.padding, in: 0...most, \.padding, \.paddingPurpose, isMain: true),
    .flag("ceil", \.window.roundsUp, \.lastWindow, \.lastWindowPurpose, isMain: true),
    .choice("shift", \.shift, none: "none", \.shift, \.shiftPurpose, isMain: true),
  ]
}

extension PoolScene: SceneWithSession {
  func save(to session: inout Session) {
    session.set(settings, by: PoolScene.table)
    if pooled.isLarge, !isFar { session.set("closer", 1) }
  }

  init(_ fields: SessionFields) throws {
    var settings = Settings.example
    if fields.has("window") {
      // As a layer, which sessions held before they had a field for each setting.
      settings.input = try fields.matrix("input")
      guard let pooling = try GraphNotation.layer(try fields.text("window")) as? Pooling else {
        throw SessionError.wrong("window", needed: .layers)
      }
      settings.window = pooling.window
      try fields.read(into: &settings, by: PoolScene.table.filter { $0.name == "shift" })
    } else {
      try fields.read(into: &settings, by: PoolScene.table)
    }
    try self.init(settings)
    if fields.has("closer"), try fields.flag("closer") { look(closely: true) }
  }
}
