/// What lies over the scene.
enum Overlay: Hashable, Sendable {
  /// All keys, at a page.
  case help(page: Int)
  case settings(SettingsPanel)
  case commands(CommandList)
}
