extension CommandList {
  /// What can be done in other views and scenes only, each with the places where it can be; Enter goes to
  /// the first of them.
  static func elsewhere(_ scenes: [any Scene], from current: Int, _ words: Words) -> [Entry] {
    let own = entries(scenes[current], [], [], words)
    return actions(scenes, from: current, but: Set(own.map(\.title)), words)
      + settings(scenes, from: current, but: Set(own.map(\.title)), words)
  }

  /// The settings and kernels of other scenes, each where it comes first.
  private static func settings(
    _ scenes: [any Scene], from current: Int, but own: Set<String>, _ words: Words
  ) -> [Entry] {
    var known = own
    return scenes.indices.filter { $0 != current }.flatMap { index in
      let name = scenes[index].kind.title(words)
      func entries(_ found: [Entry], hasPurpose: Bool) -> [Entry] {
        found.filter { known.insert($0.title).inserted }.map { entry in
          Entry(
            group: .elsewhere, title: entry.title, name: entry.name,
            purpose: words.elsewhere([name], hasPurpose ? entry.purpose : nil),
            value: entry.value, alias: entry.alias, deed: .elsewhere(index, entry.deed))
        }
      }
      return entries(settings(scenes[index], words), hasPurpose: true)
        + entries(kernels(scenes[index], words), hasPurpose: false)
    }
  }

  /// A view in which something can be done.
  private struct Place {
    let scene: Int
    let view: SceneView
    let binding: Binding
  }

  /// The actions that keys have in other views, by their titles.
  private static func actions(
    _ scenes: [any Scene], from current: Int, but own: Set<String>, _ words: Words
  ) -> [Entry] {
    var titles: [String] = []
    var places: [String: [Place]] = [:]
    for index in [current] + scenes.indices.filter({ $0 != current }) {
      let scene = scenes[index]
      for view in scene.helpViews where index != current || view != scene.view {
        for binding in Bindings.table(of: scene.kind)
        where binding.views.contains(view) && binding.action.isCommand && !binding.needsCursor
          && !binding.keys.isEmpty
        {
          let title = words.title(of: binding.action, in: scene.kind)
          guard !own.contains(title) else { continue }
          if places[title] == nil { titles.append(title) }
          if places[title]?.contains(where: { $0.scene == index && $0.view == view }) == true {
            continue
          }
          places[title, default: []].append(Place(scene: index, view: view, binding: binding))
        }
      }
    }
    return titles.compactMap { title in
      guard let all = places[title], let first = all.first else { return nil }
      let action = first.binding.action
      let look = Entry.Deed.look(first.view, action)
      return Entry(
        group: .elsewhere, title: title,
        purpose: words.elsewhere(names(of: all, scenes, from: current, words), nil),
        key: first.binding.keys.first.map(words.name(of:)) ?? "",
        alias: words.searchWords(of: action),
        deed: first.scene == current ? look : .elsewhere(first.scene, look))
    }
  }

  /// How places are called: a scene where it has one view, or all have it, else its views.
  private static func names(
    of places: [Place], _ scenes: [any Scene], from current: Int, _ words: Words
  ) -> [String] {
    scenes.indices.sorted { ($0 == current ? 0 : 1) < ($1 == current ? 0 : 1) }.flatMap { index in
      let own = places.filter { $0.scene == index }
      let scene = scenes[index]
      if own.isEmpty { return [String]() }
      if index != current, own.count == scene.helpViews.count || own[0].view == .run {
        return [scene.kind.title(words)]
      }
      return own.map { place in
        let view = words.name(ofView: place.view.rawValue)
        return index == current ? view : words.view(view, of: scene.kind.title(words))
      }
    }
  }
}
