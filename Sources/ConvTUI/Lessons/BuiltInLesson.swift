import Drawing

/// The lessons that come with the program, in the order in which they build on each other.
enum BuiltInLesson: String, CaseIterable, Sendable {
  case crossCorrelation = "cross-correlation"
  case layer
  case edges
  case learning
  case convolution
  case receptiveField = "receptive-field"
  case exercises
  case paddingStride = "padding-stride"
  case channels
  case pooling
  case network
  case transposed

  /// The lesson's file.
  var bytes: [UInt8] {
    switch self {
    case .crossCorrelation: PackageResources.cross_correlation_yaml
    case .layer: PackageResources.layer_yaml
    case .edges: PackageResources.edges_yaml
    case .learning: PackageResources.learning_yaml
    case .convolution: PackageResources.convolution_yaml
    case .receptiveField: PackageResources.receptive_field_yaml
    case .exercises: PackageResources.exercises_yaml
    case .paddingStride: PackageResources.padding_stride_yaml
    case .channels: PackageResources.channels_yaml
    case .pooling: PackageResources.pooling_yaml
    case .network: PackageResources.network_yaml
    case .transposed: PackageResources.transposed_yaml
    }
  }
}

extension BuiltInLesson {
  /// From 1, in the order of the list.
  var number: Int { (BuiltInLesson.allCases.firstIndex(of: self) ?? 0) + 1 }

  var title: LocalText { (try? LessonReader.lesson(bytes).title) ?? LocalText(rawValue) }

  /// The lesson that a person means: by its number, its name or its title, in capitals or not.
  init?(named text: String) {
    if let number = Int(text), BuiltInLesson.allCases.indices.contains(number - 1) {
      self = BuiltInLesson.allCases[number - 1]
      return
    }
    let text = text.lowercased()
    guard let lesson = BuiltInLesson.allCases.first(where: { $0.names.contains(text) }) else {
      return nil
    }
    self = lesson
  }

  /// The one whose name, or a part of it, a text resembles.
  static func nearest(to text: String) -> BuiltInLesson? {
    let parts = allCases.flatMap { lesson in
      (lesson.names + lesson.names.flatMap { $0.split { "- ".contains($0) }.map(String.init) })
        .map { (lesson: lesson, name: $0) }
    }
    let name = text.lowercased().nearest(among: parts.map(\.name))
    return parts.first { $0.name == name }?.lesson
  }

  private var names: [String] {
    [rawValue] + Language.allCases.map { title.text(in: Words(language: $0)).lowercased() }
  }
}
