import Drawing
import Formats
import Model

extension SettingDomain {
  /// The matrices that have a name: examples of an input, or kernels.
  var known: [(name: String, matrix: Tensor)] {
    switch self {
    case .matrix: InputExample.allCases.map { ($0.rawValue, $0.input) }
    case .kernel: NamedKernel.all.map { ($0.name, $0.kernel) }
    default: []
    }
  }

  /// The name of a matrix that has one.
  func name(of value: SettingValue) -> String? {
    guard case .matrix(let matrix) = value else { return nil }
    return known.first { $0.matrix == matrix }?.name
  }

  /// The text that stands for a value when it is typed: a matrix of a few numbers by its rows, so that
  /// they can be edited, and others by their name.
  func typed(_ value: SettingValue) -> String {
    guard case .matrix(let matrix) = value, matrix.shape.area > SettingDomain.fewNumbers else {
      return value.typed
    }
    return name(of: value) ?? value.typed
  }

  private static let fewNumbers = 16

  /// The columns of most of its values.
  var usualWidth: Int {
    switch self {
    case .flag: 3
    case .whole, .pair: 3
    case .number, .scaled: 6
    case .choice(let names): names.map(\.cellWidth).max() ?? 0
    case .matrix: SettingDomain.exampleWidth
    case .kernel: SettingDomain.kernelWidth
    case .text: 12
    }
  }

  private static let exampleWidth = InputExample.allCases.map(\.rawValue.cellWidth).max() ?? 0
  private static let kernelWidth = NamedKernel.all.map(\.name.cellWidth).max() ?? 0
}
