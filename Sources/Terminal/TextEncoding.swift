internal import CNCurses
import FoundationEssentials
import Glibc

/// Whether glyphs outside ASCII can be sent to the terminal.
public enum TextEncoding: Sendable {
  case ascii, unicode

  /// What the environment says by itself, or nil where the installed locale of that name decides.
  ///
  /// No name at all counts as Unicode: that is a container or a bare SSH session, seen through a
  /// terminal of today. `C` and `POSIX` are a person's wish for ASCII.
  public init?(environment: [String: String]) {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }
    guard let name = names.first(where: { !$0.isEmpty })?.lowercased() else {
      self = .unicode
      return
    }
    if name == "c" || name == "posix" {
      self = .ascii
    } else if name.contains("utf-8") || name.contains("utf8") {
      self = .unicode
    } else {
      return nil
    }
  }

  /// What the environment comes to for what is printed; the locale stays as it is.
  public static let ofLocale: TextEncoding = {
    if let wanted = TextEncoding(environment: ProcessInfo.processInfo.environment) { return wanted }
    guard let locale = newlocale(LC_CTYPE_MASK, "", nil) else { return .ascii }
    defer { freelocale(locale) }
    return TextEncoding(codeset: nl_langinfo_l(nl_item(CODESET), locale))
  }()

  private init(codeset: UnsafePointer<CChar>) {
    self = String(cString: codeset) == "UTF-8" ? .unicode : .ascii
  }

  /// Makes ncurses encode as the environment says, and returns what that came to.
  ///
  /// Only characters are concerned; numbers keep their decimal point.
  @MainActor public static func adopt(environment: [String: String]) -> TextEncoding {
    let wanted = TextEncoding(environment: environment)
    guard wanted != .ascii else {
      setlocale(LC_CTYPE, "C")
      return .ascii
    }
    setlocale(LC_CTYPE, "")
    if wanted == .unicode && current == .ascii { setlocale(LC_CTYPE, "C.UTF-8") }
    return current
  }

  @MainActor private static var current: TextEncoding {
    TextEncoding(codeset: nl_langinfo(nl_item(CODESET)))
  }
}
