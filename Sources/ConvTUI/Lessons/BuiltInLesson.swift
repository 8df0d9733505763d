/// The lessons that come with the program.
enum BuiltInLesson: String, CaseIterable, Sendable {
  case crossCorrelation = "cross-correlation"

  /// The lesson's file.
  var bytes: [UInt8] {
    switch self {
    case .crossCorrelation: PackageResources.cross_correlation_yaml
    }
  }
}
