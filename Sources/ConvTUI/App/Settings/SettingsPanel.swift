import Drawing
import Terminal

/// The settings of a scene, one of them chosen.
struct SettingsPanel: Hashable, Sendable {
  private(set) var selected = 0

  /// What comes of a key.
  enum Reply: Hashable {
    case close
    case step(String, Int)
    /// A question about a setting.
    case type(SettingRow)
    /// The key is none of the panel's.
    case foreign
    case done
  }

  init(selected: Int = 0) { self.selected = selected }

  mutating func press(_ key: Key, _ rows: [SettingRow]) -> Reply {
    guard rows.indices.contains(selected) else { return .close }
    switch key {
    case .up: selected = (selected + rows.count - 1) % rows.count
    case .down: selected = (selected + 1) % rows.count
    case .left: return .step(rows[selected].name, -1)
    case .right: return .step(rows[selected].name, 1)
    case .enter: return .type(rows[selected])
    case .escape, "s": return .close
    default: return .foreign
    }
    return .done
  }

  /// A click chooses a row, and steps one that is chosen; beside the panel it closes it.
  mutating func click(_ point: Point, _ rows: [SettingRow], on sheet: SettingsSheet) -> Reply {
    guard sheet.box.contains(point) else { return .close }
    guard let index = sheet.row(at: point) else { return .done }
    if index == selected { return .step(rows[index].name, 1) }
    selected = index
    return .done
  }
}
