import Formats
import Model

extension MapMotion {
  /// How the kernels move; a padding that is set is no longer half of each kernel.
  static let table: [Setting<MapMotion>] =
    Sliding.table.map { setting in
      let whole = setting.within(\MapMotion.sliding)
      guard setting.name == "padding" else { return whole }
      return Setting(
        name: whole.name, label: whole.label, purpose: whole.purpose, domain: whole.domain,
        isMain: whole.isMain, get: whole.get,
        set: { motion, value in
          try whole.set(&motion, value)
          motion.padsHalf = false
        })
    } + [
      .flag("pads-half", \.padsHalf, \.padsHalf, \.padsHalfPurpose, isMain: true),
      Setting(
        name: "groups", label: \.groups, purpose: \.groupsPurpose, domain: .whole(0...1 << 20),
        get: { .whole($0.groups ?? 0) },
        set: { motion, value in
          if case .whole(let groups) = value { motion.groups = groups == 0 ? nil : groups }
        }
      ).optional,
    ]
}

extension MapsScene: SceneWithSettings {
  static var table: [Setting<MapMotion>] { MapMotion.table }
  static let displays: [Setting<MapsScene>] = [
    .choice("contrast", \.contrast, \.contrast, \.contrastPurpose, isMain: true),
    Setting(
      name: "channels", label: \.channelMode, purpose: \.channelModePurpose,
      domain: .choice(ChannelMode.allCases.map(\.rawValue)), isMain: true,
      get: { .choice(($0.picture.isColored ? ChannelMode.rgb : .luma).rawValue) },
      set: { scene, value in
        if case .choice(let name) = value, let mode = ChannelMode(rawValue: name) {
          try scene.read(as: mode)
        }
      }),
  ]
  func has(setting name: String) -> Bool { name != "channels" || picture.hasColors }
  var settings: MapMotion { motion }
  mutating func show(_ settings: MapMotion) throws { try change(motion: settings) }
}
