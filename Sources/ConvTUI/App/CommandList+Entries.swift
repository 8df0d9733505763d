import Formats
import Model
import Terminal

extension CommandList {
  /// What can be done in a scene: its settings, views, keys and kernels, what can be opened, and the other
  /// scenes.
  static func entries(
    _ scene: any Scene, _ scenes: [any Scene], _ files: [String], lesson: [Binding] = [],
    _ words: Words
  ) -> [Entry] {
    let all =
      settings(scene, lesson: lesson, words) + views(scene, words) + actions(scene, lesson, words)
      + kernels(scene, words) + inputs(scene, words) + self.files(files, words)
      + self.scenes(scenes, words)
    return Group.allCases.flatMap { group in all.filter { $0.group == group } }
  }

  private static func files(_ files: [String], _ words: Words) -> [Entry] {
    files.map {
      Entry(
        group: .file, title: words.openCommand($0), name: $0, purpose: words.openFilePurpose,
        deed: .file($0))
    }
  }

  private static func scenes(_ scenes: [any Scene], _ words: Words) -> [Entry] {
    scenes.enumerated().map { index, other in
      let title = other.kind.title(words)
      return Entry(
        group: .scene, title: words.sceneCommand(title), name: title,
        purpose: other.kind.purpose(words), key: index < 9 ? "\(index + 1)" : "",
        deed: .perform(.scene(index)))
    }
  }

  /// The name of the first key that leads to an action just now.
  private static func key(
    of action: Action, in scene: any Scene, _ lesson: [Binding], _ words: Words
  ) -> String {
    let keys = (lesson + Bindings.table(of: scene.kind)).filter { $0.action == action }
      .flatMap(\.keys)
    let key = keys.first { Bindings.binding(for: $0, in: scene, after: lesson)?.action == action }
    return key.map(words.name(of:)) ?? ""
  }

  /// One entry for each thing that some key does here, and for what no key does.
  private static func actions(
    _ scene: any Scene, _ lesson: [Binding], _ words: Words
  ) -> [Entry] {
    let cursor = scene as? any SceneWithCursor
    return (lesson + Bindings.table(of: scene.kind)).compactMap { binding in
      guard binding.views.contains(scene.view),
        cursor?.hasCursor ?? false || !binding.needsCursor,
        cursor?.isAtKernel ?? false || !binding.needsKernel, binding.action.isCommand
      else { return nil }
      let key = binding.keys.first {
        Bindings.binding(for: $0, in: scene, after: lesson)?.action == binding.action
      }
      guard key != nil || binding.keys.isEmpty else { return nil }
      return Entry(
        group: binding.action.group == .steps ? .step : .action,
        title: words.title(of: binding.action, in: scene.kind),
        purpose: words.purpose(of: binding.action, in: scene.kind),
        key: key.map(words.name(of:)) ?? "", alias: words.searchWords(of: binding.action),
        deed: .perform(binding.action))
    }
  }

  private static func rows(_ scene: any Scene, _ words: Words) -> [SettingRow] {
    (scene as? any SceneWithSettings)?.rows(words) ?? []
  }

  static func settings(
    _ scene: any Scene, lesson: [Binding] = [], _ words: Words
  ) -> [Entry] {
    rows(scene, words).map { row in
      Entry(
        group: .setting, title: row.label, purpose: row.purpose, value: row.value,
        key: key(of: Action(asking: row.name), in: scene, lesson, words),
        alias: row.name + " " + words.searchWords(row.name), deed: .set(row))
    }
  }

  /// Each view is found by its own name.
  private static func views(_ scene: any Scene, _ words: Words) -> [Entry] {
    guard let row = rows(scene, words).first(where: { $0.name == "view" }),
      case .choice(let names) = row.domain
    else { return [] }
    return names.map {
      Entry(
        group: .view, title: row.label + " " + words.name(ofView: $0),
        name: words.name(ofView: $0), purpose: words.purpose(ofView: $0), alias: $0,
        deed: .value(row, $0))
    }
  }

  private static func inputs(_ scene: any Scene, _ words: Words) -> [Entry] {
    guard scene is any SceneWithInput else { return [] }
    return InputExample.allCases.map { example in
      Entry(
        group: .example, title: words.openCommand(example.rawValue), name: example.rawValue,
        purpose: words.text(of: example), value: "\(example.input.shape)", deed: .input(example))
    }
  }

  static func kernels(_ scene: any Scene, _ words: Words) -> [Entry] {
    guard scene is any SceneWithKernels else { return [] }
    return NamedKernel.all.map { named in
      Entry(
        group: .kernel, title: words.kernelCommand(named.name), name: named.name,
        purpose: KernelNotation.text(of: named.kernel), deed: .kernel(named.name))
    }
  }
}

extension Action {
  /// What asks for a setting.
  fileprivate init(asking name: String) {
    switch name {
    case "kernel": self = .kernel
    case "input": self = .open
    case "view": self = .view
    default: self = .setting(name)
    }
  }

  /// Whether the list has it among its actions; others have entries of their own, or make no sense
  /// without a key.
  var isCommand: Bool {
    switch self {
    case .scene, .commands, .move, .setting, .pan: false
    default: true
    }
  }
}
