import Formats
import Model
import Terminal

extension CommandList {
  /// What can be done in a scene: its keys and settings, its kernels, what can be opened, and the other scenes.
  static func entries(
    _ scene: any Scene, _ scenes: [any Scene], _ files: [String], lesson: [Binding] = [],
    _ words: Words
  ) -> [Entry] {
    let actions = actions(scene, lesson, words)
    func isStep(_ entry: Entry) -> Bool {
      if case .perform(let action) = entry.deed { action.group == .steps } else { false }
    }
    let kinds = [
      settings(scene, words), inputs(scene, words), kernels(scene, words),
      self.scenes(scenes, words), self.files(files, words), actions.filter { !isStep($0) },
      actions.filter(isStep),
    ]
    return kinds.flatMap(\.self)
  }

  /// The settings and kernels that only other scenes have, each where it comes first.
  static func elsewhere(_ scenes: [any Scene], from current: Int, _ words: Words) -> [Entry] {
    let own = settings(scenes[current], words) + kernels(scenes[current], words)
    var known = Set(own.map(\.title))
    return scenes.indices.filter { $0 != current }.flatMap { index in
      let name = scenes[index].kind.title(words)
      func entries(_ found: [Entry], hasPurpose: Bool) -> [Entry] {
        found.filter { known.insert($0.title).inserted }.map { entry in
          Entry(
            title: entry.title,
            purpose: words.elsewhere(name, hasPurpose ? entry.purpose : nil),
            remark: entry.remark, alias: entry.alias, deed: .elsewhere(index, entry.deed))
        }
      }
      return entries(settings(scenes[index], words), hasPurpose: true)
        + entries(kernels(scenes[index], words), hasPurpose: false)
    }
  }

  private static func files(_ files: [String], _ words: Words) -> [Entry] {
    files.map {
      Entry(
        title: words.openCommand($0), purpose: words.openFilePurpose, remark: "", deed: .file($0))
    }
  }

  private static func scenes(_ scenes: [any Scene], _ words: Words) -> [Entry] {
    scenes.enumerated().map { index, other in
      Entry(
        title: words.sceneCommand(other.kind.title(words)), purpose: other.kind.purpose(words),
        remark: index < 9 ? "\(index + 1)" : "", deed: .perform(.scene(index)))
    }
  }

  /// One entry for each thing that some key does here, and for what no key does.
  private static func actions(
    _ scene: any Scene, _ lesson: [Binding], _ words: Words
  ) -> [Entry] {
    let cursor = scene as? any SceneWithCursor
    return (lesson + Bindings.table(of: scene.kind)).compactMap { binding in
      guard binding.views.contains(scene.view),
        cursor?.hasCursor ?? false || !binding.needsCursor,
        cursor?.isAtKernel ?? false || !binding.needsKernel
      else { return nil }
      switch binding.action {
      // They have entries of their own, or make no sense without a key.
      case .scene, .commands, .move, .setting, .pan: return nil
      default: break
      }
      let key = binding.keys.first {
        Bindings.binding(for: $0, in: scene, after: lesson)?.action == binding.action
      }
      guard key != nil || binding.keys.isEmpty else { return nil }
      return Entry(
        title: words.title(of: binding.action, in: scene.kind),
        purpose: words.purpose(of: binding.action, in: scene.kind),
        remark: key.map(words.name(of:)) ?? "", alias: words.searchWords(of: binding.action),
        deed: .perform(binding.action))
    }
  }

  private static func settings(_ scene: any Scene, _ words: Words) -> [Entry] {
    ((scene as? any SceneWithSettings)?.rows(words) ?? []).flatMap { row in
      let whole = Entry(
        title: row.label, purpose: row.purpose, remark: row.value,
        alias: row.name + " " + words.searchWords(row.name), deed: .set(row))
      // Each view is found by its own name.
      guard row.name == "view", case .choice(let names) = row.domain else { return [whole] }
      return [whole]
        + names.map {
          Entry(
            title: row.label + " " + words.name(ofView: $0), purpose: words.purpose(ofView: $0),
            remark: "", alias: $0, deed: .value(row, $0))
        }
    }
  }

  private static func inputs(_ scene: any Scene, _ words: Words) -> [Entry] {
    guard scene is any SceneWithInput else { return [] }
    return InputExample.allCases.map { example in
      Entry(
        title: words.openCommand(example.rawValue), purpose: words.text(of: example),
        remark: "\(example.input.shape)", deed: .input(example))
    }
  }

  private static func kernels(_ scene: any Scene, _ words: Words) -> [Entry] {
    guard scene is any SceneWithKernels else { return [] }
    return NamedKernel.all.map { named in
      Entry(
        title: words.kernelCommand(named.name), purpose: KernelNotation.text(of: named.kernel),
        remark: "", deed: .kernel(named.name))
    }
  }
}
