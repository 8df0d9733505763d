import Model

/// One thing that can be set, described once: the panel of settings, the strip, the commands and a
/// session all read it here.
struct Setting<Root>: Sendable {
  typealias Label = KeyPath<Words, String> & Sendable

  /// As a session writes it; the option of the command line where there is one.
  let name: String
  let label: Label
  /// What it does, in a few words.
  let purpose: Label
  let domain: SettingDomain
  /// Whether it stands in the strip below the scene.
  var isMain = false
  /// Whether a person sees it; a session keeps the others too.
  var isShown = true
  /// Whether a session has to hold it.
  var isNeeded = true
  let get: @Sendable (Root) -> SettingValue
  /// Sets it to a value of its domain; whether the whole then fits is for its owner to say.
  let set: @Sendable (inout Root, SettingValue) throws -> Void

  /// The same for sessions alone.
  var hidden: Setting {
    var setting = self
    setting.isShown = false
    return setting.optional
  }

  /// The same where a session may leave it out.
  var optional: Setting {
    var setting = self
    setting.isNeeded = false
    return setting
  }

  /// The same of something that holds the root.
  func within<Whole>(_ path: WritableKeyPath<Whole, Root> & Sendable) -> Setting<Whole> {
    Setting<Whole>(
      name: name, label: label, purpose: purpose, domain: domain, isMain: isMain, isShown: isShown,
      isNeeded: isNeeded, get: { [get] in get($0[keyPath: path]) },
      set: { [set] in try set(&$0[keyPath: path], $1) })
  }
}

// MARK: Kinds of settings

extension Setting {
  static func pair<Pair: RowsAndColumns>(
    _ name: String, _ path: WritableKeyPath<Root, Pair> & Sendable, in range: ClosedRange<Int>,
    _ label: Label, _ purpose: Label, isMain: Bool = false
  ) -> Setting {
    Setting(
      name: name, label: label, purpose: purpose, domain: .pair(range), isMain: isMain,
      get: {
        let (rows, columns) = $0[keyPath: path].numbers
        return .pair(PerAxis(rows: rows, columns: columns))
      },
      set: { root, value in
        if case .pair(let pair) = value { root[keyPath: path] = Pair(pair.rows, pair.columns) }
      })
  }

  static func flag(
    _ name: String, _ path: WritableKeyPath<Root, Bool> & Sendable, _ label: Label,
    _ purpose: Label, isMain: Bool = false
  ) -> Setting {
    Setting(
      name: name, label: label, purpose: purpose, domain: .flag, isMain: isMain, isNeeded: false,
      get: { .flag($0[keyPath: path]) },
      set: { root, value in if case .flag(let isOn) = value { root[keyPath: path] = isOn } })
  }

  static func number(
    _ name: String, _ path: WritableKeyPath<Root, Float> & Sendable, _ domain: SettingDomain,
    _ label: Label, _ purpose: Label, isMain: Bool = false
  ) -> Setting {
    Setting(
      name: name, label: label, purpose: purpose, domain: domain, isMain: isMain,
      get: { .number($0[keyPath: path]) },
      set: { root, value in if case .number(let number) = value { root[keyPath: path] = number } })
  }

  static func matrix(
    _ name: String, _ path: WritableKeyPath<Root, Tensor> & Sendable, _ label: Label,
    _ purpose: Label, isKernel: Bool = false
  ) -> Setting {
    Setting(
      name: name, label: label, purpose: purpose, domain: isKernel ? .kernel : .matrix,
      get: { .matrix($0[keyPath: path]) },
      set: { root, value in if case .matrix(let matrix) = value { root[keyPath: path] = matrix } })
  }

  /// One of the values that have such names.
  static func choice<Value: RawRepresentable<String> & CaseIterable & Sendable>(
    _ name: String, _ path: WritableKeyPath<Root, Value> & Sendable, _ label: Label,
    _ purpose: Label, isMain: Bool = false
  ) -> Setting {
    Setting(
      name: name, label: label, purpose: purpose,
      domain: .choice(Value.allCases.map(\.rawValue)), isMain: isMain,
      get: { .choice($0[keyPath: path].rawValue) },
      set: { root, value in
        if case .choice(let name) = value, let value = Value(rawValue: name) {
          root[keyPath: path] = value
        }
      })
  }

  /// One of the values that have such names, or none.
  static func choice<Value: RawRepresentable<String> & CaseIterable & Sendable>(
    _ name: String, _ path: WritableKeyPath<Root, Value?> & Sendable, none: String,
    _ label: Label, _ purpose: Label, isMain: Bool = false
  ) -> Setting {
    Setting(
      name: name, label: label, purpose: purpose,
      domain: .choice([none] + Value.allCases.map(\.rawValue)), isMain: isMain,
      get: { .choice($0[keyPath: path]?.rawValue ?? none) },
      set: { root, value in
        if case .choice(let name) = value { root[keyPath: path] = Value(rawValue: name) }
      })
  }

  /// Which of several views is shown.
  static func view(
    _ path: WritableKeyPath<Root, SceneView> & Sendable, among views: [SceneView]
  ) -> Setting {
    Setting(
      name: "view", label: \.view, purpose: \.viewPurpose,
      domain: .choice(views.map(\.rawValue)),
      get: { .choice($0[keyPath: path].rawValue) },
      set: { root, value in
        if case .choice(let name) = value, let view = SceneView(rawValue: name) {
          root[keyPath: path] = view
        }
      })
  }
}
