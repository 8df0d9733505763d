import Foundation
import Testing

@testable import ConvTUI
@testable import Formats

/// The files of trainings among the tests of the readers, and what TensorBoard reads from them.
enum WatchedSample {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../FormatsTests/Files").standardized.path

  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: folder + "/" + name)))
  }

  struct Row: Decodable {
    let tag: String
    let step: Int64
    /// Absent for all that is no scalar.
    var scalar: Double?
  }

  static func rows(_ name: String) throws -> [Row] {
    let bytes = Data(try bytes("events/\(name).json"))
    return try JSONDecoder().decode([Row].self, from: bytes)
  }
}

extension RunTree {
  /// A tree of files that came whole.
  init(_ files: [(place: String, bytes: [UInt8])]) throws {
    self.init(["runs"])
    for file in files { try take(file.bytes, as: file.place) }
  }

  mutating func take(_ bytes: [UInt8], as place: String) throws {
    take(bytes, at: 0, of: try begin(place))
  }

  /// The number of a file that is met.
  mutating func begin(_ place: String) throws -> Int {
    let number = number(of: "runs/" + place, place: place, root: 0)
    return try #require(number)
  }

  mutating func take(_ text: String, as place: String) throws {
    try take(Array(text.utf8), as: place)
  }

  /// All that its runs say, so that two of them can be compared.
  var summary: [String] {
    runs.flatMap { run in
      run.tags.map { tag in
        let values = tag.parts.map { part in
          (0..<part.count).map { index in
            let value = tag.kind == .scalar ? "\(part.scalar(index))" : ""
            return "\(part.step(index)) \(value) \(part.live.contains(index))"
          }
        }
        return "\(run.name) \(tag.name) \(tag.kind) \(values)"
      }
    }
  }
}

extension Run {
  /// The steps and values of a scalar that count.
  func scalars(_ name: String) -> [(step: Int64, value: Double)] {
    guard let tag = tag(name, .scalar) else { return [] }
    return tag.parts.flatMap { part in
      part.live.ranges.flatMap { $0.map { (part.step($0), part.scalar($0)) } }
    }
  }
}
