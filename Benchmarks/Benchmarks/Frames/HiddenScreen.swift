import Drawing
import Glibc
import Terminal

/// The one screen of this process, drawn to no terminal.
@MainActor enum HiddenScreen {
  private static let screen: Screen = {
    let output = open("/dev/null", O_RDWR)
    defer { close(output) }
    do {
      return try Screen(
        keys: open("/dev/null", O_RDWR), output: output, depth: .direct,
        environment: ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8"])
    } catch {
      fatalError("no screen on /dev/null: \(error)")
    }
  }()

  static func shared(_ size: Size) -> Screen {
    if screen.size != size { screen.resize(to: size) }
    return screen
  }
}
