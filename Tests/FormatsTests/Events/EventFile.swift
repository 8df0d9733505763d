import Foundation
import Testing

@testable import Formats

/// The files that `Files/events/make.py` wrote, and what TensorBoard reads from them.
struct EventFile: CustomTestStringConvertible {
  static let all = ["hparams", "resumed", "tensorflow", "torch"].map(EventFile.init)

  let name: String

  var testDescription: String { name }

  var bytes: [UInt8] {
    get throws { try SampleFile.bytes("events/\(name).tfevents") }
  }

  /// A value under its tag.
  struct Row: Decodable {
    let tag: String
    let step: Int64
    let time: Double
    var scalar: Double??
    var shape: [Int]?
    var values: [Double]?
    var bytes: [[UInt8]]?
    var refused: String?
    var edges, counts: [Double]?
    var least, greatest: Double?
    var png: Int?
    var metrics: [String]?
    var parameters: [String: Parameter]?

    enum Keys: String, CodingKey {
      case tag, step, time, scalar, shape, values, bytes, refused, edges, counts, least, greatest,
        png, metrics, parameters
    }

    init(from decoder: any Decoder) throws {
      let row = try decoder.container(keyedBy: Keys.self)
      tag = try row.decode(String.self, forKey: .tag)
      step = try row.decode(Int64.self, forKey: .step)
      time = try row.decode(Double.self, forKey: .time)
      if row.contains(.scalar) { scalar = .some(try row.decode(Double?.self, forKey: .scalar)) }
      shape = try row.decodeIfPresent([Int].self, forKey: .shape)
      values = try row.decodeIfPresent([Double].self, forKey: .values)
      bytes = try row.decodeIfPresent([[UInt8]].self, forKey: .bytes)
      refused = try row.decodeIfPresent(String.self, forKey: .refused)
      edges = try row.decodeIfPresent([Double].self, forKey: .edges)
      counts = try row.decodeIfPresent([Double].self, forKey: .counts)
      least = try row.decodeIfPresent(Double.self, forKey: .least)
      greatest = try row.decodeIfPresent(Double.self, forKey: .greatest)
      png = try row.decodeIfPresent(Int.self, forKey: .png)
      metrics = try row.decodeIfPresent([String].self, forKey: .metrics)
      parameters = try row.decodeIfPresent([String: Parameter].self, forKey: .parameters)
    }
  }

  enum Parameter: Decodable {
    case number(Double)
    case text(String)

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let number = try? value.decode(Double.self) {
        self = .number(number)
      } else {
        self = .text(try value.decode(String.self))
      }
    }
  }

  var rows: [Row] {
    get throws {
      let json = try SampleFile.bytes("events/\(name).json")
      return try JSONDecoder().decode([Row].self, from: Data(json))
    }
  }

  var index: EventIndex {
    get throws {
      var index = EventIndex()
      #expect(try index.read(bytes))
      return index
    }
  }
}

extension EventIndex {
  /// What an index says, so that two of them can be compared.
  var summary: [String] {
    series.map { series in
      let values = (0..<series.count).map {
        series.kind == .scalar ? "\(series.scalar($0))" : "\(series.place($0))"
      }
      let places = (0..<series.count).map { "\(series.step($0)) \(series.time($0))" }
      return "\(series.tag) \(series.kind) \(places) \(values)"
    } + marks.map { "\($0)" }
  }

  var count: Int { series.reduce(marks.count) { $0 + $1.count } }

  /// How many scalars, values and marks a file has so far.
  init(_ bytes: [UInt8]) {
    self.init()
    bytes.withUnsafeBytes { take($0) }
  }
}
