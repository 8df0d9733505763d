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
    .choice("contrast", \.contrast, \.contrast, \.contrastPurpose, isMain: true)
  ]
  var settings: MapMotion { motion }
  mutating func show(_ settings: MapMotion) throws { try change(motion: settings) }
}
