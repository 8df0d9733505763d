/// Which convtui this is.
///
/// The Makefile reads the number here too, and the changelog of the package has to agree.
enum Version {
  static let number = "0.2.0"
  /// The day of its release.
  static let date = "2026-11-27"
}
