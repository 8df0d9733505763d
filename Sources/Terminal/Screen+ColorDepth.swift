import Drawing
import FoundationEssentials
import Glibc

extension Screen {
  /// How many colours standard output shows; none where it is not a terminal.
  public static func colorDepth() -> ColorDepth {
    let environment = ProcessInfo.processInfo.environment
    guard isatty(STDOUT_FILENO) == 1,
      let terminal = try? TerminalDescription.find(environment["TERM"], output: STDOUT_FILENO)
    else { return .none }
    return ColorCapability(
      environment: environment, colors: terminal.colors, hasRGB: terminal.hasRGB
    ).depth
  }
}
