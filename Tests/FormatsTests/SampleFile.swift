import Foundation
import Model
import Testing

@testable import Formats

/// The files that `Files/make.py` wrote.
enum SampleFile {
  static let directory = Bundle.module.bundlePath + "/Files/"

  /// The names of all files that start so and have their expected values in a .json beside them.
  static func names(_ prefix: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
    return names.filter {
      $0.hasPrefix(prefix) && !$0.hasSuffix(".json") && names.contains(stem($0) + ".json")
    }.sorted()
  }

  static func bytes(_ name: String) throws -> [UInt8] { try FileReader.read(directory + name) }

  static func tensor(_ name: String) throws -> Tensor {
    try TensorDecoder.decode(bytes(name), name: name)
  }

  static func expected(_ name: String) throws -> Tensor { try tensor(stem(name) + ".json") }

  private static func stem(_ name: String) -> String { String(name.prefix { $0 != "." }) }
}

/// The greatest difference between two tensors of one shape; elements that are both NaN, or the same
/// infinity, do not differ.
func difference(_ left: Tensor, _ right: Tensor) -> Float {
  guard left.shape == right.shape else { return .infinity }
  return zip(left.elements, right.elements).map { left, right in
    left == right || (left.isNaN && right.isNaN) ? 0 : abs(left - right)
  }.max() ?? 0
}
