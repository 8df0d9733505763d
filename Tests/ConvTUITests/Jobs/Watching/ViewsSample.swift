import Foundation

@testable import ConvTUI

/// A run with images, histograms and texts, and what TensorBoard and Pillow read from it.
struct ViewsSample: Decodable {
  struct Image: Decodable {
    let step, width, height: Int
    let shape: [Int]
    /// In 0...1.
    let pixels: [Float]
  }

  struct Histogram: Decodable {
    let step: Int
    let least, greatest, count, sum: Double
  }

  let images: [String: [Image]]
  let histograms: [String: [Histogram]]
  let texts: [String: [String]]

  static var bytes: [UInt8] { get throws { try WatchedSample.bytes("events/views.tfevents") } }

  static var witness: ViewsSample {
    get throws {
      try JSONDecoder().decode(
        ViewsSample.self, from: Data(try WatchedSample.bytes("events/views.json")))
    }
  }

  /// What a job reads of its values, by their tags, in the order of the steps.
  static func values(_ tag: String, _ directory: Directory) throws -> [ShownValue] {
    try directory.file("events.out.tfevents.1.a", bytes)
    let report = WatchCommand.readAll([directory.path])
    let run = report.runs[0]
    return run.tags.filter { $0.name == tag }.flatMap { tag in
      let watched = WatchedTag(run: run.name, tag: tag)
      return tag.parts.flatMap { part in
        (0..<part.count).map { report.tree.value(at: watched.address(part, $0)) }
      }
    }
  }
}
