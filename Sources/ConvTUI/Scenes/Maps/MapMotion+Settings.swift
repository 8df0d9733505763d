import Formats
import Model

extension MapMotion {
  /// The padding that is half of each kernel.
  private static let half = "half"

  /// How the kernels move.
  static let table: [Setting<MapMotion>] =
    Sliding.table.map { setting in
      let whole = setting.within(\MapMotion.sliding)
      return setting.name == "padding" ? padding(whole) : whole
    } + [
      // A session of before has this beside the padding.
      .flag("pads-half", \.padsHalf, \.padding, \.paddingOfMapsPurpose).hidden,
      Setting(
        name: "groups", label: \.groups, purpose: \.groupsPurpose, domain: .whole(0...1 << 20),
        get: { .whole($0.groups ?? 0) },
        set: { motion, value in
          if case .whole(let groups) = value { motion.groups = groups == 0 ? nil : groups }
        }
      ).optional,
    ]
}

extension MapMotion {
  /// A padding in numbers, or half of each kernel.
  private static func padding(_ numbers: Setting<MapMotion>) -> Setting<MapMotion> {
    guard case .pair(let range, _) = numbers.domain else { return numbers }
    return Setting(
      name: numbers.name, label: numbers.label, purpose: \.paddingOfMapsPurpose,
      domain: .pair(range, word: half), isMain: true,
      get: { $0.padsHalf ? .choice(half) : numbers.get($0) },
      set: { motion, value in
        motion.padsHalf = value == .choice(half)
        try numbers.set(&motion, motion.padsHalf ? .pair(PerAxis(0)) : value)
      })
  }
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
