/// Which convtui this is.
///
/// The Makefile reads the number and the day here too, for the package that it builds.
enum Version {
  static let number = "0.2.0"
  /// The day of its release.
  static let date = "2026-11-27"
}
