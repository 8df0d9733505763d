import Foundation
import TestSupport
import Testing

/// Runs convtui, expects that it does what it should and says nothing about it.
func done(
  _ arguments: [String], input: String = "", in directory: Directory? = nil,
  _ location: SourceLocation = #_sourceLocation
) throws -> Program.Result {
  let result = try Program.run(arguments, input: input, in: directory)
  #expect(result.status == 0, "\(result.sentence)", sourceLocation: location)
  #expect(result.sentence == "", sourceLocation: location)
  return result
}

/// Runs convtui, expects a mistake of this status, nothing on standard output, and a message that
/// says all of `parts` and holds nothing that a terminal would obey.
@discardableResult
func expectMistake(
  _ status: Int32, _ arguments: [String], input: String = "", in directory: Directory? = nil,
  says parts: String..., location: SourceLocation = #_sourceLocation
) throws -> String {
  let result = try Program.run(arguments, input: input, in: directory)
  let message = result.sentence
  #expect(result.status == status, "\(arguments): \(message)", sourceLocation: location)
  #expect(result.output == [], sourceLocation: location)
  for part in parts {
    #expect(message.contains(part), "\(part) in \(message)", sourceLocation: location)
  }
  #expect(message.hasPrefix("Error: ") && message.hasSuffix("\n"), sourceLocation: location)
  #expect(!message.contains("`"), sourceLocation: location)
  let controls = message.unicodeScalars.filter {
    $0 != "\n" && [.control, .format].contains($0.properties.generalCategory)
  }
  #expect(controls.isEmpty, "\(message.debugDescription)", sourceLocation: location)
  if status == 1 {
    #expect(message.filter { $0 == "\n" }.count == 1, "\(message)", sourceLocation: location)
  }
  return message
}

/// Expects two lists of numbers to differ by at most `tolerance` of the greatest expected magnitude.
func expectClose(
  _ found: [Double], _ expected: [Double], within tolerance: Double, _ comment: Comment,
  _ location: SourceLocation = #_sourceLocation
) {
  #expect(found.count == expected.count, comment, sourceLocation: location)
  let scale = expected.map(abs).max() ?? 0
  let worst = zip(found, expected).map { abs($0 - $1) }.max() ?? 0
  #expect(worst <= tolerance * scale, comment, sourceLocation: location)
}

/// Nested arrays of JSON as their shape and their numbers in order.
struct Nested {
  var shape: [Int] = []
  var numbers: [Double] = []

  init(_ text: String) throws {
    self.init(value: try JSONSerialization.jsonObject(with: Data(text.utf8)))
  }

  init(value: Any?) {
    guard let list = value as? [Any] else {
      numbers = (value as? NSNumber).map { [$0.doubleValue] } ?? []
      return
    }
    let parts = list.map(Nested.init(value:))
    shape = [list.count] + (parts.first?.shape ?? [])
    numbers = parts.flatMap(\.numbers)
  }
}

/// JSON text of an array of this shape.
func nestedText<Number: CustomStringConvertible>(_ numbers: [Number], _ shape: [Int]) -> String {
  guard let first = shape.first else { return numbers.map(\.description).joined() }
  let size = numbers.count / first
  let parts = (0..<first).map {
    nestedText(Array(numbers[$0 * size..<($0 + 1) * size]), Array(shape.dropFirst()))
  }
  return "[" + parts.joined(separator: ", ") + "]"
}

/// The repository, wherever it stands.
let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
