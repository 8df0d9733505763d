import TestSupport
import Testing

@testable import ConvTUI
@testable import Drawing
@testable import Terminal

struct BindingsTests {
  /// A scene without a cursor, with one, and with one in a kernel.
  private static let contexts = SceneKind.allCases.flatMap { scene in
    (0...2).map { (scene, $0) }
  }

  @Test(arguments: contexts, SceneView.allCases)
  func noKeyHasTwoBindingsInOneContext(_ context: (SceneKind, Int), _ view: SceneView) {
    let (scene, depth) = context
    var seen: [Key: Action] = [:]
    let reachable = Bindings.table(of: scene).filter {
      $0.views.contains(view)
        && ($0.needsKernel ? 2 : $0.needsCursor ? 1 : 0) <= depth
    }
    // A binding that needs a cursor stands before one without, and takes its keys.
    for needsCursor in [true, false] {
      var keys: Set<Key> = []
      for binding in reachable where binding.needsCursor == needsCursor {
        for key in binding.keys {
          #expect(keys.insert(key).inserted, "\(key) in \(scene)")
          if seen[key] == nil { seen[key] = binding.action }
        }
      }
    }
    for (key, action) in seen {
      #expect(
        Bindings.binding(
          for: key, in: scene, view: view, hasCursor: depth > 0, isAtKernel: depth > 1)?.action
          == action, "\(key)")
    }
  }

  /// The help has one row for those that say the same, and only neighbours share a row.
  @Test(arguments: SceneKind.allCases) func keysThatSayTheSameStandTogether(_ scene: SceneKind) {
    for view in scene.views {
      let rows = Bindings.reachable(in: scene, views: [view])
        .map { words.help($0.binding.action, in: scene) }
      let neighbours = rows.indices.filter { $0 == 0 || rows[$0 - 1] != rows[$0] }.map { rows[$0] }
      #expect(Set(neighbours).count == neighbours.count, "\(neighbours)")
    }
  }

  @Test(arguments: SceneKind.allCases) func wordsFitTheHelpAndTheFooter(_ scene: SceneKind) {
    for binding in Bindings.table(of: scene) {
      let (help, label) = (
        words.help(binding.action, in: scene), words.label(binding.action, in: scene)
      )
      #expect((1...26).contains(help.cellWidth), "\(help)")
      #expect(!binding.isInFooter || (1...10).contains(label.cellWidth), "\(label)")
    }
  }

  @Test(arguments: SceneKind.allCases, [false, true])
  func footerNamesTheKeysThatDoWhatItSays(_ scene: SceneKind, _ hasCursor: Bool) throws {
    var state = try State.opened(scene, size: Size(width: 200, height: 40))
    if hasCursor { try state.press("tab") }
    // Where there is no cursor, that is said instead.
    state.notice = nil
    let footer = state.frame().text(row: 39)
    let bindings = Bindings.inFooter(of: scene, in: state.scene.view)
    let reached = bindings.filter { binding in
      binding.keys.contains {
        Bindings.binding(for: $0, in: scene, hasCursor: hasCursor && state.hasCursor)?.action
          == binding.action
      }
    }
    // Several keys can have one label.
    let labels = Set(reached.map { words.label($0.action, in: scene) })
    for label in bindings.map({ words.label($0.action, in: scene) }) {
      let isNamed = (footer + " ").contains(" \(label) ")
      #expect(isNamed == labels.contains(label) || label == "layer", "\(label)")
    }
  }

  @Test func arrowsAreNotSaidToStepWhileTheyMoveACursor() throws {
    var state = try State.opened()
    #expect(state.frame().text(row: 23).contains("← → step"))
    try state.press("tab")
    #expect(!state.frame().text(row: 23).contains("←"))
    try state.press("5")
    #expect(!state.frame().text(row: 23).contains("← → layer"))
  }

  /// What only a view has stands first in it, also where there is little room.
  @Test(arguments: [
    ("v", "z Z zoom"), ("v", "Tab cursor"), ("v v", ", . number"), ("v v", "PgDn stage"),
    ("v v", "v view"),
  ])
  func aViewsOwnKeysStandInTheFooter(_ keys: String, _ item: String) throws {
    var state = try State.opened(.learn)
    try state.press(keys)
    #expect(state.frame().text(row: 23).contains(item))
  }

  @Test(arguments: SceneKind.allCases, [40, 60, 80, 110])
  func footerAlwaysNamesHelpAndQuitWhole(_ scene: SceneKind, _ width: Int) throws {
    let size = Size(width: width, height: 24)
    let footer = try State.opened(scene, size: size).frame().text(row: 23)
    #expect(footer.contains("? help") && footer.contains("q quit"))
  }

  @Test(arguments: SceneKind.allCases) func everyActionOfASceneCanBeReached(_ scene: SceneKind) {
    for binding in Bindings.table(of: scene) where !binding.keys.isEmpty {
      let isReached = [false, true].contains { hasCursor in
        binding.keys.contains { key in
          binding.views.contains {
            Bindings.binding(
              for: key, in: scene, view: $0, hasCursor: hasCursor, isAtKernel: hasCursor)?.action
              == binding.action
          }
        }
      }
      #expect(isReached, "\(binding.action) in \(scene)")
    }
  }
}
